using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Tests.CaseStudies;

public sealed class LibraryTests
{
    [Fact]
    public async Task Only_published_case_studies_are_listed_newest_first_page_after_page()
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> slugs = [];
        for (var number = 0; number < 5; number++)
        {
            if (number % 2 == 0) database.Clock.Advance(TimeSpan.FromHours(1));
            slugs.Add((await database.Given(A.Story().Titled($"Story {number}").Published())).Slug!);
        }

        await database.Given(A.Story().Ready());

        List<string> read = [];
        Cursor? after = null;
        do
        {
            var page = await database.Get<Library>().ListAsync(after, 2, default);
            read.AddRange(page.Entries.Select(entry => entry.Slug));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(slugs.AsEnumerable().Reverse(), read);
    }

    [Fact]
    public async Task Every_filter_finds_what_it_names_and_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("In Cornwall").About("Housing", "Cornwall").Tagged("Trust").Kind(StoryKind.Worked).Published());
        await database.Given(A.Story().Titled("In Wales").About("Police", "Cardiff").Tagged("Staff").Kind(StoryKind.Failed).Published());

        (string Found, LibraryFilter Filter)[] cases =
        [
            ("in-cornwall", new(LibraryValue.Of(StoryKind.Worked))),
            ("in-cornwall", new(await TagAsync(database, "housing"))),
            ("in-cornwall", new(await TagAsync(database, "trust"))),
            ("in-cornwall", new(await PlaceAsync(database, "cornwall"))),
            ("in-cornwall", new(await PlaceAsync(database, "south-west"))),
            ("in-cornwall", new(await PlaceAsync(database, "england"))),
            ("in-wales", new(await PlaceAsync(database, "wales"), await TagAsync(database, "police"))),
            ("in-wales in-cornwall", new(await PlaceAsync(database, "wales"), await PlaceAsync(database, "cornwall"))),
            ("in-wales", new(await PlaceAsync(database, "wales"), await PlaceAsync(database, "cornwall"), LibraryValue.Of(StoryKind.Failed))),
            ("", new(await PlaceAsync(database, "wales"), await TagAsync(database, "police"), LibraryValue.Of(StoryKind.Worked))),
            ("", new(await PlaceAsync(database, "scotland"))),
        ];
        foreach (var (found, filter) in cases)
        {
            var listed = await SlugsAsync(database, filter);
            var searched = await database.Get<LibraryFinder>().FindAsync(new(filter, SearchWords.Parse("worker")!), default);

            Assert.Equal(found, string.Join(' ', listed));
            Assert.Equal(found.Split(' ').Order(), searched.Entries.Select(entry => entry.Slug).DefaultIfEmpty("").Order());
        }
    }

    [Theory]
    [InlineData("kworked")]
    [InlineData("p1")]
    public async Task The_words_that_narrow_a_search_are_not_found_by_it(string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().About("Housing", "Cornwall").Kind(StoryKind.Worked).Published());

        Assert.Equal(0, (await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(typed)!), default)).Found);
    }

    [Fact]
    public async Task Search_finds_words_in_other_forms_and_marks_them()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("The ward").PublicText("She waited for the discharge letter. Nobody had sent it.").Published());
        await database.Given(A.Story().Titled("The school").PublicText("They rang back at once.").Published());

        var found = await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("waiting discharge")!), default);

        var entry = Assert.Single(found.Entries);
        Assert.Equal("the-ward", entry.Slug);
        Assert.Equal(["waited", "discharge"], entry.Passage.Where(part => part.Marked).Select(part => part.Text));
        Assert.Equal(1, found.Found);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a AND OR NOT NEAR(")]
    [InlineData("title:x ^y -z *")]
    [InlineData("\"unbalanced phrase")]
    [InlineData("can't won't '; DROP TABLE SearchTexts; --")]
    [InlineData("ŵ ﷽ 👩‍⚕️ \u0301")]
    [InlineData("%_[]{}")]
    public async Task No_search_is_mistaken_for_a_command(string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());

        if (SearchWords.Parse(typed) is { } words) await database.Get<LibraryFinder>().FindAsync(new(new(), words), default);

        Assert.Single(await SlugsAsync(database, new()));
    }

    [Fact]
    public async Task What_has_ended_is_neither_found_nor_counted_and_leaves_no_gap_in_a_page()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < Library.PageSize + 2; number++)
        {
            var story = await database.Given(A.Story().Titled($"Zebrafinch {number}").Published());
            if (number < 3) await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);
        }

        database.Clock.Advance(database.Clock.UtcNow.AddMonths(6) - database.Clock.UtcNow);

        var (library, words) = (database.Get<Library>(), SearchWords.Parse("zebrafinch")!);
        var found = await database.Get<LibraryFinder>().FindAsync(new(new(), words), default);
        var listed = await library.ListAsync(null, 100, default);

        Assert.Equal(Library.PageSize - 1, found.Found);
        Assert.Equal((found.Found, found.Found, (LibraryPlace?)null), (found.Entries.Count, listed.Entries.Count, found.Next));
    }

    [Fact]
    public async Task Search_pages_never_overlap()
    {
        await using var database = await TestDatabase.NewAsync();
        for (var number = 0; number < Library.PageSize + 2; number++) await database.Given(A.Story().Titled($"Telephone {number}").Published());

        var first = await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("telephone")!), default);
        var second = await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("telephone")!, At: new(null, 2)), default);

        Assert.Equal((Library.PageSize + 2, 2), (first.Found, first.Next?.Page));
        Assert.Equal(Library.PageSize + 2, first.Entries.Concat(second.Entries).Select(entry => entry.Slug).Distinct().Count());
    }

    [Fact]
    public async Task What_never_was_public_is_not_found_and_what_was_is_gone()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var ready = await database.Given(A.Story().Titled("Not yet").Ready());
        await database.Get<CaseStudyEditing>().DraftFromAsync(ready.Reference, A.Publisher(), default);
        var revision = (await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).Revision;
        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, new() { Revision = revision, Title = "T" }, A.Publisher(), default);

        await Assert.ThrowsAsync<GoneException>(() => database.Get<Library>().ReadAsync(story.Slug!, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Library>().ReadAsync("not-yet", default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<Library>().ReadAsync("no-such-thing", default));
        Assert.Empty(await SlugsAsync(database, new()));
        Assert.Empty((await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse("worker")!), default)).Entries);
    }

    [Fact]
    public async Task What_comes_back_keeps_its_first_day_and_is_new_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("First").Published());
        var first = (await database.Get<Library>().ReadAsync(story.Slug!, default)).PublishedAt;
        database.Clock.Advance(TimeSpan.FromDays(1));
        await database.Given(A.Story().Titled("Second").Published());
        var editing = database.Get<CaseStudyEditing>();
        await editing.TakeDownAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
        database.Clock.Advance(TimeSpan.FromHours(1));
        await editing.PublishAsync(story.CaseStudy, (await database.FormAsync(story.CaseStudy)).Answered(), A.Publisher(), default);

        var page = await database.Get<Library>().ListAsync(null, 1, default);
        var next = await database.Get<Library>().ListAsync(page.Next, 1, default);
        var read = await database.Get<Library>().ReadAsync(story.Slug!, default);

        Assert.Equal((story.Slug, first, database.Clock.UtcNow), (page.Entries[0].Slug, page.Entries[0].PublishedAt, page.Entries[0].UpdatedAt));
        Assert.Equal("second", Assert.Single(next.Entries).Slug);
        Assert.Equal((first, database.Clock.UtcNow), (read.PublishedAt, read.UpdatedAt));
    }

    private static async Task<LibraryValue> TagAsync(TestDatabase database, string slug) =>
        await database.Get<TagCatalogue>().FindAsync(slug, default) is { } tag ? LibraryValue.Of(tag.Facet, tag.Id) : default;

    private static async Task<LibraryValue> PlaceAsync(TestDatabase database, string slug) =>
        LibraryValue.Of((await database.Get<PlaceCatalogue>().AllAsync(default)).Single(place => place.Slug == slug).Id);

    private static async Task<IEnumerable<string>> SlugsAsync(TestDatabase database, LibraryFilter filter) =>
        (await database.Get<LibraryFinder>().FindAsync(new(filter), default)).Entries.Select(entry => entry.Slug);
}
