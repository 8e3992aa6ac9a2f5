using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Organisations.Promises;

/// <summary>A reader said of a change that was made that it is fixed where they are. Nothing is kept of who that is.</summary>
public sealed class FixedTap : Entity<FixedTap>
{
    /// <summary>As many numbers stand for all networks: about a million IPv4 addresses share one, so that nobody gets from it to an address.</summary>
    public const int Networks = 4_096;

    public required Id<Promise> PromiseId { get; init; }

    /// <summary>Which time it was made: 1 for the first. What is said of one time counts for no other.</summary>
    public required int Made { get; init; }

    /// <summary>From 0 on, below <see cref="Networks"/>; the same for the same network, promise and time.</summary>
    public required int Network { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly On { get; init; }
}

internal sealed class FixedTapMapping : IEntityTypeConfiguration<FixedTap>
{
    public void Configure(EntityTypeBuilder<FixedTap> tap)
    {
        tap.ToTable("FixedTaps");
        tap.HasIndex(t => new { t.PromiseId, t.Made, t.Network }).IsUnique();
        tap.HasOne<Promise>().WithMany().HasForeignKey(t => t.PromiseId).OnDelete(DeleteBehavior.Cascade);
    }
}
