using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Insight.Explore;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Api;
using InfoStory.Web.Feeds;
using InfoStory.Web.Pages.CaseStudies;
using InfoStory.Web.Pages.Explore;
using QuoteModel = InfoStory.Web.Pages.Quotes.ReadModel;

namespace InfoStory.Web.Http;

/// <summary>
/// The pages that everybody may find, each declared once. The cache, the sitemap, robots.txt and the tests of access, headers, plans, cache and
/// appearance all read these lists; a page that anybody can open and that is on none of them fails a test.
/// </summary>
public static class PublicPages
{
    /// <summary>The page that there may be more of than one sitemap holds.</summary>
    public const string CaseStudy = "/case-studies/{slug}";

    /// <summary>What shows the counts that are kept of impact.</summary>
    public const string Impact = "/impact", ImpactCsv = "/impact.csv", Explore = "/explore";

    /// <summary>What lists are made of that show some of all case studies.</summary>
    private static readonly EditionSubject[] Lists = [EditionSubject.AnyCaseStudy];

    /// <summary>What says which page of a list of the API is asked for.</summary>
    private static readonly string[] Pages = [Parts.After, Parts.Limit];

    /// <summary>In the order of the sitemap.</summary>
    public static IReadOnlyList<PublicPage> All { get; } =
    [
        new("/") { MadeOf = Lists },
        new(LibraryQuery.Path) { Queries = LibraryQuery.Names, MadeOf = Lists },
        new("/share") { IsCached = false },
        new("/subscribe") { Queries = LibraryQuery.NamesOfChoices },
        new("/about") { MadeOf = [] },
        new("/privacy") { MadeOf = [] },
        new("/accessibility") { MadeOf = [] },
        new("/api") { MadeOf = [] },
        new("/campaigns/{slug}") { Each = CampaignsAsync },
        new(Impact),
        new("/promises") { Queries = ["state", "service", "place", "after"] },
        new("/promises/{slug}") { Each = Promises },
        new(CaseStudy) { Each = CaseStudies },
        new(Explore) { MadeOf = Lists },
        new(HandOffsModel.Path) { Queries = ["year"], MadeOf = Lists },
        new("/explore/barriers") { MadeOf = Lists },
        Explored(ExploreSubject.Themes),
        Explored(ExploreSubject.Services),
        Explored(ExploreSubject.Places),
        new("/organisations") { Queries = ["words", "letter", "after"] },
        new("/organisations/{slug}") { Each = Organisations, EachInSitemap = OrganisationsOnRecord },
        new(LibraryFeed.Address) { ForPeople = false, Queries = LibraryQuery.NamesOfChoices, MadeOf = Lists },
        new(JsonFeed.Address) { ForPeople = false, Queries = LibraryQuery.NamesOfChoices, MadeOf = Lists },
        new(BriefModel.Path) { ForPeople = false, Queries = LibraryQuery.NamesOfLists, MadeOf = Lists },
        new(LibraryFiles.Csv) { ForPeople = false, IsCached = false, Queries = LibraryQuery.NamesOfChoices },
        new(LibraryFiles.JsonLines) { ForPeople = false, IsCached = false, Queries = LibraryQuery.NamesOfChoices },
        new("/cards/{slug}") { ForPeople = false, Each = CaseStudies },
        new("/pictures/{key}") { ForPeople = false, IsEmbedded = true, Each = Pictures },
        new("/quotes/{slug}") { ForPeople = false, IsFramed = true, Queries = [QuoteModel.Which, QuoteModel.Place], Each = CaseStudies },
        new("/promises/feed") { ForPeople = false },
        new(ImpactCsv) { ForPeople = false },
        new(ExploreCsv.Figures) { ForPeople = false, Queries = [.. ExploreSubject.Folders.Select(folder => folder.One)], MadeOf = Lists },
        new(ExploreCsv.HandOffs) { ForPeople = false, MadeOf = Lists },
        new(ExploreCsv.Barriers) { ForPeople = false, MadeOf = Lists },
        new("/sitemap.xml") { ForPeople = false, Queries = ["page"], MadeOf = Lists },
        new("/api/v1/case-studies") { ForPeople = false, Queries = [.. LibraryQuery.NamesOfChoices, .. Pages], MadeOf = Lists },
        new("/api/v1/case-studies/{slug}") { ForPeople = false, Each = CaseStudies },
        new("/api/v1/themes") { ForPeople = false, MadeOf = Lists },
        new("/api/v1/counts") { ForPeople = false, Queries = LibraryQuery.NamesOfChoices, MadeOf = Lists },
        new("/api/v1/organisations") { ForPeople = false, Queries = Pages },
        new("/api/v1/promises") { ForPeople = false, Queries = ["state", "service", "place", .. Pages] },
        new("/api/v1/gone") { ForPeople = false, Queries = Pages, MadeOf = Lists },
        new(ApiDocument.Address) { ForPeople = false, MadeOf = [] },
        new(OpenSearch.Address) { ForPeople = false, MadeOf = [] },
        new("/robots.txt") { ForPeople = false, MadeOf = [] },
    ];

