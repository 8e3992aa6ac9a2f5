using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Places;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Tests.TagUpkeep;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies.Finding;

public sealed class LibraryCountsTests
{
    private const int Steps = 16;

    private static readonly string[] Services = ["Housing", "Police", "Mental health"], Places = ["Cornwall", "Leeds", "Cardiff", "South West"],
        Tagged = ["Trust", "Staff", "Co-location", "Repeating my story"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_count_is_what_its_link_finds_on_two_processes_whatever_happened(int seed)
    {
        await using var database = await TestDatabase.NewAsync();
        var (dice, told) = (new Random(seed), new List<GivenStory>());
        LibraryIndex[] processes = [database.Get<LibraryIndex>(), Another(database)];
        HashSet<LibraryValue> seen = [];

        for (var step = 0; step < Steps; step++)
        {
            await ActAsync(database, dice, told, step);
            var model = await ModelAsync(database);
            seen.UnionWith(model.SelectMany(study => study));
            List<LibraryValue> known = [.. seen];
            for (var filter = 0; filter < 4; filter++)
            {
                var asked = new LibraryFilter([.. Enumerable.Range(0, dice.Next(4)).Where(_ => known.Count > 0).Select(_ => known[dice.Next(known.Count)])]);
                foreach (var process in processes) await CheckAsync(database, process, asked, model, filter % 2 == 0 ? null : SearchWords.Parse("worker"));
            }
        }

        Assert.Contains(LibraryValue.Changed, seen);
        Assert.True(seen.Count > 10, "Too little happened.");
    }

    [Fact]
    public async Task Previous_leads_back_over_the_pages_that_next_led_through()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < (Library.PageSize * 2) + 5; number++) await database.Given(A.Story().Titled($"Story {number}").Published());

        List<(LibraryPlace At, string First)> forth = [];
        LibraryFound page;
        for (LibraryPlace? at = new(null); at is { } place; at = page.Next)
        {
            page = await database.Get<LibraryFinder>().FindAsync(new(new(), At: place), default);
            forth.Add((place, page.Entries[0].Slug));
        }

        List<(LibraryPlace At, string First)> back = [];
        for (LibraryPlace? at = forth[^1].At; at is { } place; at = page.Previous)
        {
            page = await database.Get<LibraryFinder>().FindAsync(new(new(), At: place), default);
            back.Insert(0, (place, page.Entries[0].Slug));
        }

