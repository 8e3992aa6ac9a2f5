using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Stories;

/// <summary>What a safeguarding lead decided to do.</summary>
public enum SafeguardingDecision
{
    Refer,
    SeekAdvice,
    NothingToShare,
}

/// <summary>
/// Somebody in a story may be at risk: what a safeguarding lead must do about it, by when, and what they decided. One is open for a story at most.
/// </summary>
public sealed class SafeguardingCase : Entity<SafeguardingCase>, IRevised
{
    public const int MaxText = 2000, MaxName = 200;

    private static readonly TimeSpan ToImmediateDanger = TimeSpan.FromMinutes(15), OneDay = TimeSpan.FromDays(1);

    public int Revision { get; private set; }

    public required Id<Story> StoryId { get; init; }

    public Story? Story { get; private set; }

    public required SafeguardingLevel Level { get; set; }

    /// <summary>When its clock began: it begins anew where the case is heightened, or more is known after somebody opened it.</summary>
    public required DateTime RaisedAt { get; set; }

    /// <summary>Who put the story on hold, or the rule that did.</summary>
    public required string RaisedBy { get; set; }

    /// <summary>When the letter to the leads was written.</summary>
    public DateTime? NoticedAt { get; private set; }

    /// <summary>When leads and administrators were told that nobody had opened it in time.</summary>
    public DateTime? AlarmedAt { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public string? OpenedBy { get; private set; }

    public SafeguardingDecision? Decision { get; private set; }

    /// <summary>The golden rules that were thought through, as bits.</summary>
    public int Rules { get; private set; }

    public string? Why { get; private set; }

    public string? SharedWith { get; private set; }

    /// <summary>What the next lead must know.</summary>
    public string? HandOver { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    /// <summary>When it must have been opened: a quarter of an hour for immediate danger, one working day at the same time of day for a concern.</summary>
    public DateTime DueAt => DueFor(Level, RaisedAt);

    /// <inheritdoc cref="DueAt"/>
    public static DateTime DueFor(SafeguardingLevel level, DateTime raisedAt)
    {
        if (level == SafeguardingLevel.ImmediateDanger) return raisedAt + ToImmediateDanger;

        var london = raisedAt.InLondon();
        var days = WorkingDays.After(raisedAt, 1).DayNumber - DateOnly.FromDateTime(london).DayNumber;
        return raisedAt.AddDays(days);
    }

    /// <summary>No case of this level is late sooner, whatever day it was raised on.</summary>
    public static TimeSpan ShortestTime(SafeguardingLevel level) => level == SafeguardingLevel.ImmediateDanger ? ToImmediateDanger : OneDay;

    /// <summary>The first lead who opens it stops the alarm.</summary>
    public void Open(string by, DateTime now)
    {
        if (OpenedAt is null) (OpenedAt, OpenedBy) = (now, by);
    }

    /// <summary>
    /// More is known of the danger: the clock begins anew and leads are told once more. What nobody has opened yet, and is no graver, goes on as it is.
    /// </summary>
    public void Raise(SafeguardingLevel level, string by, DateTime now)
    {
        if (OpenedAt is null && level <= Level) return;

        (Level, RaisedAt, RaisedBy) = (level > Level ? level : Level, now, by);
        (NoticedAt, AlarmedAt, OpenedAt, OpenedBy) = (null, null, null, null);
    }

    public void Decide(SafeguardingDecision? decision, int rules, string? why, string? sharedWith, string? handOver)
    {
        if (ClosedAt is not null) throw new ConflictException("This case is closed.");
        (Decision, Rules, Why, SharedWith, HandOver) = (decision, rules, why, sharedWith, handOver);
    }

    public void Close(string by, DateTime now)
    {
        if (ClosedAt is not null) throw new ConflictException("This case is closed.");
        (ClosedAt, ClosedBy) = (now, by);
    }

    /// <summary>The author took the story back: there is nothing left to decide. What was written about it is forgotten in the same save.</summary>
    public void CloseWithStory(string by, DateTime now)
    {
        if (ClosedAt is null) (ClosedAt, ClosedBy) = (now, by);
    }
}

internal sealed class SafeguardingCaseMapping : IEntityTypeConfiguration<SafeguardingCase>
{
    public void Configure(EntityTypeBuilder<SafeguardingCase> raised)
    {
        raised.ToTable("SafeguardingCases");
        raised.Property(c => c.Level).HasConversion<string>().HasMaxLength(20);
        raised.Property(c => c.RaisedBy).HasMaxLength(256);
        raised.Property(c => c.OpenedBy).HasMaxLength(256);
        raised.Property(c => c.Decision).HasConversion<string>().HasMaxLength(20);
        raised.Property(c => c.Why).HasMaxLength(PlainText.Room(SafeguardingCase.MaxText));
        raised.Property(c => c.SharedWith).HasMaxLength(PlainText.Room(SafeguardingCase.MaxName));
        raised.Property(c => c.HandOver).HasMaxLength(PlainText.Room(SafeguardingCase.MaxText));
        raised.Property(c => c.ClosedBy).HasMaxLength(256);
        raised.HasIndex(c => new { c.ClosedAt, c.RaisedAt, c.Id });
        raised.HasOne(c => c.Story).WithMany().HasForeignKey(c => c.StoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public static class SafeguardingCaseSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<SafeguardingCase> SafeguardingCases => db.Set<SafeguardingCase>();
    }
}
