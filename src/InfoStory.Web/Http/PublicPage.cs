using InfoStory.Data;
using InfoStory.Web.Pages.CaseStudies;

namespace InfoStory.Web.Http;

/// <summary>What stands at the end of an address, and when it last changed, where that is known.</summary>
public sealed record ListedAddress(string Address, DateTime? ChangedAt);

/// <summary>One row of <see cref="PublicPages"/>: a page or an endpoint that is the same for everyone.</summary>
/// <param name="Route">As its page or endpoint has it. A name in braces can only be the last part, and <see cref="Each"/> says what stands there.</param>
public sealed record PublicPage(string Route)
{
    /// <summary>False for what machines read, such as the feed. What people read is in the sitemap.</summary>
    public bool ForPeople { get; init; } = true;

    /// <summary>Kept in memory until what the public sees changes.</summary>
    public bool IsCached { get; init; } = true;

    /// <summary>Others may show it in a frame on their pages.</summary>
    public bool IsFramed { get; init; }

    /// <summary>Others may show it on their pages as it is.</summary>
    public bool IsEmbedded { get; init; }

    /// <summary>What its answer is always made of: a change to anything else of one kind leaves it as it is. Null where the page says so itself, or is
    /// made of everything (<see cref="Http.MadeOf"/>).</summary>
    public IReadOnlyList<EditionSubject>? MadeOf { get; init; }

    /// <summary>The names in the query that its answer depends on. A page that reads another one shows one reader what another asked for.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>It shows what was chosen of the library, of which there may be several of a kind.</summary>
    public bool Chooses => Queries.Contains(LibraryQuery.OldTag);

    /// <summary>What can stand in the place of the braces.</summary>
    public Func<IServiceProvider, CancellationToken, IAsyncEnumerable<ListedAddress>>? Each { get; init; }

    /// <summary>Those of <see cref="Each"/> that search engines are told of; null for all of them.</summary>
    public Func<IServiceProvider, CancellationToken, IAsyncEnumerable<ListedAddress>>? EachInSitemap { get; init; }

    /// <summary>The route up to the braces; null where it has none.</summary>
    internal string? Folder => Route.IndexOf('{') is var brace and > 0 ? Route[..brace] : null;

    /// <summary>Every address that it has now, from the root of the site.</summary>
    public IAsyncEnumerable<ListedAddress> AddressesAsync(IServiceProvider services, CancellationToken cancellation) => Each is null
        ? new[] { new ListedAddress(Route, null) }.ToAsyncEnumerable()
        : Each(services, cancellation).Select(one => one with { Address = Folder + one.Address });

    /// <summary>Every address that search engines are told of.</summary>
    public IAsyncEnumerable<ListedAddress> ForSitemapAsync(IServiceProvider services, CancellationToken cancellation) =>
        (EachInSitemap is null ? this : this with { Each = EachInSitemap }).AddressesAsync(services, cancellation);
}
