using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Organisations.Promises;

public enum PromiseEventKind
{
    Planned,

    /// <summary>Another day, for a reason that everyone reads.</summary>
    Moved,

    /// <summary>Whoever promised it says that the change is made.</summary>
    Made,

    /// <summary>The organisation reported on it, and we read that first. Only the team sees it.</summary>
    Reported,

    /// <summary>We gave the report back. Only the team sees it.</summary>
    ReportReturned,

    /// <summary>An author of the case study was asked whether it is so.</summary>
    AuthorAsked,

    /// <summary>An author said whether it is so.</summary>
    AuthorSaid,

    /// <summary>So many others have said that it is fixed where they work that it counts.</summary>
    OthersConfirmed,

    Dropped,
}

/// <summary>What somebody who lives with it says of a change that was made.</summary>
public enum KeptAnswer
{
    Yes,
    Partly,
    No,
    TooEarly,
}

/// <summary>One thing that happened to a promise. Events are added and never changed, but for the story's key, which goes with the story.</summary>
public sealed class PromiseEvent : Entity<PromiseEvent>, IPublic
{
    /// <summary>What everyone reads nothing of.</summary>
    internal static readonly PromiseEventKind[] Inside = [PromiseEventKind.Reported, PromiseEventKind.ReportReturned, PromiseEventKind.AuthorAsked];

    public Id<Promise> PromiseId { get; private set; }

    public required PromiseEventKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When the organisation said so, where we read it first; null where it counts from <see cref="At"/>.</summary>
    public DateTime? SaidAt { get; init; }

    /// <summary>The day that was promised, as the moment at which it begins in London; null where the event sets none.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>The reason or the evidence, as everyone reads it; null where the event has none.</summary>
    public string? Words { get; init; }

    public KeptAnswer? Answer { get; init; }

    /// <summary>Whose author was asked or answered. Never public.</summary>
    public Id<Story>? StoryId { get; internal set; }

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) =>
        db.ChangeTracker.Entries<Promise>().Select(entry => entry.Entity).FirstOrDefault(promise => (PromiseId.Value != 0 && promise.Id == PromiseId)
            || promise.Events.Contains(this)) is { } promise
            ? EditionSubject.CaseStudy(promise.CaseStudyId.Value)
            : null;
}
