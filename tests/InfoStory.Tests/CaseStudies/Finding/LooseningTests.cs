using InfoStory.CaseStudies.Finding;
using InfoStory.Rights;
using InfoStory.Search;

namespace InfoStory.Tests.CaseStudies.Finding;

/// <summary>What a search that finds nothing offers: the same with fewer words, a place as a filter, and what other words of a tag mean.</summary>
public sealed class LooseningTests
{
    private const string Bristol = "The ward sent her home and nobody rang the café.",
        Leeds = "The carer’s letter came late, after the discharge from hospital.";

    [Theory]
    [InlineData("hospital discharge South West where it got fixed", "hospital discharge in South West: 1")]
    [InlineData("where did the letter get to", "letter: 1")]
    [InlineData("CARERS' letter fixed", "CARERS' letter: 1")]
    [InlineData("cafe carer", "cafe: 1 · carer: 1")]
    [InlineData("\"sent her home\" unicorn", "\"sent her home\": 1")]
    [InlineData("ward letter unicorn", "ward: 1 · letter: 1")]
    [InlineData("Bristol letter", "Bristol: 1 · letter: 1")]
    [InlineData("unicorn dragon", "")]
    [InlineData("unicorn", "")]
    [InlineData("where it", "")]
    [InlineData("A & E unicorn", "")]
    [InlineData("letter ' OR 1=1 --", "letter: 1")]
    [InlineData("ward (letter* AND \"", "ward: 1 · letter: 1")]
    public async Task Words_that_hold_it_back_are_left_out_and_what_is_left_finds_so_many(string typed, string offers)
    {
        await using var database = await TwoAsync();

        var (nothing, asked) = await LookAsync(database, typed);

        Assert.Equal(offers, string.Join(" · ", nothing.Fewer.Select(one => $"{one.Words}{(one.In is null ? "" : $" in {one.In.Name}")}: {one.Found}")));
        foreach (var offer in nothing.Fewer)
        {
            var filter = offer.In is { } place ? new LibraryFilter(LibraryValue.Of(place.Id)) : new();
            var there = await database.Get<LibraryFinder>().FindAsync(asked with { Words = asked.Words!.Retyped(offer.Words), Filter = filter }, default);
            Assert.Equal(offer.Found, there.Found);
        }
    }

    [Fact]
    public async Task What_is_taken_down_is_offered_no_more_and_a_filter_stays_one()
    {
        await using var database = await TwoAsync();
        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        var leeds = new LibraryFilter(LibraryValue.Of(terms.Places.Single(place => place.Name == "Leeds").Id));

        var inLeeds = await LookAsync(database, "ward letter unicorn", leeds);
        var story = await database.Given(A.Story().Titled("Third").PublicText("A kingfisher.").Published());
        var before = await LookAsync(database, "kingfisher unicorn");
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        var after = await LookAsync(database, "kingfisher unicorn");

        Assert.Equal("letter", Assert.Single(inLeeds.Nothing.Fewer).Words);
        Assert.Equal("kingfisher", Assert.Single(before.Nothing.Fewer).Words);
        Assert.Empty(after.Nothing.Fewer);
    }

    [Theory]
    [InlineData("MASH")]
    [InlineData("mash")]
    [InlineData("the MASH in Leeds")]
    public async Task An_other_word_of_a_tag_is_known_although_no_case_study_is_about_it(string typed)
    {
        await using var database = await TwoAsync();

        Assert.Equal(("MASH", "Multi-agency safeguarding hub"), Assert.Single((await LookAsync(database, typed)).Nothing.Means));
        Assert.Empty((await LookAsync(database, "dentist")).Nothing.Means);
        await database.Given(A.Story().Titled("Third").Tagged("Multi-agency safeguarding hub").Published());
        Assert.Empty((await LookAsync(database, "MASH unicorn")).Nothing.Means);
    }

    private static async Task<TestDatabase> TwoAsync()
    {
        var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("First").PublicText(Bristol).Tagged("Hospital discharge").About("Housing", "Bristol").Published());
        await database.Given(A.Story().Titled("Second").PublicText(Leeds).About("Housing", "Leeds").Published());
        return database;
    }

    private static async Task<(NothingFound Nothing, LibrarySearch Asked)> LookAsync(TestDatabase database, string typed, LibraryFilter? filter = null)
    {
        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        var asked = new LibrarySearch(filter ?? new(), SearchWords.Parse(typed, terms.Named([])));
        Assert.Equal(0, (await database.Get<LibraryFinder>().FindAsync(asked, default)).Found);
        return (await database.Get<LibraryLoosening>().LookAsync(asked, default), asked);
    }
}
