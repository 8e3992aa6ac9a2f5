using InfoStory.Tags;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>Links to tags that were renamed, merged, retired or split since they were made: all of them go on working.</summary>
public sealed partial class IndexModel
{
    public TagChoice? Service { get; private set; }

    public TagChoice? Tag { get; private set; }

    public IReadOnlyList<TagChoice> Tags { get; private set; } = [];

    /// <summary>What the tag was split into; empty where it was not.</summary>
    public IReadOnlyList<TagChoice> Parts { get; private set; } = [];

    /// <summary>Where the same is found today; null where it is here.</summary>
    private string? Moved =>
        HasMoved(Service, Asked.Service) || HasMoved(Tag, Asked.Tag) ? Asked.Under(Service?.Slug ?? Asked.Service, Tag?.Slug ?? Asked.Tag) : null;

    /// <summary>A tag that is retired is not offered, but links to it still work.</summary>
    private async Task<TagChoice?> TagAsync(string? slug, CancellationToken cancellation) =>
        slug is null ? null : Tags.FirstOrDefault(tag => Same(tag.Slug, slug)) ?? await tags.FindAsync(slug, cancellation);

    /// <summary>The filter shows what is asked for although it is not offered, and the page names the parts of a tag that was split.</summary>
    private async Task LoadRetiredAsync(CancellationToken cancellation)
    {
        Tags = [.. Tags, .. new[] { Service, Tag }.OfType<TagChoice>().Where(tag => tag.IsRetired).DistinctBy(tag => tag.Id)];
        if (Tag is { IsRetired: true }) Parts = await tags.PartsAsync(Tag.Id, cancellation);
    }

    private static bool HasMoved(TagChoice? tag, string? asked) => tag is not null && !Same(tag.Slug, asked);
}
