using InfoStory.Authors;
using InfoStory.Data.Time;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>One step of a story on its way. <paramref name="When"/> is null where nobody can name a day.</summary>
public sealed record Step(string What, string? When, bool Reached);

/// <summary>Where a story has been, from its history, and where it goes next. It names nobody, and what only the team needs to know is left out.</summary>
public static class Track
{
    public static IReadOnlyList<Step> Of(StoryForAuthor story) => [.. Been(story), .. Next(story)];

    private static IEnumerable<Step> Been(StoryForAuthor story)
    {
        var (read, reading) = (false, false);
        foreach (var (act, at) in story.Steps)
        {
            // A story that passes from one of us to another is one step.
            var claimed = act is "Claimed" or "Claimed and edited";
            var what = claimed ? (reading ? null : read ? "We looked at it again" : "A person in our team began to read it") : InWords(act, story.SeeFirst);
            if (what is null) continue;

            (read, reading) = (read || claimed, claimed);
            yield return new(what, Day(at), true);
        }
    }

    private static IEnumerable<Step> Next(StoryForAuthor story)
    {
        var (state, turn) = (story.State, story.Turn);
        var by = story.IsLate || story.TakenDownAt is not null || story.NextBy is not { } day ? null : $"By {day:d MMMM yyyy}";
        var unread = state == StoryState.Received;
        var unfinished = state == StoryState.InReview || turn == AuthorTurn.Answer;

        if (unread) yield return new("A person reads it", by, false);
        if (turn == AuthorTurn.Answer) yield return new("You answer our question", null, false);
        if (unfinished) yield return new("We finish our version", state == StoryState.InReview ? by : null, false);
        if (turn == AuthorTurn.SignOff || (story.SeeFirst && (unread || unfinished)))
            yield return new($"You read {(story.ReadsCaseStudy ? "the case study" : "our version")}, and say yes or ask for a change", null, false);
        if (story.Website && (unread || unfinished || turn == AuthorTurn.SignOff || state == StoryState.Ready))
            yield return new("It is published as part of a case study", state == StoryState.Ready ? by : null, false);
    }

    private static string? InWords(string act, bool seeFirst) => act switch
    {
        "Received" => "You sent it",
        "Entered" => "You told it to our team",
        "Permission changed" => "You changed who may hear it",
        "Permission ended" => "Your permission ended, and the case study was taken down",
        "Asked the author" => "We asked you a question",
        "Answered" => "You answered",
        "Approved" => seeFirst ? "We finished our version and asked you to read it" : "We finished our version",
        "Sent to the author" => "We asked you to read the case study",
        "Change asked for" => "You asked for a change",
        "Signed off" => "You said yes",
        "Published" => "It was published as part of a case study",
        "Taken down" => "The case study was taken down",
        "Put on hold" => "We are taking extra care",
        "Taken off hold" => "We went on with it",
        "Declined" => "We decided not to publish it",
        "Decline undone" => "We changed our mind and look at it again",
        "Taken back" => "You took it back",
        _ => null,
    };

    private static string Day(DateTime utc) => utc.InLondon().ToString("d MMMM yyyy");
}
