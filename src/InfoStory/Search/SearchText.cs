using InfoStory.Data;
using InfoStory.Data.Folding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Search;

/// <summary>
/// The words of one public case study, as full-text search reads them. The row has the case study's key and exists
/// only while it is public; the provider keeps its index in step with the table.
/// </summary>
public sealed class SearchText : IPublic
{
    public const int MaxTitle = 120;

    /// <summary>The key of the case study.</summary>
    public required long Id { get; init; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    /// <summary>Words for what a search can be narrowed by, a space before and after each.</summary>
    public required string Narrowing { get; set; }

    EditionSubject? IPublic.SubjectIn(InfoStoryContext db) => EditionSubject.CaseStudy(Id);

    /// <summary>A title as it is read, cut to what is kept of it; nobody finds a title by its hundredth joined emoji.</summary>
    public static string TitleOf(string title)
    {
        var read = Folded.Of(title).Legible;
        return read.Length <= MaxTitle ? read : read[..(char.IsHighSurrogate(read[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)];
    }
}

internal sealed class SearchTextMapping : IEntityTypeConfiguration<SearchText>
{
    public void Configure(EntityTypeBuilder<SearchText> text)
    {
        text.ToTable("SearchTexts");
        text.Property(t => t.Id).ValueGeneratedNever();
        text.Property(t => t.Title).HasMaxLength(SearchText.MaxTitle);
        text.Property(t => t.Narrowing).HasMaxLength(1000);
    }
}
