using InfoStory.Data;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// What a responder says became of a promise, until everyone reads it: there is one for each promise, which is gone when it is published. Its revision is
/// that of the promise, which changes with it (docs/decisions/0086).
/// </summary>
public sealed class PromiseReport : Entity<PromiseReport>
{
    /// <summary>What its words are called.</summary>
    internal const string Part = "What shows it, or the reason";

    public required Id<Promise> PromiseId { get; init; }

    public Promise? Promise { get; private set; }

    public PromiseEventKind Kind { get; private set; }

    /// <summary>The new day in London, where it moves.</summary>
    public DateOnly? Due { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Who sent it; it stays when they are forgotten.</summary>
    public Id<Responder> ResponderId { get; private set; }

    /// <summary>Since when it is with us; null where we gave it back.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>Why we gave it back; null where it is with us.</summary>
    public string? ReturnedWhy { get; private set; }

    /// <summary>The form as it was sent.</summary>
    public RecordPromise ToForm() => new() { Kind = Kind, Due = Due, Words = Words };

    /// <summary>Whether it says just what this form does.</summary>
    public bool Says(RecordPromise form) => (Kind, Words, Due) == (form.Kind, PlainText.Tidy(form.Words), form.Moves);

    public void Send(RecordPromise form, Id<Responder> by, DateTime now)
    {
        (Kind, Due, Words) = (form.Kind!.Value, form.Moves, PlainText.Tidy(form.Words));
        (ResponderId, SentAt, ReturnedWhy) = (by, now, null);
    }

    public void Return(string why) => (SentAt, ReturnedWhy) = (null, why);
}

internal sealed class PromiseReportMapping : IEntityTypeConfiguration<PromiseReport>
{
    public void Configure(EntityTypeBuilder<PromiseReport> report)
    {
        report.ToTable("PromiseReports");
        report.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        report.Property(r => r.Words).HasMaxLength(PlainText.Room(Promise.MaxWords));
        report.Property(r => r.ReturnedWhy).HasMaxLength(PlainText.Room(Response.MaxWhy));
        report.HasIndex(r => r.PromiseId).IsUnique();
        report.HasIndex(r => new { r.SentAt, r.Id });
        report.HasOne(r => r.Promise).WithMany().HasForeignKey(r => r.PromiseId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class PromiseReportSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<PromiseReport> PromiseReports => db.Set<PromiseReport>();
    }
}