        Assert.Equal(3, forth.Count);
        Assert.Equal(forth, back);
    }

    [Fact]
    public async Task Where_nothing_is_found_it_says_how_many_less_would_find()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().About("Housing", "Cornwall").Kind(StoryKind.Failed).Published());
        await database.Given(A.Story().About("Police", "Cornwall").Kind(StoryKind.Failed).Published());
        await database.Given(A.Story().About("Housing", "Leeds").Kind(StoryKind.Worked).Published());
        var (worked, cornwall) = (LibraryValue.Of(StoryKind.Worked), await PlaceAsync(database, "Cornwall"));

        var found = await database.Get<LibraryFinder>().FindAsync(new(new(worked, cornwall), SearchWords.Parse("worker")), default);

        Assert.Equal(0, found.Found);
        Assert.Equal(new Dictionary<LibraryValue, int> { [worked] = 2, [cornwall] = 1 }, found.Without);
    }

    [Fact]
    public async Task Newest_first_finds_the_same_as_best_first()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < Library.PageSize + 3; number++) await database.Given(A.Story().Titled($"Telephone {number}").Published());
        var words = SearchWords.Parse("telephone");

        var first = await database.Get<LibraryFinder>().FindAsync(new(new(), words, IsNewest: true), default);
        var second = await database.Get<LibraryFinder>().FindAsync(new(new(), words, IsNewest: true, first.Next!.Value), default);

        Assert.Equal(Library.PageSize + 3, first.Found);
        Assert.Equal(
            Enumerable.Range(0, Library.PageSize + 3).Reverse().Select(number => $"Telephone {number}"),
            first.Entries.Concat(second.Entries).Select(entry => entry.Title));
        Assert.All(first.Entries, entry => Assert.Contains(entry.Passage, part => part.Text.Length > 0));
    }

    private static async Task ActAsync(TestDatabase database, Random dice, List<GivenStory> told, int step)
    {
        database.Clock.Advance(TimeSpan.FromMinutes(dice.Next(2)));
        switch (told.Count < 4 ? 0 : dice.Next(9))
        {
            case 1:
                await UnpublishAsync(database, told[dice.Next(told.Count)]);
                break;
            case 2:
                await database.Get<Withdrawal>().WithdrawAsync(Taken(told, dice).Id, default);
                break;
            case 3:
                await EditAsync(database, told[dice.Next(told.Count)], dice);
                break;
            case 4 when step > Steps / 2:
                await MergeAsync(database);
                break;
            case 5:
                await database.Get<Permissions>().ChangeAsync(Taken(told, dice).Id, new() { Audiences = [Audience.Website], Months = 6 }, default);
                break;
            case 6:
                database.Clock.Advance(TimeSpan.FromDays(100));
                break;
            case 7:
                await PromiseAsync(database, told[dice.Next(told.Count)], $"Promise {step}");
                break;
            default:
                told.Add(await database.Given(A.Story().Titled($"Story {step}").About(Pick(dice, Services), Pick(dice, Places)).Tagged(Pick(dice, Tagged))
                    .Kind((StoryKind)dice.Next(3)).Published()));
                break;
        }
    }

    private static T Pick<T>(Random dice, T[] of) => of[dice.Next(of.Length)];

    private static GivenStory Taken(List<GivenStory> told, Random dice)
    {
        var one = told[dice.Next(told.Count)];
        told.Remove(one);
        return one;
    }

    private static async Task UnpublishAsync(TestDatabase database, GivenStory story)
    {
        var shown = await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default);
        if (await IsPublicAsync(database, story))
            await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, new() { Revision = shown.Revision, Title = "T" }, A.Publisher(), default);
    }

    private static async Task EditAsync(TestDatabase database, GivenStory story, Random dice)
    {
        var db = database.Get<InfoStoryContext>();
        var study = await db.CaseStudies.Include(study => study.Tags).SingleAsync(study => study.Id == story.CaseStudy);
        study.WhatChanged = study.WhatChanged is null ? "They ring back now." : null;
        study.PlaceId = new((await PlaceAsync(database, Pick(dice, Places))).Key);
        study.Tags.Clear();
        await db.SaveChangesAsync();
        var words = await db.Set<SearchText>().FindAsync(story.CaseStudy.Value);
        if (words is null) return;

        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        List<string> around = [];
        for (var place = study.PlaceId; place is { } one; place = terms.Places.Single(choice => choice.Id == one).ParentId) around.Add($"p{one}");
        words.Narrowing = $" k{study.Kind} s{study.ServiceId} {string.Join(' ', around)} ";
        await db.SaveChangesAsync();
    }

    private static async Task MergeAsync(TestDatabase database)
    {
        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        if (terms.FindTag("trust") is { IsRetired: false, Slug: "trust" }) await database.MergeAsync("trust", "staff");
    }

    private static async Task PromiseAsync(TestDatabase database, GivenStory story, string what)
    {
        if (!await IsPublicAsync(database, story)) return;

        var services = database.Get<IServiceProvider>();
        await services.RecordAsync(await services.PromiseAsync(story, what: what), PromiseEventKind.Made, "They answer now.");
    }

    private static async Task<bool> IsPublicAsync(TestDatabase database, GivenStory story)
    {
        var now = database.Clock.UtcNow;
        return await database.Get<InfoStoryContext>().CaseStudies.AnyAsync(
            study => study.Id == story.CaseStudy && study.PublishedAt != null && study.PublicUntil > now);
    }

    /// <summary>What each public case study can be found by, worked out one by one.</summary>
    private static async Task<List<HashSet<LibraryValue>>> ModelAsync(TestDatabase database)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        var studies = await db.CaseStudies.AsNoTracking().Include(study => study.Tags).ThenInclude(tagged => tagged.Tag)
            .Where(study => study.PublishedAt != null && study.PublicUntil > now).ToListAsync();
        var places = await db.Places.ToDictionaryAsync(place => place.Id);
        var kept = await db.Promises.Where(promise => promise.Outcome == PromiseOutcome.Made).Select(promise => promise.CaseStudyId).ToListAsync();
        return studies.ConvertAll(study =>
        {
            HashSet<LibraryValue> values =
            [
                LibraryValue.Of(study.Kind), LibraryValue.OfYear(study.PublishedAt!.Value.Year), LibraryValue.Of(Facet.Service, study.ServiceId!.Value),
                .. study.Tags.Select(tagged => LibraryValue.Of(tagged.Tag!.Facet, tagged.TagId)),
            ];
            for (var place = study.PlaceId; place is { } one; place = places[one].ParentId) values.Add(LibraryValue.Of(one));
            if (study.WhatChanged is not null || kept.Contains(study.Id)) values.Add(LibraryValue.Changed);
            return values;
        });
    }

    private static async Task CheckAsync(
        TestDatabase database, LibraryIndex process, LibraryFilter filter, List<HashSet<LibraryValue>> model, SearchWords? words)
    {
        var finder = Finder(database, process);
        var found = await finder.FindAsync(new(filter, words), default);

        Assert.Equal(model.Count(study => Fits(study, filter)), found.Found);
        Assert.Equal(found.Found, found.Entries.Count);
        Assert.Equal(model.Count(study => Fits(study, filter) && study.Contains(LibraryValue.Changed)), found.Counts!.Changed);
        var links = model.SelectMany(study => study).Distinct()
            .Select(value => (Value: value, Filter: new LibraryFilter(filter.Values.Where(one => one.Facet != value.Facet).Append(value)))).ToList();
        Assert.Equal(
            links.Select(link => (link.Value, Count: model.Count(study => Fits(study, link.Filter)))).Where(one => one.Count > 0)
                .ToDictionary(one => one.Value, one => one.Count),
            found.Counts.Values);
        foreach (var link in links.Where((_, place) => place % 5 == 0))
        {
            var behind = await Finder(database, process).FindAsync(new(link.Filter, words), default);
            Assert.Equal(found.Counts.Values.GetValueOrDefault(link.Value), behind.Found);
        }
    }

    private static bool Fits(HashSet<LibraryValue> study, LibraryFilter filter) => filter.Facets.All(facet => facet.Any(study.Contains));

    private static LibraryFinder Finder(TestDatabase database, LibraryIndex process) =>
        new(database.Get<InfoStoryContext>(), process, database.Get<LibrarySpelling>(), database.Get<IFullText>(), database.Clock);

    /// <summary>The index of another process on the same database.</summary>
    private static LibraryIndex Another(TestDatabase database) => new(
        database.Get<IDbContextFactory<InfoStoryContext>>(), database.Get<Editions>(), database.Get<IEnumerable<ILibraryFact>>(), database.Clock);

    private static async Task<LibraryValue> PlaceAsync(TestDatabase database, string name) =>
        LibraryValue.Of((await database.Get<PlaceCatalogue>().AllAsync(default)).Single(place => place.Name == name).Id);
}