    /// <summary>Where one person is on their own way: open to anybody, never kept, and nothing for search engines. Each is how an address begins.</summary>
    public static IReadOnlyList<string> Journeys { get; } =
    [
        "/share/", "/i/", "/here-too/", "/promises/{slug}/fixed", "/my-story", "/kept/", "/called-back/", "/changed/", "/briefings/", "/respond",
        "/sign-in", "/subscribe/",
    ];

    /// <summary>Open to anybody, never kept, and linked from nowhere that a search engine reads.</summary>
    public static IReadOnlyList<string> Apart { get; } = ["/sign-out", "/exit", "/error", "/health"];

    private static readonly FrozenDictionary<string, PublicPage> Whole = All.Where(page => page.Folder is null)
        .ToFrozenDictionary(page => page.Route, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, PublicPage> Within = All.Where(page => page.Folder is not null)
        .ToFrozenDictionary(page => page.Folder!, StringComparer.OrdinalIgnoreCase);

    /// <summary>The page at this path; null where it is none of them. Whether there is anything to read is for the page to say.</summary>
    public static PublicPage? Find(PathString path)
    {
        var asked = path.Value is { Length: > 1 } address ? address.TrimEnd('/') : "/";
        return Whole.GetValueOrDefault(asked) ?? Within.GetValueOrDefault(asked[..(asked.LastIndexOf('/') + 1)]);
    }

    private static async IAsyncEnumerable<ListedAddress> CampaignsAsync(
        IServiceProvider services, [EnumeratorCancellation] CancellationToken cancellation)
    {
        CampaignList page;
        for (Cursor? after = null; ; after = page.Next)
        {
            page = await services.GetRequiredService<CampaignCalendar>().PageAsync(after, cancellation);
            foreach (var campaign in page.Rows) yield return new(campaign.Slug, null);
            if (page.Next is null) yield break;
        }
    }

    private static IAsyncEnumerable<ListedAddress> CaseStudies(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<Library>().Sitemap().Select(study => new ListedAddress(study.Slug, study.UpdatedAt));

    private static IAsyncEnumerable<ListedAddress> Pictures(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<PublicPictures>().Keys().Select(key => new ListedAddress(key, null));

    private static IAsyncEnumerable<ListedAddress> Promises(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<PromiseBook>().Sitemap().Select(promise => new ListedAddress(promise.Slug, promise.UpdatedAt));
    private static PublicPage Explored(string folder) => new($"/explore/{folder}/{{slug}}")
    {
        Each = (services, cancellation) => ExploredAsync(services, folder, isEmptyToo: true, cancellation),
        EachInSitemap = (services, cancellation) => ExploredAsync(services, folder, isEmptyToo: false, cancellation),
        MadeOf = Lists,
    };

    private static async IAsyncEnumerable<ListedAddress> ExploredAsync(
        IServiceProvider services, string folder, bool isEmptyToo, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var explorer = services.GetRequiredService<Explorer>();
        var (terms, counts) = (await explorer.TermsAsync(cancellation), await explorer.EverywhereAsync(cancellation));
        foreach (var subject in ExploreSubject.In(terms, folder).OrderByDescending(subject => counts.Values.GetValueOrDefault(subject.Value)))
        {
            if (isEmptyToo || counts.Values.ContainsKey(subject.Value)) yield return new(subject.Slug, null);
        }
    }

    private static IAsyncEnumerable<ListedAddress> Organisations(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<OrganisationRegister>().All().Select(one => new ListedAddress(one.Slug, null));

    private static IAsyncEnumerable<ListedAddress> OrganisationsOnRecord(IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<OrganisationRegister>().Sitemap().Select(one => new ListedAddress(one.Slug, null));
}
