using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Protection.Flags;

/// <summary>What a flag points at.</summary>
public enum FlagKind
{
    Identity,
    Jigsaw,
    Safeguarding,
    SelfHarmMethod,
    Blame,
    Duplicate,
    Spam,
    Link,
    Language,
}

/// <summary>Where it was seen. <see cref="Facts"/> are what the public sees beside the text: role, place, month and service.</summary>
public enum FlagPlace
{
    Told,
    PublicTitle,
    PublicText,
    CaseStudy,
    Facts,
}

/// <summary>Why a flag needs nothing done.</summary>
public enum DismissReason
{
    NotWhatItLooksLike,
    Public,
    Agreed,
    Dealt,
}

/// <summary>
/// Something in a story that the team should look at: the words, the rule that saw them and its version. It is the same flag while story, rule,
/// place and words are the same, so that a dismissal outlives a save. It quotes the story, so it goes when the story does.
/// </summary>
public sealed class Flag : Entity<Flag>
{
    public const int MaxWords = 200, MaxDetail = 300, MaxRemark = 200;

    public required Id<Story> StoryId { get; init; }

    public required FlagKind Kind { get; init; }

    public required string Rule { get; init; }

    public required string Version { get; set; }

    public required FlagPlace In { get; init; }

    /// <summary>A hash of rule, place and words: one row for each in a story.</summary>
    public required string Key { get; init; }

    public required string Words { get; init; }

    /// <summary>Where the words begin, in UTF-16 code units; null where they are not one place of that text.</summary>
    public int? Start { get; set; }

    /// <summary>What the rule has to say beside the words, such as the size of a group.</summary>
    public string? Detail { get; set; }

    public required DateTime FoundAt { get; init; }

    public DismissReason? Dismissal { get; private set; }

    /// <summary>A few words of whoever dismissed it.</summary>
    public string? Remark { get; private set; }

    public string? DismissedBy { get; private set; }

    public DateTime? DismissedAt { get; private set; }

    public void Dismiss(DismissReason why, string? remark, Actor actor, DateTime now) =>
        (Dismissal, Remark, DismissedBy, DismissedAt) = (why, remark, actor.Name, now);

    public void Restore() => (Dismissal, Remark, DismissedBy, DismissedAt) = (null, null, null, null);
}

/// <summary>A rule that an administrator has switched off: it finds nothing until it is switched on again.</summary>
public sealed class SwitchedOffRule
{
    public required string Rule { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>One number that a story shares with others of nearly the same words (<see cref="Shingles"/>). Nothing can be read from it.</summary>
public sealed class StoryShingle
{
    public required long Key { get; init; }

    public required Id<Story> StoryId { get; init; }
}
