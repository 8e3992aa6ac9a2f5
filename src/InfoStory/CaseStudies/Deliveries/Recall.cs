using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>Why something is called back, as its recipients read it.</summary>
public enum RecallReason
{
    /// <summary>Its author took the story back, or does not allow this audience any more.</summary>
    TakenBack,

    /// <summary>The team took the case study down.</summary>
    TakenDown,
}

/// <summary>
/// What a save that takes a case study from its readers leaves behind for the letters that call it back: one short row, however many were sent it. A job
/// finds them afterwards, some at a time, and goes on where it was stopped (docs/decisions/0081).
/// </summary>
public sealed class Recall : Entity<Recall>, IRevised
{
    public int Revision { get; private set; }

    /// <summary>The key of a case study that may be gone.</summary>
    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>Only what went to this audience; null for all.</summary>
    public Audience? Audience { get; init; }

    public required RecallReason Why { get; init; }

    /// <summary>When it was taken from them. What is called back at the same moment for the same reason is one letter to each.</summary>
    public required DateTime At { get; init; }

    /// <summary>The recipient up to whom everybody was written to; null before the first.</summary>
    public string? Reached { get; private set; }

    /// <summary>When the last letter was written; null while some are still to be.</summary>
    public DateTime? DoneAt { get; private set; }

    internal void Reach(string recipient) => Reached = recipient;

    /// <summary>Somebody in between could not be done: once more from the start, where only they are left.</summary>
    internal void StartAgain() => Reached = null;

    internal void End(DateTime now) => DoneAt = now;
}

internal sealed class RecallMapping : IEntityTypeConfiguration<Recall>
{
    public void Configure(EntityTypeBuilder<Recall> recall)
    {
        recall.ToTable("Recalls");
        recall.Property(r => r.Audience).HasConversion<string>().HasMaxLength(20);
        recall.Property(r => r.Why).HasConversion<string>().HasMaxLength(20);
        recall.Property(r => r.Reached).HasMaxLength(Delivery.MaxRecipient + 2);
        recall.HasIndex(r => new { r.DoneAt, r.Id });
    }
}
