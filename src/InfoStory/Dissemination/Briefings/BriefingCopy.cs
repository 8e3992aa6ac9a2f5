using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Dissemination.Briefings;

/// <summary>How somebody was given a briefing.</summary>
public enum CopyKind
{
    /// <summary>By a letter with a signed link, which can be called back.</summary>
    Link,

    /// <summary>A publisher took it away as a Word document, to give it to whoever they say.</summary>
    Word,
}

/// <summary>
/// A briefing that was given to somebody. Which case studies are in it stands in the delivery log under its <see cref="Subject"/>. Who has it is sealed, and
/// forgotten some time after its link has ended.
/// </summary>
public sealed class BriefingCopy : Entity<BriefingCopy>
{
    public const int MaxName = 120;

    /// <summary>For how many days a link opens it.</summary>
    public const int Days = 90;

    /// <summary>For how many days after it ended or was called back we know who has it, to be able to write that a story is taken back.</summary>
    public const int DaysKept = 180;

    /// <summary>What stands before its number.</summary>
    internal const string Named = "briefing copy ";

    public required Id<Briefing> BriefingId { get; init; }

    public Briefing? Briefing { get; private set; }

    /// <summary>As whom they have it, whatever becomes of the briefing.</summary>
    public required Audience Audience { get; init; }

    public required CopyKind Kind { get; init; }

    /// <summary>The address and the name of whoever has it, sealed; null where it is forgotten.</summary>
    public byte[]? Sealed { get; private set; }

    public required string GivenBy { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>When its link opens nothing any more.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>On how many case studies it rested when it was given.</summary>
    public required int Given { get; init; }

    public DateTime? CalledBackAt { get; private set; }

    /// <summary>How often it was called back; links of before open nothing.</summary>
    public int Version { get; private set; }

    /// <summary>Whom history and the delivery log name.</summary>
    public string Subject => SubjectOf(Id);

    public static string SubjectOf(Id<BriefingCopy> id) => Named + id;

    /// <summary>Whether its link opens it.</summary>
    public bool IsOpen(DateTime now) => Kind == CopyKind.Link && CalledBackAt is null && now < EndsAt;

    internal void Seal(byte[] holder) => Sealed = holder;

    /// <summary>Its link opens nothing any more. Again changes nothing.</summary>
    internal bool CallBack(DateTime now)
    {
        if (CalledBackAt is not null) return false;

        (CalledBackAt, Version) = (now, Version + 1);
        return true;
    }

    internal void Forget() => Sealed = null;
}

/// <summary>Who has a copy.</summary>
/// <param name="Email">Tidy.</param>
/// <param name="Name">A person or a body.</param>
public sealed record CopyHolder(string Email, string Name);

internal sealed class BriefingCopyMapping : IEntityTypeConfiguration<BriefingCopy>
{
    public void Configure(EntityTypeBuilder<BriefingCopy> copy)
    {
        copy.ToTable("BriefingCopies");
        copy.Property(c => c.Audience).HasConversion<string>().HasMaxLength(20);
        copy.Property(c => c.Kind).HasConversion<string>().HasMaxLength(10);
        copy.Property(c => c.Sealed).HasMaxLength(4_000);
        copy.Property(c => c.GivenBy).HasMaxLength(256);
        copy.Property(c => c.CalledBackAt).IsConcurrencyToken();
        copy.HasIndex(c => c.EndsAt);
        copy.HasOne(c => c.Briefing).WithMany().HasForeignKey(c => c.BriefingId).OnDelete(DeleteBehavior.Cascade);
    }
}
