using InfoStory.CaseStudies.Finding;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Words;

namespace InfoStory.Web.Api;

/// <summary>A part of an address that an answer depends on.</summary>
/// <param name="IsMany">It may stand there several times, and then any of them is meant.</param>
internal sealed record ApiParameter(string Name, string Description, string Example, bool IsMany = false, bool IsNumber = false);

/// <summary>What an address of the API is for: said in its document and on the page that is made of that.</summary>
/// <param name="Id">The name under which programs call it.</param>
/// <param name="Example">One answer.</param>
internal sealed record ApiNotes(string Id, string Summary, string Description, object Example, params IReadOnlyList<ApiParameter> Parameters)
{
    private const string Kept = "It may be withdrawn at any time: then its address answers 410.";

    private static readonly ApiParameter Limit = new(Parts.Limit, "How many at a time: 1 to 100, or 20 where it is left out.", "50", IsNumber: true),
        After = new(Parts.After, "Where the page begins. Follow “next”, and do not make one up.", "639156096000000000-12");

    private static readonly ApiParameter[] Filter =
    [
        new("words", "Words that it must hold, as the search box takes them.", "discharge nurse"),
        .. Enum.GetValues<LibraryFacet>().Select(facet => new ApiParameter(facet.Name(), $"{facet.Title()}, by its slug.", facet.Example(), IsMany: true)),
    ];

    public static ApiNotes CaseStudies { get; } = new(
        "listCaseStudies", "Case studies", $"What is public now and fits the filter, newest first. {Kept}", ApiExamples.CaseStudies, [.. Filter, After, Limit]);

    public static ApiNotes CaseStudy { get; } = new(
        "readCaseStudy", "One case study", $"All of it, in plain words. Where its address was changed the old one leads on. {Kept}", ApiExamples.CaseStudy);

    public static ApiNotes Themes { get; } = new("listThemes", "Themes", "Every tag that is in use, and how many case studies have it.", ApiExamples.Themes);

    public static ApiNotes Counts { get; } = new(
        "countCaseStudies", "Counts", "How many case studies a filter leaves, and how many there would be with each value. Within a filter values widen; "
        + "filters narrow each other.", ApiExamples.Counts, Filter);

    public static ApiNotes Organisations { get; } = new(
        "listOrganisations", "Organisations", "Every organisation that has a page.", ApiExamples.Organisations,
        new(Parts.After, "Where the page begins. Follow “next”, and do not make one up.", "12"), Limit);

    public static ApiNotes Promises { get; } = new(
        "listPromises", "Promises", "What organisations promised because of a public case study, changed last first.", ApiExamples.Promises,
        new("state", $"What became of it: {string.Join(", ", Enum.GetValues<PromiseState>().Select(state => state.ToSlug()))}.", PromiseState.Made.ToSlug()),
        new("service", "The service that the case study is about, by its slug.", LibraryFacet.Service.Example()),
        new("place", "Where, by its slug.", LibraryFacet.Place.Example()), After, Limit);

    public static ApiNotes Gone { get; } = new(
        "listGone", "What is gone", "The keys of case studies that were public within the last 90 days and are not. Please delete what you keep of them.",
        ApiExamples.Gone, After, Limit);
}

/// <summary>One answer of each kind, of nobody.</summary>
internal static class ApiExamples
{
    private const string Site = "https://stories.example.org", Key = "tag:stories.example.org,2026:case-study-12", Slug = "left-hanging-for-a-bed";

    private static readonly DateTime At = new(2026, 11, 3, 9, 30, 0, DateTimeKind.Utc);

    private static readonly Term Kind = new("A fix we made", "fix-we-made"), Service = new("Housing", "housing"), Place = new("Leeds", "leeds");

    private static readonly TagTerm[] Tags = [new("area", "Hospital discharge", "hospital-discharge")];

    public static CaseStudyPage CaseStudies { get; } = new(
        41,
        [
            new(Key, Slug, $"{Site}/case-studies/{Slug}", "Left hanging for a bed", "Nobody told the ward that the flat was ready.", Kind, "Manager",
                Service, Place, Tags, At, At),
        ],
        $"{Site}{ApiEndpoints.Root}/case-studies?place=leeds&after=639156096000000000-12");

    public static CaseStudyWhole CaseStudy { get; } = new(
        Key, Slug, $"{Site}/case-studies/{Slug}", "Left hanging for a bed", "Nobody told the ward that the flat was ready.", Kind, "Manager", Service, Place,
        Tags, [new("The story", "The ward rang every day."), new("What changed", "The ward can see it.")],
        [new("The person", "Wait for a flat", 9, 2, "days", "January to June 2026", "The ward’s own count", null)], ["The ward rang every day."],
        [new($"{Site}{Cards.Pictures.AddressOf("5d41402abc4b2a76b9719d911017c592")}", "A board with 12 names", "The ward took it", 1280, 960)],
        [new("Told 2 times to 2 services in about a week.", [new("Housing", "Telephone", "About a week", true)])], NamesChanged: true, At, At, At);

    public static ThemeList Themes { get; } = new([new("area", "Hospital discharge", "hospital-discharge", 12)]);

    public static Counts Counts { get; } = new(41, [new("place", "Place", [new("Leeds", "leeds", 3)])]);

    public static OrganisationList Organisations { get; } = new(
        [new("leeds-city-council", $"{Site}/organisations/leeds-city-council", "Leeds City Council", Service, IsClosed: false)], null);

    public static PromisePage Promises { get; } = new(
        [
            new("one-number-to-call", $"{Site}/promises/one-number-to-call", "One number to call", "Head of housing",
                new("Leeds City Council", "leeds-city-council"), "made", "They say that they made it.", new(2026, 12, 1), At),
        ],
        null);

    public static GonePage Gone { get; } = new([new(Key, At)], null);
}
