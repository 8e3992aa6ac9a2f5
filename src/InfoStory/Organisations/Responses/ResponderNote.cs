using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Responses;

/// <summary>What a responder writes to the team about an ask. Nobody else ever reads it.</summary>
public sealed class ResponderNote : Entity<ResponderNote>
{
    public const int MaxWords = 1_000;

    public required Id<Ask> AskId { get; init; }

    /// <summary>That of the ask, so that nothing is written while an author takes a story of it back.</summary>
    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>What it says: <see cref="AskEventKind.Question"/>, or <see cref="AskEventKind.PassedOn"/> where it belongs to somebody else.</summary>
    public required AskEventKind Kind { get; init; }

    public string? Words { get; init; }

    /// <summary>To whom it belongs, as it was typed; null where it is a question.</summary>
    public string? To { get; init; }

    /// <summary>Who wrote it; it stays when they are forgotten.</summary>
    public required Id<Responder> ResponderId { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class ResponderNoteMapping : IEntityTypeConfiguration<ResponderNote>
{
    public void Configure(EntityTypeBuilder<ResponderNote> note)
    {
        note.ToTable("ResponderNotes");
        note.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        note.Property(n => n.Words).HasMaxLength(PlainText.Room(ResponderNote.MaxWords));
        note.Property(n => n.To).HasMaxLength(PlainText.Room(Organisation.MaxName));
        note.HasOne<Ask>().WithMany().HasForeignKey(n => n.AskId).OnDelete(DeleteBehavior.Cascade);
        // SQL Server wants one way by which a row is deleted: that of the ask.
        note.HasOne<CaseStudy>().WithMany().HasForeignKey(n => n.CaseStudyId).OnDelete(DeleteBehavior.Restrict);
    }
}
