using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Search;

namespace InfoStory.Web.Pages.CaseStudies;

/// <summary>
/// What stands in the address of the library, as it was typed. Read from the query itself, because model binding knows other
/// names for the same thing and the cache does not (<see cref="Http.PublicPages"/>).
/// </summary>
public sealed class LibraryQuery(IQueryCollection query)
{
    public const int MaxPage = SearchWords.MaxCandidates / Library.PageSize;
    public const string Path = "/case-studies";

    public string? Words { get; } = Typed(query, "words");

    public string? Kind { get; } = Typed(query, "kind");

    public string? Service { get; } = Typed(query, "service");

    public string? Place { get; } = Typed(query, "place");

    public string? Tag { get; } = Typed(query, "tag");

    public string? After { get; } = Typed(query, "after");

    public string? Page { get; } = Typed(query, "page");

    public bool HasFilter => (Kind ?? Service ?? Place ?? Tag) is not null;

    public bool IsFirstPage => After is null && Page is null or "1";

    /// <summary>False where this part of the address is there and means nothing.</summary>
    public bool TryCursor(out Cursor? after)
    {
        after = Cursor.TryParse(After, null, out var cursor) ? cursor : null;
        return After is null || after is not null;
    }

    public bool TryPage(out int page)
    {
        page = 1;
        return Page is null || (int.TryParse(Page, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page is >= 1 and <= MaxPage);
    }

    /// <summary>The same choices at another place of the list.</summary>
    public string At(Cursor? after = null, int? page = null) => Address(
        ("words", Words), ("kind", Kind), ("service", Service), ("place", Place), ("tag", Tag),
        ("after", after?.ToString()), ("page", page?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same, with the tags under the slugs that they have today.</summary>
    public string Under(string? service, string? tag) => Address(
        ("words", Words), ("kind", Kind), ("service", service), ("place", Place), ("tag", tag), ("after", After), ("page", Page));

    /// <summary>The same words without the filters.</summary>
    public string WordsOnly() => Address(("words", Words));

    private static string Address(params (string Name, string? Value)[] parts) =>
        Path + QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));

    private static string? Typed(IQueryCollection query, string name) => query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;
}
