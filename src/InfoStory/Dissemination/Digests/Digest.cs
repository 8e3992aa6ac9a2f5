using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Dissemination.Digests;

public enum DigestState
{
    /// <summary>A publisher has to approve it.</summary>
    Waiting,

    /// <summary>Its letters are written, some at a time.</summary>
    Sending,

    /// <summary>Everybody was written to for whom there was something in it.</summary>
    Sent,

    /// <summary>It goes to nobody.</summary>
    Dropped,
}

/// <summary>
/// One issue to one audience in one rhythm: what became public, and what was answered, after one moment and until another. What of it may go to whom is
/// asked when each letter is written (docs/decisions/0082).
/// </summary>
public sealed class Digest : Entity<Digest>, IRevised
{
    public const int MaxWhy = 300;

    public int Revision { get; private set; }

    public required SubscriberAudience Audience { get; init; }

    public required Rhythm Rhythm { get; init; }

    public DigestState State { get; private set; }

    /// <summary>What is in it came after this moment.</summary>
    public required DateTime From { get; init; }

    /// <summary>What is in it came no later.</summary>
    public DateTime Until { get; private set; }

    public required DateTime MadeAt { get; init; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Who approved it; null where its list goes out by itself.</summary>
    public string? ApprovedBy { get; private set; }

    /// <summary>Why it goes to nobody; null where it was not dropped.</summary>
    public string? DroppedWhy { get; private set; }

    /// <summary>When the last letter was written, or it was dropped; null while neither is so.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The last subscriber who was looked at, so that whoever was stopped goes on where they were.</summary>
    public Id<Subscriber> Last { get; private set; }

    /// <summary>How many letters were written, those not counted that were taken back before they left.</summary>
    public int Letters { get; private set; }

    public List<DigestItem> Items { get; } = [];

    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Id<Digest> id) => $"digest {id}";

    /// <summary>Takes in what came since. Whoever has it open sees that it changed.</summary>
    internal void TakeIn(IEnumerable<Id<CaseStudy>> studies, DateTime until)
    {
        Until = until;
        Items.AddRange(studies.Select(study => new DigestItem { CaseStudyId = study }));
    }

    /// <exception cref="ConflictException">It does not wait for that any more.</exception>
    internal void Approve(Actor actor, DateTime now)
    {
        MustWait();
        (State, ApprovedAt, ApprovedBy) = (DigestState.Sending, now, actor.StaffId is null ? null : actor.Name);
    }

    /// <exception cref="ConflictException">It does not wait any more.</exception>
    internal void Drop(string why, DateTime now)
    {
        MustWait();
        (State, DroppedWhy, EndedAt) = (DigestState.Dropped, why, now);
    }

    internal void End(DateTime now) => (State, EndedAt) = (DigestState.Sent, now);

    /// <exception cref="ConflictException">It is approved or dropped.</exception>
    internal void MustWait()
    {
        if (State == DigestState.Dropped) throw new ConflictException("This digest was dropped.");
        if (State != DigestState.Waiting) throw new ConflictException("This digest is approved already.");
    }
}

/// <summary>A case study in a digest.</summary>
public sealed class DigestItem
{
    public Id<Digest> DigestId { get; private set; }

    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>A publisher left it out.</summary>
    public bool IsLeftOut { get; internal set; }
}

/// <summary>The digests of one audience in one rhythm: whether they go out by themselves, and up to where they have told everything.</summary>
public sealed class DigestList : Entity<DigestList>, IRevised
{
    public int Revision { get; private set; }

    public required SubscriberAudience Audience { get; init; }

    public required Rhythm Rhythm { get; init; }

    /// <summary>True where nobody has to approve its digests.</summary>
    public bool IsAutomatic { get; internal set; }

    /// <summary>When it was last looked whether there is something new; null where it never was.</summary>
    public DateTime? LookedAt { get; private set; }

    /// <summary>What came until then was in a digest, or had nobody to read it.</summary>
    public DateTime? CoveredTo { get; private set; }

    public string Subject => $"digests {Id}";

    /// <summary>Every audience in every rhythm.</summary>
    internal static IEnumerable<DigestList> All =>
        from audience in Enum.GetValues<SubscriberAudience>()
        from rhythm in Enum.GetValues<Rhythm>()
        select new DigestList { Id = new(1 + ((int)audience * 3) + (int)rhythm), Audience = audience, Rhythm = rhythm };

    /// <summary>What was public before there were digests is news to nobody.</summary>
    internal void Begin(DateTime now) => (LookedAt, CoveredTo) = (now, now);

    internal void Look(DateTime now) => LookedAt = now;

    internal void Cover(DateTime until) => CoveredTo = until;
}
