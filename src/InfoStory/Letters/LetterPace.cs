using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Letters;

/// <summary>The one row in which all processes count the letters of this minute.</summary>
internal sealed class LetterPace : Entity<LetterPace>
{
    public static readonly Id<LetterPace> Only = new(1);

    /// <summary>Whole minutes since 1970.</summary>
    public long Minute { get; set; }

    public int Taken { get; set; }

    internal static LetterPace First => new() { Id = Only };
}

internal sealed class LetterPaceMapping : IEntityTypeConfiguration<LetterPace>
{
    public void Configure(EntityTypeBuilder<LetterPace> pace)
    {
        pace.ToTable("LetterPace");
        pace.Property(p => p.Id).ValueGeneratedNever();
        pace.HasData(LetterPace.First);
    }
}
