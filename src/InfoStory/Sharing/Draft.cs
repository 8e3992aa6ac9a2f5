using System.Security.Cryptography;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Sharing;

/// <summary>A story that is not yet sent. It is found only by the secret in its author's browser, and deleted seven days after its last change.</summary>
public sealed class Draft : Entity<Draft>, IRevised
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>More letters than people write: a draft weighs one for every so many that it has begun.</summary>
    private const int Heavy = 16_000;

    /// <summary>More answers than these earn a draft no more patience.</summary>
    private const int MostAnswered = 8;

    public int Revision { get; private set; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string KeyHash { get; init; }

    public required DateTime ExpiresAt { get; set; }

    /// <summary>When the first answer was kept.</summary>
    public required DateTime StartedAt { get; init; }

    public StoryAnswers Answers { get; init; } = new();

    /// <summary>Who may hear the story, empty for only the team; null until the author has said so.</summary>
    public List<Audience>? Audiences { get; set; }

    /// <summary>For how many months.</summary>
    public int? Months { get; set; }

    /// <summary>The version of <see cref="ConsentWording"/> under which <see cref="Audiences"/> were chosen; null until they are.</summary>
    public string? Wording { get; set; }

    public bool SeeFirst { get; set; }

    /// <summary>The author says that somebody in the story may be at risk.</summary>
    public bool SomeoneAtRisk { get; set; }

    public Id<Invitation>? InvitationId { get; set; }

    public Id<Campaign>? CampaignId { get; set; }

    /// <summary>How much of <see cref="DraftRoom"/> it takes: one, unless it is longer than any that a person writes.</summary>
    public int Weight { get; private set; }

    /// <summary>How often an answer was kept, up to eight.</summary>
    public int Answered { get; private set; }

    /// <summary>Writes one answer.</summary>
    /// <returns>How much heavier the draft is now.</returns>
    internal int Take(IAnswer answer)
    {
        var before = Weight;
        answer.WriteTo(this);
        Answered = Math.Min(Answered + 1, MostAnswered);
        Weight = 1 + (Answers.OwnWords.Sum(words => words.Length) / Heavy);
        return Weight - before;
    }
}

/// <summary>The secret of a draft: 32 random bytes that live only in the author's browser.</summary>
public sealed class DraftSecret
{
    private const int Length = 32;

    private DraftSecret(byte[] bytes, bool isFresh = false) => (Bytes, IsFresh) = (bytes, isFresh);

    public byte[] Bytes { get; }

    /// <summary>It was given out with a page, for the first answer of a story to be kept under, so that two answers sent at once are one story.</summary>
    public bool IsFresh { get; }

    public string Hash => Convert.ToHexString(SHA256.HashData(Bytes));

    public static DraftSecret New() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Null unless it is exactly what <see cref="ToString"/> wrote.</summary>
    public static DraftSecret? Parse(string? text, bool isFresh = false)
    {
        var bytes = new byte[Length];
        return text?.Length == Length * 2
            && Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == Length
            ? new(bytes, isFresh)
            : null;
    }

    public override string ToString() => Convert.ToHexString(Bytes);
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("Drafts");
        draft.Property(d => d.KeyHash).HasMaxLength(64);
        draft.HasIndex(d => d.KeyHash).IsUnique();
        draft.HasIndex(d => d.ExpiresAt);
        // In the order in which drafts make room, and all that is read to know how much they take.
        draft.HasIndex(d => new { d.Weight, d.Answered, d.ExpiresAt }).IsDescending(true, false, false);
        draft.OwnsOne(d => d.Answers, Map).Navigation(d => d.Answers).IsRequired();
        draft.Property(d => d.Wording).HasMaxLength(ConsentWording.MaxVersion);
        draft.PrimitiveCollection(d => d.Audiences).HasMaxLength(200).ElementType().HasConversion<string>();
        draft.HasOne<Invitation>().WithMany().HasForeignKey(d => d.InvitationId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void Map(OwnedNavigationBuilder<Draft, StoryAnswers> answers)
    {
        answers.Property(a => a.HandOffs).HasColumnName("HandOffs").HasConversion<StepsColumn>(StepsColumn.Comparer).IsRequired(false);
        answers.OwnsOne(a => a.Missing, MissingInformation.Map);
        answers.HasOne<Tag>().WithMany().HasForeignKey(a => a.ServiceId).OnDelete(DeleteBehavior.Restrict);
        answers.HasOne<Place>().WithMany().HasForeignKey(a => a.PlaceId).OnDelete(DeleteBehavior.Restrict);
        StoryAnswers.MapColumns(answers.OwnedEntityType);
    }
}

public static class DraftSets
{
    extension(InfoStoryContext db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();
    }
}
