using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>
/// A picture that was added to a case study, as it was drawn anew: never the file that somebody chose (docs/decisions/0096). Everyone sees it only where the
/// case study shows it (<see cref="CaseStudy.Pictures"/>).
/// </summary>
public sealed class CaseStudyPicture : Entity<CaseStudyPicture>
{
    public const int MaxAlt = 250;
    public const int MaxCaption = 200;

    /// <summary>The most of one case study.</summary>
    public const int Most = 4;

    public const int KeyLength = 32;

    public required Id<CaseStudy> CaseStudyId { get; init; }

    /// <summary>A hash, under which it is found.</summary>
    public required string Key { get; init; }

    public required string Alt { get; init; }

    public string? Caption { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>A WebP. No list and no page reads it.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>A picture as a case study shows it; it stands in the row of the case study, without its bytes.</summary>
public sealed record ShownPicture
{
    public string Key { get; init; } = "";

    /// <summary>What somebody hears who does not see it.</summary>
    public string Alt { get; init; } = "";

    public string? Caption { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>All that is said of it in one text.</summary>
    public string InWords() => Caption is null ? Alt : $"{Alt.TrimEnd('.')}. {Caption}";
}

/// <summary>A picture on the desk, shown or not, with what was said of it when it was added.</summary>
public sealed record KeptPicture(string Key, string Alt, string? Caption, int Width, int Height);

internal sealed class CaseStudyPictureMapping : IEntityTypeConfiguration<CaseStudyPicture>
{
    public void Configure(EntityTypeBuilder<CaseStudyPicture> picture)
    {
        picture.ToTable("CaseStudyPictures");
        picture.HasIndex(p => p.Key).IsUnique();
        picture.HasIndex(p => p.CaseStudyId);
        picture.Property(p => p.Key).HasMaxLength(CaseStudyPicture.KeyLength);
        picture.Property(p => p.Alt).HasMaxLength(PlainText.Room(CaseStudyPicture.MaxAlt));
        picture.Property(p => p.Caption).HasMaxLength(PlainText.Room(CaseStudyPicture.MaxCaption));
        picture.HasOne<CaseStudy>().WithMany().HasForeignKey(p => p.CaseStudyId).OnDelete(DeleteBehavior.Cascade);
    }
}
