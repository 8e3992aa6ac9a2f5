using System.Collections.Frozen;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies.Finding;

/// <summary>The tags and places by which the library is narrowed, as they are now, by name and by address.</summary>
public sealed class LibraryTerms
{
    private readonly FrozenDictionary<string, TagChoice> bySlug;
    private readonly FrozenDictionary<string, PlaceChoice> placesBySlug;
    private readonly FrozenDictionary<LibraryValue, PlaceChoice> placesByValue;
    private readonly FrozenDictionary<LibraryValue, TagChoice> byValue;
    private readonly FrozenDictionary<Id<Tag>, IReadOnlyList<TagChoice>> parts;

    private IReadOnlyList<SearchName>? named;

    private LibraryTerms(IReadOnlyList<TagInFull> tags, IReadOnlyList<PlaceChoice> places)
    {
        var choices = tags.ToDictionary(tag => tag.Choice.Id, tag => tag.Choice);
        Offered = [.. tags.Select(tag => tag.Choice).Where(tag => !tag.IsRetired)];
        Places = places;
        byValue = choices.Values.ToFrozenDictionary(tag => LibraryValue.Of(tag.Facet, tag.Id));
        // What a tag is called today goes before what another was called once.
        bySlug = tags.Select(tag => (tag.Choice.Slug, Tag: tag))
            .Concat(tags.SelectMany(tag => tag.FormerSlugs.Select(slug => (Slug: slug, Tag: tag)))).DistinctBy(one => one.Slug)
            .ToFrozenDictionary(one => one.Slug, one => choices[one.Tag.MergedInto ?? one.Tag.Choice.Id]);
        parts = tags.Where(tag => tag.Parts.Count > 0).ToFrozenDictionary(
            tag => tag.Choice.Id,
            IReadOnlyList<TagChoice> (tag) => [.. tag.Parts.Select(part => choices[part]).OrderBy(part => part.Facet).ThenBy(part => part.Id.Value)]);
        placesByValue = places.ToFrozenDictionary(place => LibraryValue.Of(place.Id));
        placesBySlug = places.ToFrozenDictionary(place => place.Slug);
    }

    /// <summary>Every tag that is not retired, facet by facet in the order of the taxonomy.</summary>
    public IReadOnlyList<TagChoice> Offered { get; }

    /// <summary>Countries and regions first, then authorities by name.</summary>
    public IReadOnlyList<PlaceChoice> Places { get; }

    /// <summary>
    /// The tag of that slug, retired or not, whether it is its slug now or was once; for a tag that was merged, the one that stands in its place. Null where
    /// there never was one.
    /// </summary>
    public TagChoice? FindTag(string slug) => bySlug.GetValueOrDefault(slug);

    public PlaceChoice? FindPlace(string slug) => placesBySlug.GetValueOrDefault(slug);

    /// <summary>The tag of that value; null where it is none of a tag.</summary>
    public TagChoice? TagOf(LibraryValue value) => byValue.GetValueOrDefault(value);

    /// <summary>The place of that value; null where it is none of a place.</summary>
    public PlaceChoice? PlaceOf(LibraryValue value) => placesByValue.GetValueOrDefault(value);

    /// <summary>What this tag was split into; empty where it was not.</summary>
    public IReadOnlyList<TagChoice> PartsOf(TagChoice tag) => parts.GetValueOrDefault(tag.Id, []);

    /// <summary>What a reader may look for by its name. It is made once: an administrator may keep thousands of other words.</summary>
    /// <param name="kinds">Each kind with what it is called, always the same.</param>
    public IReadOnlyList<SearchName> Named(IEnumerable<(StoryKind Kind, string Name)> kinds) => named ??= [.. LibraryNames.Of(Offered, Places, kinds)];

    /// <summary>Other words that were typed of tags that these are, with the tag's name. What services are called besides is not the same thing.</summary>
    internal IReadOnlyList<(string Word, string Name)> OtherWords(Func<TagChoice, bool> which, SearchWords typed) =>
    [
        .. from tag in Offered
           where tag.Facet != Facet.Service && tag.Synonyms.Count > 0 && which(tag)
           from word in tag.Synonyms
           where SearchNames.Whole(typed.Terms, NameInWords.Of(word).Select(name => new SearchName(name, "", IsWhole: true))).Count > 0
           select (word, tag.Name),
    ];

    /// <summary>The place of which the whole own name was typed, with where it stands; null where there is none.</summary>
    internal (int From, int Count, PlaceChoice Place)? PlaceIn(IReadOnlyList<SearchTerm> typed)
    {
        var names = Places.SelectMany(place => NameInWords.Of(place.Name).Select(name => new SearchName(name, place.Slug, IsSpelled: true)));
        return SearchNames.Whole(typed, names) is [var (from, count, name), ..] ? (from, count, placesBySlug[name.Word]) : null;
    }

    /// <summary>For each place the values of it and of those around it.</summary>
    internal IReadOnlyDictionary<Id<Place>, IReadOnlyList<LibraryValue>> Around()
    {
        var parent = Places.ToDictionary(place => place.Id, place => place.ParentId);
        return Places.ToDictionary(place => place.Id, IReadOnlyList<LibraryValue> (place) => [.. Upwards(place.Id).Select(LibraryValue.Of)]);

        IEnumerable<Id<Place>> Upwards(Id<Place> from)
        {
            for (Id<Place>? place = from; place is { } one; place = parent.GetValueOrDefault(one)) yield return one;
        }
    }

    /// <summary>Two statements.</summary>
    internal static async Task<LibraryTerms> ReadAsync(InfoStoryContext db, CancellationToken cancellation) =>
        new(await new TagCatalogue(db).EveryAsync(cancellation), await new PlaceCatalogue(db).AllAsync(cancellation));
}
