using System.Text.Json;
using InfoStory.Stories;
using InfoStory.Stories.Safety;

namespace InfoStory.Web.Words;

/// <summary>How a story, and what the team says about one, is named. What its author answered is in <see cref="AnswerWords"/>.</summary>
internal static class StoryWords
{
    public static string Title(this StoryState state) => state switch
    {
        StoryState.Received => "Received",
        StoryState.InReview => "In review",
        StoryState.WithAuthor => "With author",
        StoryState.Ready => "Ready",
        StoryState.Published => "Published",
        StoryState.OnHold => "On hold",
        StoryState.Declined => "Declined",
        StoryState.Withdrawn => "Withdrawn",
    };

    /// <summary>The colour of the state; the words beside it say the same.</summary>
    public static string Tone(this StoryState state) => state switch
    {
        StoryState.Received => "info-state info-state--waiting",
        StoryState.OnHold => "info-state info-state--held",
        StoryState.InReview or StoryState.WithAuthor or StoryState.Ready or StoryState.Published or StoryState.Declined or StoryState.Withdrawn => "info-state",
    };

    /// <summary>What claiming is called from here; null where there is nothing to claim.</summary>
    public static string? ClaimTitle(this StoryState state, bool mine) => state switch
    {
        StoryState.Received => "Claim",
        StoryState.InReview => mine ? null : "Take over",
        StoryState.WithAuthor or StoryState.Ready => "Take back into review",
        StoryState.Declined => "Review it again",
        StoryState.Published or StoryState.OnHold or StoryState.Withdrawn => null,
    };

    /// <summary>What the team waits for while a story is with its author.</summary>
    public static string Means(this AuthorTurn turn, bool readsCaseStudy) => turn switch
    {
        AuthorTurn.Answer => "The author has our question. When they answer, the story is in review again.",
        AuthorTurn.SignOff when readsCaseStudy => "The author is reading the case study. They can say yes, or ask for a change.",
        AuthorTurn.SignOff => "The author is reading our version. They can say yes, or ask for a change.",
    };

    /// <summary>The kind, in words that are understood without those of the other kinds beside them.</summary>
    public static string Title(this StoryKind kind) => kind switch
    {
        StoryKind.Worked => "Worked because information was shared",
        StoryKind.Failed => "Failed because information was not shared",
        StoryKind.NearlyFailed => "Nearly went wrong, saved by luck or by one person",
        StoryKind.SharedWrongly => "Shared wrongly or too much",
        StoryKind.FixWeMade => "A fix we made",
        StoryKind.StillWaiting => "Still waiting",
    };

    /// <summary>What somebody may call the kind who looks for it: how it stands among the others, and shorter.</summary>
    public static IEnumerable<string> Names(this StoryKind kind) => [kind.Title(), .. kind switch
    {
        StoryKind.Worked => ["worked well", "what worked"],
        StoryKind.Failed => ["failed", "failure", "what failed"],
        StoryKind.NearlyFailed => (string[])["nearly failed", "near miss"],
        StoryKind.SharedWrongly => ["shared wrongly", "shared too much", "data breach"],
        StoryKind.FixWeMade => ["fix", "fix we made"],
        StoryKind.StillWaiting => ["waiting still"],
    }];

    /// <summary>A kind as addresses name it, such as nearly-failed.</summary>
    public static string ToSlug(this StoryKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of that slug; null where there is none.</summary>
    public static StoryKind? KindOf(string? slug) =>
        Enum.GetValues<StoryKind>().Where(kind => string.Equals(kind.ToSlug(), slug, StringComparison.OrdinalIgnoreCase))
            .Select(kind => (StoryKind?)kind).FirstOrDefault();

    /// <summary>The score and its definition.</summary>
    public static string Title(this Criticality criticality) => $"{(int)criticality}: {criticality.Means()}";

    /// <summary>What the score says, without its number.</summary>
    public static string Means(this Criticality criticality) => criticality switch
    {
        Criticality.Praise => "praise, it worked",
        Criticality.Friction => "friction",
        Criticality.Wasted => "wasted or delayed",
        Criticality.AvoidableHarm => "avoidable harm, or somebody could tell which professional is criticised",
        Criticality.SeriousHarm => "serious harm, or an unlawful act is alleged",
    };

    /// <summary>The score in one word, beside its number.</summary>
    public static string InShort(this Criticality criticality) => criticality switch
    {
        Criticality.Praise => "praise",
        Criticality.Friction => "friction",
        Criticality.Wasted => "wasted",
        Criticality.AvoidableHarm => "harm",
        Criticality.SeriousHarm => "serious",
    };

    /// <summary>Who may hear it, after "The author agreed to". What the author is asked is <see cref="ConsentWording"/>.</summary>
    public static string InWords(this Audience audience) => audience switch
    {
        Audience.Website => "this website",
        Audience.NamedService => "the service it is about",
        Audience.PolicyMakers => "policy makers",
        Audience.Training => "training",
        Audience.Press => "press",
        Audience.Social => "social media",
    };

    public static string Title(this Channel channel) => channel switch
    {
        Channel.Website => "On the website",
        Channel.Telephone => "By telephone",
        Channel.Paper => "On paper",
        Channel.InPerson => "In person",
    };

    /// <summary>How a story came to us, as the end of a sentence.</summary>
    public static string InWords(this Channel channel) => channel switch
    {
        Channel.Website => "on the website",
        Channel.Telephone => "by telephone",
        Channel.Paper => "on paper",
        Channel.InPerson => "in person",
    };

    public static string InWords(this ContentNote note) => note switch
    {
        ContentNote.SelfHarm => "self-harm",
        ContentNote.Abuse => "abuse",
        ContentNote.Bereavement => "bereavement",
        ContentNote.Violence => "violence",
        ContentNote.Children => "children",
    };

    /// <summary>What reading it may bring up, such as "abuse and children".</summary>
    public static string InWords(this IReadOnlyList<ContentNote> notes) => notes.Select(note => note.InWords()).JoinedByAnd();
}
