using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Dissemination.Briefings;

/// <summary>
/// A question with what case studies say to it, on two pages, for one audience. It holds the team's own words and where to look; what the case studies say
/// is worked out anew whenever it is shown (docs/decisions/0083).
/// </summary>
public sealed class Briefing : Entity<Briefing>, IRevised
{
    public const int MaxQuestion = 150, MaxReading = 450, MaxContact = 200, MaxFilter = 500, MostPicked = 50, MostQuotes = 3;

    /// <summary>More case studies than this are no briefing but a report.</summary>
    public const int MostStudies = 1_000;

    /// <summary>For whom there can be one.</summary>
    public static readonly IReadOnlyList<Audience> Audiences =
        [Audience.PolicyMakers, Audience.NamedService, Audience.Training, Audience.Press, Audience.Website];

    public int Revision { get; private set; }

    public required string Question { get; set; }

    public required Audience Audience { get; set; }

    /// <summary>The filter of the library in its one spelling, empty for everything; null where the case studies are picked by hand.</summary>
    public string? Filter { get; set; }

    /// <summary>What was published from then on; null from the beginning.</summary>
    public DateTime? From { get; set; }

    /// <summary>What was published before then; null up to now.</summary>
    public DateTime? Until { get; set; }

    /// <summary>How the evidence may be read, two ways at least.</summary>
    public required List<string> Readings { get; set; }

    /// <summary>Whom readers may ask.</summary>
    public required string Contact { get; set; }

    public required DateTime UpdatedAt { get; set; }

    public List<BriefingPick> Picks { get; } = [];

    public List<BriefingQuote> Quotes { get; } = [];

    public DateOnly? FirstDay => From is { } from ? DateOnly.FromDateTime(from.InLondon()) : null;

    public DateOnly? LastDay => Until is { } until ? DateOnly.FromDateTime(until.InLondon()).AddDays(-1) : null;
}

/// <summary>A case study that was picked by hand.</summary>
public sealed class BriefingPick
{
    public Id<Briefing> BriefingId { get; private set; }

    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>In the order in which they were typed, from 1.</summary>
    public required int Place { get; init; }
}

/// <summary>Words that stand so in a public case study. They go with it.</summary>
public sealed class BriefingQuote
{
    public const int MaxLength = 240;

    public Id<Briefing> BriefingId { get; private set; }

    /// <summary>From 1.</summary>
    public required int Place { get; init; }

    public required Id<CaseStudy> CaseStudyId { get; init; }

    public required string Words { get; init; }
}

internal sealed class BriefingMapping : IEntityTypeConfiguration<Briefing>, IEntityTypeConfiguration<BriefingPick>, IEntityTypeConfiguration<BriefingQuote>
{
    public void Configure(EntityTypeBuilder<Briefing> briefing)
    {
        briefing.ToTable("Briefings");
        briefing.Property(b => b.Question).HasMaxLength(PlainText.Room(Briefing.MaxQuestion));
        briefing.Property(b => b.Audience).HasConversion<string>().HasMaxLength(20);
        briefing.Property(b => b.Filter).HasMaxLength(PlainText.Room(Briefing.MaxFilter));
        briefing.Property(b => b.Contact).HasMaxLength(PlainText.Room(Briefing.MaxContact));
        briefing.HasIndex(b => new { b.UpdatedAt, b.Id });
        briefing.HasMany(b => b.Picks).WithOne().HasForeignKey(p => p.BriefingId);
        briefing.HasMany(b => b.Quotes).WithOne().HasForeignKey(q => q.BriefingId);
    }

    public void Configure(EntityTypeBuilder<BriefingPick> pick)
    {
        pick.ToTable("BriefingPicks");
        pick.HasKey(p => new { p.BriefingId, p.CaseStudyId });
        pick.HasOne<CaseStudy>().WithMany().HasForeignKey(p => p.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<BriefingQuote> quote)
    {
        quote.ToTable("BriefingQuotes");
        quote.HasKey(q => new { q.BriefingId, q.Place });
        quote.Property(q => q.Words).HasMaxLength(PlainText.Room(BriefingQuote.MaxLength));
        quote.HasOne<CaseStudy>().WithMany().HasForeignKey(q => q.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class BriefingSets
{
    private const string PublishersOnly = "Only a publisher works on briefings.";

    extension(InfoStoryContext db)
    {
        public DbSet<Briefing> Briefings => db.Set<Briefing>();

        public DbSet<BriefingCopy> BriefingCopies => db.Set<BriefingCopy>();
    }

    /// <summary>Whom history names.</summary>
    public static string Subject(Id<Briefing> id) => $"briefing {id}";

    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    internal static void MustPublish(this Actor actor) => actor.Must(AccessPolicy.Publish, PublishersOnly);
}
