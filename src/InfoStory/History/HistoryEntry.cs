using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.History;

/// <summary>
/// One act: on what, what was done, by whom, when and why. It never carries the words of a story. Entries are chained as they are saved
/// (<see cref="HistoryChain"/>); docs/decisions/0020 says how.
/// </summary>
public sealed class HistoryEntry : Entity<HistoryEntry>
{
    /// <summary>In UTF-16 code units: room for the longest text that a person gives as a reason, with what stands before it.</summary>
    public const int MaxWhy = 1200;

    public const int SaltBytes = 16, HashBytes = 32;

    private static long lastMade;

    /// <summary>What it was done to, such as a story's reference or a member of staff.</summary>
    public required string Subject { get; init; }

    public required HistoryAct Act { get; init; }

    public required long? StaffId { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }

    /// <summary>
    /// A reason from a closed list, or what the act was done with, such as the slug of a tag; never anyone's words. Null where the act says enough.
    /// </summary>
    public string? Why { get; init; }

    /// <summary>The place in the chain: 1, 2, 3 …; null only before the entry is chained.</summary>
    public long? Number { get; private set; }

    /// <summary>Keeps what was erased from being guessed out of the seal; null once the entry is blanked.</summary>
    public byte[]? Salt { get; private set; }

    /// <summary>SHA-256 of the salt and of every field.</summary>
    public byte[]? Seal { get; private set; }

    /// <summary>SHA-256 of the hash before, the number and the seal.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Entries that are saved together are chained in the order in which they were made.</summary>
    internal long Made { get; } = Interlocked.Increment(ref lastMade);

    public static HistoryEntry Of(string subject, HistoryAct act, Actor actor, DateTime at, string? why = null) =>
        new() { Subject = subject, Act = act, StaffId = actor.StaffId, By = actor.Name, At = at, Why = why };

    /// <summary>Takes the next place in the chain and returns the head that it makes.</summary>
    internal ChainHead Follow(ChainHead head)
    {
        Number = head.Number + 1;
        Salt = RandomNumberGenerator.GetBytes(SaltBytes);
        Seal = HistorySeal.Of(Salt, this);
        Hash = HistorySeal.Next(head.Hash, Number.Value, Seal);
        return new(Number.Value, Hash);
    }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>, IEntityTypeConfiguration<HistoryHead>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> entry)
    {
        entry.ToTable("History");
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Act).HasConversion(act => act.Name, name => HistoryAct.Of(name)).HasMaxLength(HistoryAct.MaxLength);
        entry.Property(e => e.By).HasMaxLength(256);
        entry.Property(e => e.Why).HasMaxLength(HistoryEntry.MaxWhy);
        entry.Property(e => e.Salt).HasMaxLength(HistoryEntry.SaltBytes);
        entry.Property(e => e.Seal).HasMaxLength(HistoryEntry.HashBytes);
        entry.Property(e => e.Hash).HasMaxLength(HistoryEntry.HashBytes);
        entry.HasIndex(e => new { e.Subject, e.Number });
        entry.HasIndex(e => e.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HistoryHead> head)
    {
        head.ToTable("HistoryHead");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Hash).HasMaxLength(HistoryEntry.HashBytes);
        head.HasData(new HistoryHead { Id = HistoryHead.Only, Number = 0, Hash = new byte[HistoryEntry.HashBytes] });
    }
}

public static class HistorySets
{
    extension(InfoStoryContext db)
    {
        public DbSet<HistoryEntry> History => db.Set<HistoryEntry>();

        /// <summary>The one row, found by its key.</summary>
        public IQueryable<HistoryHead> HistoryHead => db.Set<HistoryHead>().Where(head => head.Id == History.HistoryHead.Only);
    }
}
