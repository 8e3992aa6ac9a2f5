using System.Collections.Immutable;
using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>
/// What stands in the address of the library, in its one spelling: names in their order, values in small letters, sorted, each once. Read from the query
/// itself, because model binding knows other names for the same thing and the cache does not (<see cref="Http.PublicPages"/>).
/// </summary>
public sealed record LibraryQuery
{
    public const int MaxPage = SearchWords.MaxCandidates / Library.PageSize;
    public const string Path = "/case-studies";

    /// <summary>How an address sorts by the day of publishing, and by how well the words fit.</summary>
    public const string Newest = "newest", Relevance = "relevance";

    /// <summary>What every tag was called by in addresses before facets had names.</summary>
    internal const string OldTag = "tag";

    private static readonly ImmutableArray<LibraryFacet> Facets = [.. Enum.GetValues<LibraryFacet>()];

    /// <summary>Every name that an address may have, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["words", .. Facets.Select(facet => facet.Name()), "sort", "after", "page", OldTag];

    /// <summary>Those that say what is looked for, and not where in the list.</summary>
    public static IReadOnlyList<string> NamesOfChoices { get; } = [.. Names.Except(["sort", "after", "page"])];

    /// <summary>Those that say what is looked for and in which order.</summary>
    public static IReadOnlyList<string> NamesOfLists { get; } = [.. NamesOfChoices, "sort"];

    /// <summary>Whether a name of an address may stand there several times, each with a value of its own.</summary>
    public static bool IsMany(string name) => name == OldTag || Facets.Any(facet => facet.Name() == name);

    public LibraryQuery(IQueryCollection query)
    {
        Words = Typed(query, "words") is { } words && PlainText.Seen(words) is { Length: > 0 } seen ? seen : null;
        Chosen = [.. Facets.SelectMany(facet => Values(query, facet.Name()).Select(slug => (facet, slug)))];
        Tags = Values(query, OldTag);
        var sort = Typed(query, "sort")?.ToLowerInvariant();
        Sort = sort == (Words is null ? Newest : Relevance) || (sort == Relevance && Words is null) ? null : sort;
        After = Typed(query, "after") is { } after ? TryCursor(after, out var cursor) ? IsRanked ? null : cursor!.Value.ToString() : after : null;
        Page = Typed(query, "page") is { } page
            ? TryPage(page, out var number) ? IsRanked && number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null : page
            : null;
    }

    public string? Words { get; private init; }

    /// <summary>The slugs that were chosen, facet by facet.</summary>
    public ImmutableArray<(LibraryFacet Facet, string Slug)> Chosen { get; private init; }

    /// <summary>Slugs of tags under the name that all of them had once.</summary>
    public ImmutableArray<string> Tags { get; private init; }

    /// <summary>Null where it is as it is without saying so: best first with words, newest first without.</summary>
    public string? Sort { get; private init; }

    public string? After { get; private init; }

    public string? Page { get; private init; }

    public bool HasFilter => Chosen.Length + Tags.Length > 0;

    /// <summary>False where an address asks to sort in a way that there is not.</summary>
    public bool IsSortKnown => Sort is null or Newest;

    public bool IsFirstPage => After is null && Page is null;

    /// <summary>Best first.</summary>
    public bool IsRanked => Words is not null && Sort != Newest;

    /// <summary>The facets of which more is asked than can be at once.</summary>
    public IEnumerable<LibraryFacet> TooMany =>
        Chosen.GroupBy(one => one.Facet).Where(facet => facet.Count() > LibraryFilter.Most).Select(facet => facet.Key);

    /// <summary>Whether too much is asked for to look anything up.</summary>
    public bool IsTooMuch => TooMany.Any() || Tags.Length > LibraryFilter.Most;

    /// <summary>Where the page begins; null where that part of the address is there and means nothing.</summary>
    public LibraryPlace? Place => After is null || TryCursor(After, out _)
        ? Page is null ? new(TryCursor(After, out var after) ? after : null) : TryPage(Page, out var page) ? new(null, page) : null
        : null;

    /// <summary>The same choices on another page of the list.</summary>
    public string At(LibraryPlace place = default) =>
        (this with { After = place.After?.ToString(), Page = place.Page > 1 ? place.Page.ToString(CultureInfo.InvariantCulture) : null }).ToString();

    /// <summary>The same choices at another address that reads them.</summary>
    public string At(string path) => path + At()[Path.Length..];

    public LibraryQuery FromTheFirst() => this with { After = null, Page = null };

    /// <summary>The same, with these tags where they are today and none under the old name.</summary>
    public LibraryQuery With(IEnumerable<(LibraryFacet Facet, string Slug)> chosen) =>
        this with { Chosen = [.. chosen.Distinct().OrderBy(one => one.Facet).ThenBy(one => one.Slug, StringComparer.Ordinal)], Tags = [] };

    public LibraryQuery Without(LibraryFacet facet, string slug) =>
        this with { Chosen = Chosen.Remove((facet, slug)), After = null, Page = null };

    /// <summary>The same filter with other words.</summary>
    public LibraryQuery WithWords(string words) => this with { Words = words, After = null, Page = null };

    /// <summary>One more value, and what is on the first page of that.</summary>
    public LibraryQuery Plus(LibraryFacet facet, string slug) => With([.. Chosen, (facet, slug)]).FromTheFirst();

    public LibraryQuery WithoutWords() => this with { Words = null, Sort = null, After = null, Page = null };

    public LibraryQuery Sorted(string? sort) => this with { Sort = sort, After = null, Page = null };

    /// <summary>Whether what stands in the address is this spelling; what nobody defined beside it is nobody's business.</summary>
    public bool IsSpelledIn(QueryString typed)
    {
        var known = new List<(string, string)>();
        foreach (var pair in new QueryStringEnumerable(typed.Value))
        {
            var name = pair.DecodeName().ToString();
            if (Names.Contains(name, StringComparer.OrdinalIgnoreCase)) known.Add((name, pair.DecodeValue().ToString()));
        }

        return known.SequenceEqual(Parts);
    }

    /// <summary>The address itself.</summary>
    public override string ToString() => Path + QueryString.Create(Parts.Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    private IEnumerable<(string Name, string Value)> Parts =>
    [
        .. Part("words", Words), .. Chosen.Select(one => (one.Facet.Name(), one.Slug)), .. Part("sort", Sort), .. Part("after", After), .. Part("page", Page),
        .. Tags.Select(tag => (OldTag, tag)),
    ];

    private static IEnumerable<(string Name, string Value)> Part(string name, string? value) => value is null ? [] : [(name, value)];

    private static bool TryCursor(string? typed, out Cursor? after)
    {
        after = Cursor.TryParse(typed, null, out var cursor) ? cursor : null;
        return after is not null;
    }

    private static bool TryPage(string typed, out int page) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= MaxPage;

    private static ImmutableArray<string> Values(IQueryCollection query, string name) =>
        [.. query[name].Select(value => value?.Trim().ToLowerInvariant() ?? "").Where(value => value.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static string? Typed(IQueryCollection query, string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;
}
