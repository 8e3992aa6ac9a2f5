using System.Text.Json;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Stories;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>One filter of the library, by what stands in its address; a slug leads to its tag for ever, whatever that is called.</summary>
public sealed record Interest(string? Words = null, StoryKind? Kind = null, string? Service = null, string? Place = null, string? Tag = null)
{
    /// <summary>What addresses of the library call tags, and what they called all of them once.</summary>
    private static readonly string[] TagNames = ["tag", "area", "problem", "barrier", "enabler", "outcome"];

    private static readonly string[] Single = ["words", "kind", "service", "place"], NotFollowed = ["year", "answered", "changed"];

    public bool IsEverything => (Words ?? Service ?? Place ?? Tag) is null && Kind is null;

    /// <summary>The kind of that slug; null where there is none.</summary>
    public static StoryKind? KindOf(string? slug) =>
        Enum.GetValues<StoryKind>().Where(kind => string.Equals(SlugOf(kind), slug, StringComparison.OrdinalIgnoreCase))
            .Select(kind => (StoryKind?)kind).FirstOrDefault();

    /// <summary>
    /// The one spelling in which it is kept: the query of the library's address without the question mark, each part once and in the library's order.
    /// </summary>
    public override string ToString() => string.Join('&', new[]
    {
        Part("words", Words), Part("kind", Kind is { } kind ? SlugOf(kind) : null), Part("service", Service), Part("place", Place), Part("tag", Tag),
    }.OfType<string>());

    /// <summary>
    /// What an address of the library asks for, or its query alone; what else stands in it, such as a page, is no part of it. Nothing is looked up. Null where
    /// its kind is none, its words have letters that nobody types, or where it asks for more than can be followed at once: several values of a part, a year, or
    /// what came of it.
    /// </summary>
    public static Interest? Parse(string? query)
    {
        var parts = (query ?? "").Split('?')[^1].Split('#')[0].Split('&').Select(part => part.Split('=', 2))
            .Select(sides => (Name: sides[0], Value: Uri.UnescapeDataString(sides[^1].Replace('+', ' '))))
            .Where(part => !string.IsNullOrWhiteSpace(part.Value)).DistinctBy(part => (part.Name.ToLowerInvariant(), part.Value.Trim().ToLowerInvariant()))
            .ToLookup(part => part.Name, part => part.Value, StringComparer.OrdinalIgnoreCase);
        List<string> tags = [.. TagNames.SelectMany(name => parts[name])];
        var isMore = tags.Count > 1 || Single.Any(name => parts[name].Skip(1).Any()) || NotFollowed.Any(parts.Contains);
        return isMore ? null : Of(new InterestForm
        {
            Words = parts["words"].FirstOrDefault(),
            Kind = parts["kind"].FirstOrDefault(),
            Service = parts["service"].FirstOrDefault(),
            Place = parts["place"].FirstOrDefault(),
            Tag = tags.FirstOrDefault(),
        });
    }

    /// <summary>What was typed and chosen; null where its kind is none, or its words have letters that nobody types.</summary>
    public static Interest? Of(InterestForm form)
    {
        var kind = PlainText.TidyOrNull(form.Kind);
        if ((kind is not null && KindOf(kind) is null) || !PlainText.IsTyped(form.Words)) return null;

        return new(Spaced(form.Words), KindOf(kind), Slug(form.Service), Slug(form.Place), Slug(form.Tag));
    }

    private static string? Spaced(string? words) =>
        PlainText.TidyOrNull(words) is { } typed ? string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    private static string? Slug(string? typed) => PlainText.TidyOrNull(typed)?.ToLowerInvariant();

    private static string SlugOf(StoryKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static string? Part(string name, string? value) => value is null ? null : $"{name}={Uri.EscapeDataString(value)}";
}

/// <summary>What somebody follows, as they fill it in: the filters of the library; all empty is everything.</summary>
public record InterestForm
{
    public string? Words { get; init; }

    public string? Kind { get; init; }

    public string? Service { get; init; }

    public string? Place { get; init; }

    public string? Tag { get; init; }
}

/// <summary>An interest as it is shown and asked for: the names of its parts, and what the library takes.</summary>
public sealed record InterestToRead(Interest Interest, LibraryFilter Filter, string? Service, string? Place, string? Tag)
{
    /// <summary>Null where no words are looked for.</summary>
    public string? Words => Interest.Words;
}

/// <summary>Whether words can be looked for in the library.</summary>
internal static class InterestWords
{
    public static bool CanBeSought(string? typed) =>
        PlainText.TidyOrNull(typed) is not { } words || (words.Length <= SearchWords.MaxLength && SearchWords.Parse(words) is not null);
}
