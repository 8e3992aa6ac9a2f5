using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tags;

/// <summary>A tag as forms and filters show it.</summary>
public sealed record TagChoice(Id<Tag> Id, Facet Facet, string? Group, string Name, string Slug);

/// <summary>The tags that can be chosen.</summary>
public sealed class TagCatalogue(InfoStoryContext db)
{
    /// <summary>Every tag that is not retired, facet by facet in the order of the taxonomy. About 110 rows, one statement.</summary>
    public Task<List<TagChoice>> AllAsync(CancellationToken cancellation) =>
        Choices(db.Tags.Where(tag => !tag.Retired)).ToListAsync(cancellation);

    public Task<List<TagChoice>> InAsync(Facet facet, CancellationToken cancellation) =>
        Choices(db.Tags.Where(tag => tag.Facet == facet && !tag.Retired)).ToListAsync(cancellation);

    /// <summary>The tag of that slug, retired or not; null where there is none.</summary>
    public Task<TagChoice?> FindAsync(string slug, CancellationToken cancellation) =>
        Choices(db.Tags.Where(tag => tag.Slug == slug)).FirstOrDefaultAsync(cancellation);

    private static IQueryable<TagChoice> Choices(IQueryable<Tag> tags) =>
        tags.AsNoTracking().OrderBy(tag => tag.Id).Select(tag => new TagChoice(tag.Id, tag.Facet, tag.Group, tag.Name, tag.Slug));
}
