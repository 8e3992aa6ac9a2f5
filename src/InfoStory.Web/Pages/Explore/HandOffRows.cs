using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using InfoStory.Tags;
using InfoStory.Web.Words;

namespace InfoStory.Web.Pages.Explore;

/// <summary>One cell of the matrix of hand-offs.</summary>
/// <param name="Count">Case studies, at least; null where it is not said.</param>
/// <param name="Unanswered">Those of them in which nobody came back; null where it is not said.</param>
public sealed record HandOffCell(int? Count, int? Unanswered);

/// <summary>A service that the matrix has a row or a column for.</summary>
public sealed record HandOffService(Id<Tag> Id, string Name, string Slug);

/// <summary>What may be shown of hand-offs, in the words of today.</summary>
internal static class HandOffRows
{
    /// <summary>The services that have a number as who sent people on, or to whom, in the order of the taxonomy.</summary>
    public static IReadOnlyList<HandOffService> Services(LibraryTerms terms, IEnumerable<Id<Tag>> of) =>
    [
        .. of.Distinct().OrderBy(service => service.Value).Select(service => (service, Tag: terms.TagOf(LibraryValue.Of(Facet.Service, service))))
            .Where(one => one.Tag is not null).Select(one => new HandOffService(one.service, one.Tag!.Name, one.Tag.Slug)),
    ];

    /// <summary>The most frequent pairs of services.</summary>
    public static IReadOnlyList<CountRow> Pairs(LibraryTerms terms, HandOffTables tables, int? year, int most) =>
    [
        .. tables.Pairs(year).Take(most)
            .Select(pair => new CountRow($"{NameOf(terms, pair.From)} → {NameOf(terms, pair.To)}", null, pair.Count, IsAtLeast: true)),
    ];

    private static string? NameOf(LibraryTerms terms, Id<Tag> service) => terms.Named(LibraryValue.Of(Facet.Service, service))?.Name;

    /// <summary>The hand-offs of one service, of all years.</summary>
    public static IReadOnlyList<CountTable> Of(ExploreSubject service, LibraryTerms terms, HandOffTables tables)
    {
        var key = new Id<Tag>(service.Value.Key);
        var pairs = tables.Pairs(null);
        return
        [
            .. new[]
            {
                new CountTable("sent-on", $"To whom {service.Name} sent people on", "Service", Rows(pairs.Where(pair => pair.From == key), pair => pair.To)),
                new CountTable("sent-here", $"Who sent people on to {service.Name}", "Service", Rows(pairs.Where(pair => pair.To == key), pair => pair.From)),
            }.Where(table => table.Rows.Count > 0).Select(table => table with { HasChart = true }),
        ];

        List<CountRow> Rows(IEnumerable<(Id<Tag> From, Id<Tag> To, int Count)> some, Func<(Id<Tag> From, Id<Tag> To, int Count), Id<Tag>> other) =>
        [
            .. some.Select(pair => (pair.Count, Subject: ExploreSubject.Of(terms, LibraryValue.Of(Facet.Service, other(pair)))))
                .Where(one => one.Subject is not null).Select(one => new CountRow(one.Subject!.Name, one.Subject.Address, one.Count, true)),
        ];
    }
}
