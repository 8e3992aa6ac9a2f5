using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Rights;
using InfoStory.Search;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies.Finding;

/// <summary>The other words that a search which finds nothing may have meant: words of what is public now, and of nothing else.</summary>
public sealed class DidYouMeanTests
{
    private const string Text = "The hospital’s discharge nurse waited at the café. Nobody could tell the housing officer about 24 letters in 2024.";

    [Theory]
    [InlineData("dischrage", "discharge")]
    [InlineData("DISCHRAGE", "discharge")]
    [InlineData("hosptal dischrage", "hospital discharge")]
    [InlineData("hospital dischrage", "hospital discharge")]
    [InlineData("\"hospital's dischrage\"", "\"hospital's discharge\"")]
    [InlineData("“dischrage nurse”", "\"discharge nurse\"")]
    [InlineData("nurse, dischrage!", "nurse, discharge!")]
    [InlineData("hopsitals", "hospital")]
    [InlineData("ofificer", "officer")]
    [InlineData("caffe", "cafe")]
    [InlineData("Cronwall", "cornwall")]
    [InlineData("Hosuing letters", "housing letters")]
    [InlineData("dischrage 24 leters", "discharge 24 letters")]
    [InlineData("dischrage 2024", "discharge 2024")]
    public async Task A_word_that_is_in_no_case_study_becomes_the_nearest_that_is(string typed, string meant)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Left waiting").PublicText(Text).About("Housing", "Cornwall").Published());

        Assert.Equal(new DidYouMean(meant, 1), await AskAsync(database, typed));
    }

    [Theory]
    [InlineData("discharge")]
    [InlineData("xyzzyplugh")]
    [InlineData("nsure")]
    [InlineData("dischrage xyzzyplugh")]
    [InlineData("hospital gp")]
    [InlineData("hte")]
    [InlineData("0151 496 0000")]
    [InlineData("di5chrage")]
    [InlineData("' OR 1=1 --")]
    [InlineData("dischrage NEAR/2 \" ( * AND OR NOT")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\0\u202E\uD83D\uDCA9 dischra")]
    [InlineData("ааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааааа")]
    public async Task What_is_there_or_nothing_like_it_is_there_or_no_word_at_all_is_left_as_it_is(string typed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Left waiting").PublicText(Text).Published());

        Assert.Null(await AskAsync(database, typed));
    }

    [Fact]
    public async Task Of_words_that_are_as_near_the_one_in_most_case_studies_is_meant_and_the_filter_stays()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().PublicText("They sent the letter.").About("Housing", "Leeds").Published());
        for (var number = 0; number < 2; number++)
            await database.Given(A.Story().Titled($"Better {number}").PublicText("It got better.").About("Police", "Leeds").Published());
        var police = LibraryValue.Of(Facet.Service, (await database.Get<TagCatalogue>().FindAsync("police", default))!.Id);
        var housing = LibraryValue.Of(Facet.Service, (await database.Get<TagCatalogue>().FindAsync("housing", default))!.Id);

        Assert.Equal(new("better", 2), await AskAsync(database, "ketter"));
        Assert.Equal(new("better", 2), await AskAsync(database, "ketter", police));
        Assert.Null(await AskAsync(database, "ketter", housing));
        Assert.Null(await AskAsync(database, "ketter", LibraryValue.OfYear(2001)));
    }

    [Fact]
    public async Task A_long_text_gives_no_half_of_the_word_at_which_it_is_cut()
    {
        await using var database = await TestDatabase.NewAsync();
        var text = $"Nurses {string.Join(' ', Enumerable.Repeat("multidisciplinary", 400))}";
        await database.Given(A.Story().Titled("Left waiting").PublicText(text).Published());
        var body = (await database.Get<InfoStoryContext>().Set<SearchText>().SingleAsync()).Body;
        var half = body[..4_000].Split(' ')[^1];

        Assert.InRange(half.Length, 5, 14);
        Assert.Null(await AskAsync(database, $"{half}x"));
    }

    [Fact]
    public async Task A_word_goes_with_the_last_case_study_that_holds_it_on_every_process_at_once()
    {
        await using var database = await TestDatabase.NewAsync();
        LibrarySpelling[] processes = [database.Get<LibrarySpelling>(), Another(database)];
        var story = await database.Given(A.Story().Titled("One").PublicText("A kingfisher sat there.").Published());
        await database.Given(A.Story().Titled("Two").PublicText("A zebrafinch sat there.").Published());
        await database.Given(A.Story().Titled("Three").PublicText("A nightingale was told of to us alone.").Ready());
        foreach (var process in processes)
        {
            Assert.Equal("kingfisher", (await AskAsync(database, process, "kingfishre"))?.Words);
            Assert.Null(await AskAsync(database, process, "nightingael"));
        }

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        foreach (var process in processes)
        {
            Assert.Null(await AskAsync(database, process, "kingfishre"));
            Assert.Equal("zebrafinch", (await AskAsync(database, process, "zebrafinhc"))?.Words);
        }

        await database.Given(A.Story().Titled("Four").PublicText("A kingfisher again.").Published());
        foreach (var process in processes) Assert.Equal("kingfisher", (await AskAsync(database, process, "kingfishre"))?.Words);
        database.Clock.Advance(TimeSpan.FromDays(3650));
        foreach (var process in processes) Assert.Null(await AskAsync(database, process, "kingfishre"));
    }

    [Fact]
    public async Task Whatever_is_typed_each_word_that_is_said_is_in_the_library()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Left waiting").PublicText(Text).Published());
        var (dice, told, of) = (new Random(3), 0, Text.Split(' '));
        for (var time = 0; time < 60; time++)
        {
            var at = dice.Next(of.Length);
            var typed = string.Join(' ', of[at..Math.Min(of.Length, at + dice.Next(1, 3))]).Insert(2, $"{"eu \"'-*:^(){}é\0\u0301"[dice.Next(16)]}");

            if (await AskAsync(database, typed) is not { } meant) continue;
            told++;
            Assert.Equal(1, meant.Found);
            Assert.Equal(1, (await database.Get<LibraryFinder>().FindAsync(new(new(), SearchWords.Parse(meant.Words)), default)).Found);
        }

        Assert.True(told > 10, $"{told} were told.");
    }

    private static Task<DidYouMean?> AskAsync(TestDatabase database, string typed, params LibraryValue[] filter) =>
        AskAsync(database, database.Get<LibrarySpelling>(), typed, filter);

    private static async Task<DidYouMean?> AskAsync(TestDatabase database, LibrarySpelling process, string typed, params LibraryValue[] filter)
    {
        var terms = await database.Get<LibraryFinder>().TermsAsync(default);
        var asked = new LibrarySearch(new(filter), SearchWords.Parse(typed, InfoStory.CaseStudies.LibraryNames.Of(terms.Offered, terms.Places, [])));
        var finder = new LibraryFinder(
            database.Get<InfoStoryContext>(), database.Get<LibraryIndex>(), process, database.Get<IFullText>(), database.Clock);
        return (await finder.FindAsync(asked, default)).Found > 0 ? null : await finder.DidYouMeanAsync(asked, default);
    }

    /// <summary>The words that another process on the same database knows.</summary>
    private static LibrarySpelling Another(TestDatabase database) =>
        new(database.Get<IDbContextFactory<InfoStoryContext>>(), database.Get<Editions>(), database.Clock);
}
