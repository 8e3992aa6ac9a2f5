using InfoStory.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InfoStory.Search;

/// <summary>
/// The words of one public case study, as full-text search reads them. The row has the case study's key and exists
/// only while it is public; the provider keeps its index in step with the table.
/// </summary>
public sealed class SearchText : IPublic
{
    /// <summary>The key of the case study.</summary>
    public required long Id { get; init; }

    public required string Title { get; set; }

    public required string Body { get; set; }

    /// <summary>Words for what a search can be narrowed by, a space before and after each.</summary>
    public required string Narrowing { get; set; }
}

internal sealed class SearchTextMapping : IEntityTypeConfiguration<SearchText>
{
    public void Configure(EntityTypeBuilder<SearchText> text)
    {
        text.ToTable("SearchTexts");
        text.Property(t => t.Id).ValueGeneratedNever();
        text.Property(t => t.Title).HasMaxLength(120);
        text.Property(t => t.Narrowing).HasMaxLength(1000);
    }
}
