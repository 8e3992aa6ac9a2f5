using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Queue;
using InfoStory.Moderation.Replies;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using InfoStory.Tags;

namespace InfoStory.Web.Words;

/// <summary>How the desk names things that only the team sees.</summary>
internal static class DeskWords
{
    public static string Title(this StoryState state) => state switch
    {
        StoryState.InReview => "In review",
        StoryState.WithAuthor => "With author",
        StoryState.OnHold => "On hold",
        _ => state.ToString(),
    };

    /// <summary>The colour of the state; the words beside it say the same.</summary>
    public static string Tone(this StoryState state) => state switch
    {
        StoryState.Received => "info-state info-state--waiting",
        StoryState.OnHold => "info-state info-state--held",
        _ => "info-state",
    };

    public static string InWords(this ReplyKind kind) => kind == ReplyKind.Decline ? "When a story is declined" : "When the author is asked";

    public static string Title(this CaseStudyState state) => state == CaseStudyState.Unpublished ? "Taken down" : state.ToString();

    public static string Tone(this CaseStudyState state) => state == CaseStudyState.Published ? "info-state" : "info-state info-state--waiting";

    /// <summary>What the author has said to a case study, and what that means for whoever edits it.</summary>
    public static string InWords(this AuthorsWord word, bool published) => word switch
    {
        _ when published => "To change its words, take it down, change it, and send it to the author.",
        AuthorsWord.SignedOff => "They said yes to these words, so you can publish them. If you change them, send them to the author before you publish.",
        AuthorsWord.Reading => "They are reading these words now. You can publish when they say yes. If you change the words meanwhile, send them again.",
        _ => "They have not said yes to these words. Send them to the author. You can publish when they say yes.",
    };

    public static string InWords(this Audience audience) => audience switch
    {
        Audience.Website => "this website",
        Audience.NamedService => "the service it is about",
        Audience.PolicyMakers => "policy makers",
        Audience.Training => "training",
        Audience.Press => "press",
        Audience.Social => "social media",
    };

    /// <summary>How a story came to us, as the end of a sentence.</summary>
    public static string InWords(this Channel channel) => channel switch
    {
        Channel.Website => "on the website",
        Channel.Telephone => "by telephone",
        Channel.Paper => "on paper",
        Channel.InPerson => "in person",
    };

    public static string Title(this Channel channel) =>
        channel == Channel.Website ? "On the website" : channel == Channel.Telephone ? "By telephone" : channel == Channel.Paper ? "On paper" : "In person";

    public static string Title(this Lane lane) => lane switch
    {
        Lane.Me => "Needs me",
        Lane.Someone => "Needs someone",
        Lane.Author => "With authors",
        Lane.Held => "On hold",
        Lane.Mine => "Mine",
    };

    public static string Means(this Lane lane) => lane switch
    {
        Lane.Me => "What you go on with, and what only your roles can do",
        Lane.Someone => "What nobody holds, or nobody has touched for four hours",
        Lane.Author => "A question or a version is with the author",
        Lane.Held => "A safeguarding lead decides what comes next",
        Lane.Mine => "Everything you claimed that is not published or declined",
    };

    /// <summary>What reading it may bring up, such as "abuse and children".</summary>
    public static string InWords(this IReadOnlyList<ContentNote> notes)
    {
        var names = notes.Select(note => note == ContentNote.SelfHarm ? "self-harm" : note.ToString().ToLowerInvariant()).ToList();
        return names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    public static string Title(this CampaignPhase phase) => phase switch
    {
        CampaignPhase.Before => "Not open yet",
        CampaignPhase.During => "Running",
        CampaignPhase.After => "Over",
    };

    public static string Tone(this CampaignPhase phase) => phase == CampaignPhase.During ? "info-state" : "info-state info-state--waiting";

    /// <summary>Whether people can still come by it.</summary>
    public static string Title(this InvitationToRead invitation) => invitation.IsOpen ? "Open" : invitation.ClosedAt is null ? "Ended" : "Closed";

    /// <summary>What became of a tag, before the names of what it became.</summary>
    public static string InWords(this TagStanding standing) => standing switch
    {
        TagStanding.Merged => "Merged into",
        TagStanding.Split => "Split into",
        _ => standing.ToString(),
    };

    public static string InWords(this Facet facet) => facet switch
    {
        Facet.PolicyArea => "Policy area",
        Facet.HandOffProblem => "Hand-off problem",
        _ => facet.ToString(),
    };
}
