using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Web.Pages.CaseStudies;

namespace InfoStory.Web.Api;

/// <summary>A part of an address means nothing; the message is a sentence to whoever wrote it.</summary>
public sealed class BadParameterException(string parameter, string sentence) : Exception(sentence)
{
    public string Parameter => parameter;
}

/// <summary>What a machine asks of the library.</summary>
/// <param name="Query">The same in the one spelling of addresses, without a place in the list.</param>
public sealed record LibraryAsked(LibraryQuery Query, LibraryChoice Chosen, SearchWords? Words)
{
    /// <summary>A page of it, newest first, because only that has a cursor.</summary>
    public LibrarySearch Newest(Cursor? after = null, int size = Library.PageSize) =>
        new(Chosen.Filter, Words, IsNewest: true, new(after)) { Size = size };

    /// <summary>The same filter at another address, with what else belongs there.</summary>
    public string At(string path, params IEnumerable<(string Name, string? Value)> more) => Parts.At(path + Query.At()[LibraryQuery.Path.Length..], more);
}

/// <summary>Reads the filter of an address as the library's page does, and refuses what the page refuses.</summary>
public sealed class LibraryAsking(LibraryChoiceReader choices)
{
    /// <exception cref="BadParameterException">Something in it means nothing.</exception>
    public async Task<LibraryAsked> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var asked = new LibraryQuery(request.Query);
        var chosen = await choices.ReadAsync(asked, cancellation);
        var words = SearchWords.Parse(asked.Words, chosen.Named);
        foreach (var (parameter, sentence) in chosen.Problems(asked, words)) throw new BadParameterException(parameter, $"{sentence}.");

        return new(asked.Sorted(null).With(chosen.Values.Select(one => (one.Facet, one.Slug))), chosen, words);
    }
}

/// <summary>The parts of an address that say which page of a list is asked for.</summary>
internal static class Parts
{
    public const string After = "after", Limit = "limit";

    /// <summary>The most that one answer holds.</summary>
    public const int Most = 100;

    /// <exception cref="BadParameterException">It is none from 1 to 100.</exception>
    public static int LimitOf(HttpRequest request) => Typed(request, Limit) is not { } typed ? Library.PageSize
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit
        : throw new BadParameterException(Limit, $"Ask for 1 to {Most} at a time.");

    /// <exception cref="BadParameterException">It is no place in a list.</exception>
    public static Cursor? CursorOf(HttpRequest request) => Typed(request, After) is not { } typed ? null
        : Cursor.TryParse(typed, null, out var cursor) ? cursor : throw NoPlace();

    /// <exception cref="BadParameterException">It is no place in a list.</exception>
    public static Id<T> KeyOf<T>(HttpRequest request) => Typed(request, After) is not { } typed ? default
        : long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? new(key) : throw NoPlace();

    public static string? Typed(HttpRequest request, string name) => request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>An address with these parts after those that it has; those without a value are left out.</summary>
    public static string At(string address, params IEnumerable<(string Name, string? Value)> more)
    {
        var query = QueryString.Create(more.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))).Value ?? "";
        return query.Length > 0 && address.Contains('?', StringComparison.Ordinal) ? $"{address}&{query[1..]}" : address + query;
    }

    /// <summary>As an address writes it; null where it need not be written.</summary>
    public static string? Written(int limit) => limit == Library.PageSize ? null : limit.ToString(CultureInfo.InvariantCulture);

    private static BadParameterException NoPlace() => new(After, "This is no place in the list. Follow “next”, or start without it.");
}
