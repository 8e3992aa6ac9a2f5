using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tags;

/// <summary>A tag as forms and filters show it.</summary>
public sealed record TagChoice(Id<Tag> Id, Facet Facet, string? Group, string Name, string Slug)
{
    /// <summary>Other words by which somebody may look for it.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Kept for what carries it and for links, and not offered.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>A tag and what became of it.</summary>
/// <param name="Choice">As it is shown.</param>
/// <param name="MergedInto">What stands in its place; null where nothing does.</param>
/// <param name="FormerSlugs">What its slug was before.</param>
/// <param name="Parts">What it was split into.</param>
public sealed record TagInFull(TagChoice Choice, Id<Tag>? MergedInto, IReadOnlyList<string> FormerSlugs, IReadOnlyList<Id<Tag>> Parts);

/// <summary>The tags that can be chosen.</summary>
public sealed class TagCatalogue(InfoStoryContext db)
{
    /// <summary>Every tag that is not retired, facet by facet in the order of the taxonomy. About 110 rows, one statement.</summary>
    public Task<List<TagChoice>> AllAsync(CancellationToken cancellation) => ListAsync(db.Tags.Where(tag => !tag.Retired), cancellation);

    /// <summary>The same and those with these keys, retired or not: what a form must show so that saving it takes nothing away. One statement.</summary>
    public Task<List<TagChoice>> WithAsync(IEnumerable<Id<Tag>> also, CancellationToken cancellation)
    {
        List<Id<Tag>> keys = [.. also.Distinct()];
        return keys.Count == 0 ? AllAsync(cancellation) : ListAsync(db.Tags.Where(tag => !tag.Retired || keys.Contains(tag.Id)), cancellation);
    }

    /// <summary>Every tag that is not retired, and those of these slugs. One statement.</summary>
    public Task<List<TagChoice>> WithAsync(IEnumerable<string> slugs, CancellationToken cancellation)
    {
        List<string> also = [.. slugs.Select(slug => slug.ToLowerInvariant())];
        return also.Count == 0 ? AllAsync(cancellation) : ListAsync(db.Tags.Where(tag => !tag.Retired || also.Contains(tag.Slug)), cancellation);
    }

    /// <summary>Every tag that there is or was, facet by facet in the order of the taxonomy. One statement.</summary>
    public async Task<List<TagInFull>> EveryAsync(CancellationToken cancellation) =>
        [.. (await db.Tags.AsNoTracking().Select(tag => new TagInFull(
                new(tag.Id, tag.Facet, tag.Group, tag.Name, tag.Slug) { Synonyms = Tag.SynonymsOf(tag.Id, tag.SynonymLines), IsRetired = tag.Retired },
                tag.MergedIntoId, tag.FormerSlugs.Select(former => former.Slug).ToList(), tag.Parts.Select(part => part.PartId).ToList()))
            .ToListAsync(cancellation)).OrderBy(tag => tag.Choice.Facet).ThenBy(tag => tag.Choice.Id.Value)];

    /// <summary>The tags of one facet that are not retired, in the order of the taxonomy. One statement.</summary>
    public Task<List<TagChoice>> InAsync(Facet facet, CancellationToken cancellation) =>
        ListAsync(db.Tags.Where(tag => tag.Facet == facet && !tag.Retired), cancellation);

    /// <summary>
    /// The tag of that slug, retired or not, whether it is its slug now or was once; for a tag that was merged, the one that stands in its place.
    /// Null where there never was one. One statement.
    /// </summary>
    public Task<TagChoice?> FindAsync(string slug, CancellationToken cancellation)
    {
        var asked = slug.ToLowerInvariant();
        return Choices(
            from tag in db.Tags
            where tag.Slug == asked || tag.FormerSlugs.Any(former => former.Slug == asked)
            join now in db.Tags on tag.MergedIntoId ?? tag.Id equals now.Id
            select now).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>What this tag was split into, in the order of the taxonomy; empty where it was not. One statement.</summary>
    public Task<List<TagChoice>> PartsAsync(Id<Tag> id, CancellationToken cancellation) =>
        ListAsync(db.Set<TagPart>().Where(part => part.TagId == id).Select(part => part.Part!), cancellation);

    private static async Task<List<TagChoice>> ListAsync(IQueryable<Tag> tags, CancellationToken cancellation) =>
        [.. (await Choices(tags).ToListAsync(cancellation)).OrderBy(tag => tag.Facet).ThenBy(tag => tag.Id.Value)];

    private static IQueryable<TagChoice> Choices(IQueryable<Tag> tags) =>
        tags.AsNoTracking().Select(tag =>
            new TagChoice(tag.Id, tag.Facet, tag.Group, tag.Name, tag.Slug) { Synonyms = Tag.SynonymsOf(tag.Id, tag.SynonymLines), IsRetired = tag.Retired });
}
