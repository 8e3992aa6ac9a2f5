using InfoStory.Data;

namespace InfoStory.Moderation.Replies;

/// <summary>The replies that ship with the program. Keys are places in this list, so add only at its end and never reorder it.</summary>
internal static class FirstReplies
{
    /// <summary>What the authors of many stories declined as spam read, unless an administrator has changed it.</summary>
    public const string Spam =
        "We could not tell that this came from a person, so we have not used it. If it did, we are sorry: please tell us again, and leave out links.";

    // My story thanks the author above a reason, and says below it what happens now and where to turn.
    private static readonly (ReplyKind Kind, string Name, string Text)[] List =
    [
        (ReplyKind.Decline, "Not about sharing what services know",
            "We can see that this matters to you. Here we collect stories about what happens when services share what they know, and when they do not. "
            + "Yours is about something else, so we cannot use it.\n\n"
            + "If you want a service to put something right, tell that service first, and ask how it deals with complaints."),
        (ReplyKind.Decline, "Somebody could be recognised",
            "You trusted us with this, so we looked hard for a way to tell it in which nobody can be recognised. We did not find one. "
            + "So few people have lived through this that somebody would know who it is about. "
            + "If we left out enough to keep everyone safe, there would be no story left.\n\n"
            + "Keeping you and the others in it safe comes first."),
        (ReplyKind.Decline, "We have this story already",
            "We have this story already: the same words have reached us before. We go "
            + "on with the ones that came first, so nothing that you told us is lost.\n\n"
            + "If yours is another story, we are sorry. Please tell it again, and say what was different."),
        (ReplyKind.Decline, "Still going on, needs somebody who can act",
            "What you write about is still going on, and it needs somebody who can act now. We cannot: "
            + "we collect stories so that services change, and we have no part in what they decide.\n\n"
            + "Please tell [who can act, and how to reach them].\n\nWhen it is over you can tell us again. We will read it with care."),
        (ReplyKind.Decline, "Spam or advertising", Spam),
        (ReplyKind.Decline, "Not in English, and nobody could read it",
            "Your story is in [the language], and we found nobody who knows it well enough to read it for us. "
            + "We do not want to guess what you mean, and we are sorry.\n\n"
            + "If somebody whom you trust can help you to write it in English, please tell it again."),
        (ReplyKind.Decline, "Too little to go on",
            "We read your story with care, and we could not make out [what we could not make out]. Without that, others cannot learn from it.\n\n"
            + "You are welcome to tell us a little more of what happened. You need not name anybody."),
        (ReplyKind.Question, "Roughly when it happened",
            "Thank you for your story. Roughly when did it happen? The year and the time of year are enough. Please do not give us the day."),
        (ReplyKind.Question, "Which kind of service",
            "Thank you for your story. Which kind of service do you mean by “[their words]”? For example a hospital, a school or the housing office. "
            + "Please do not name anybody who works there."),
        (ReplyKind.Question, "What happened in the end",
            "Thank you for your story. What happened in the end? If it is still going on, tell us how things are now. "
            + "If you would rather not say, just tell us that."),
        (ReplyKind.Question, "Is it all right to change something",
            "Thank you for your story. So that nobody can be recognised, we would like to [what we would change]. Is that all right with you? "
            + "If it is not, tell us what you would like instead."),
        (ReplyKind.Question, "Something that we need to know",
            "Thank you for your story. There is one thing that we did not understand: [what we need to know]. Can you tell us a little more? "
            + "Please leave out names and addresses."),
    ];

    public static IEnumerable<object> All => List.Select((reply, place) => new
    {
        Id = new Id<Reply>(place + 1),
        Revision = 0,
        reply.Kind,
        reply.Name,
        reply.Text,
        Position = (List.Take(place).Count(before => before.Kind == reply.Kind) + 1) * 10,
        Retired = false,
    });
}
