using InfoStory.CaseStudies;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>
/// What the filters of an address mean; null where one is not set, or names something that is not there. <paramref name="Tags"/> and <paramref name="Places"/>
/// are what can be chosen. <paramref name="Parts"/> are what the tag was split into, empty where it was not.
/// </summary>
public sealed record LibraryChoice(
    StoryKind? Kind, TagChoice? Service, PlaceChoice? Place, TagChoice? Tag,
    IReadOnlyList<TagChoice> Tags, IReadOnlyList<PlaceChoice> Places, IReadOnlyList<TagChoice> Parts)
{
    public LibraryFilter Filter => new(Kind, Service?.Id, Place?.Id, Tag?.Id);

    /// <summary>What a reader may look for by its name; made only where words were typed.</summary>
    public IEnumerable<SearchName> Named =>
        LibraryNames.Of(Tags, Places, Enum.GetValues<StoryKind>().SelectMany(kind => kind.Names().Select(name => (kind, name))));

    /// <summary>The filters that are set, in words.</summary>
    public IEnumerable<(string What, string Name)> InWords
    {
        get
        {
            if (Kind is { } kind) yield return ("kind", kind.Title());
            if (Service is not null) yield return ("service", Service.Name);
            if (Place is not null) yield return ("place", Place.Name);
            if (Tag is not null) yield return ("tag", Tag.Name);
        }
    }

    /// <summary>Where the same is found today, since a tag may have been renamed or merged; null where it is here.</summary>
    public string? MovedFrom(LibraryQuery asked) =>
        HasMoved(Service, asked.Service) || HasMoved(Tag, asked.Tag) ? asked.Under(Service?.Slug ?? asked.Service, Tag?.Slug ?? asked.Tag) : null;

    private static bool HasMoved(TagChoice? tag, string? asked) => tag is not null && !string.Equals(tag.Slug, asked, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Finds what an address of the library means. Links to tags that were renamed, merged, retired or split since they were made go on working.</summary>
public sealed class LibraryChoiceReader(TagCatalogue tags, PlaceCatalogue places)
{
    public async Task<LibraryChoice> ReadAsync(LibraryQuery asked, CancellationToken cancellation)
    {
        var (offered, where) = (await tags.AllAsync(cancellation), await places.AllAsync(cancellation));
        var (service, tag) = (await FindAsync(offered, asked.Service, cancellation), await FindAsync(offered, asked.Tag, cancellation));
        var place = where.FirstOrDefault(place => string.Equals(place.Slug, asked.Place, StringComparison.OrdinalIgnoreCase));
        // The filter shows what is asked for although it is not offered.
        var retired = new[] { service, tag }.OfType<TagChoice>().Where(tag => tag.IsRetired).DistinctBy(tag => tag.Id);
        var parts = tag is { IsRetired: true } ? await tags.PartsAsync(tag.Id, cancellation) : [];
        return new(StoryWords.KindOf(asked.Kind), service, place, tag, [.. offered, .. retired], where, parts);
    }

    private async Task<TagChoice?> FindAsync(IEnumerable<TagChoice> offered, string? slug, CancellationToken cancellation) =>
        slug is null
            ? null
            : offered.FirstOrDefault(tag => string.Equals(tag.Slug, slug, StringComparison.OrdinalIgnoreCase)) ?? await tags.FindAsync(slug, cancellation);
}
