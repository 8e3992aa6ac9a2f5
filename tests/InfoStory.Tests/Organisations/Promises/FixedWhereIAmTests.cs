using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>Three others confirm a promise where no author says otherwise; each network counts once for each time that it is made.</summary>
public sealed class FixedWhereIAmTests
{
    [Fact]
    public async Task Three_networks_confirm_it_on_a_day_and_five_are_shown()
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, slug, _) = await MadeAsync(database);
        foreach (var network in (int[])[7, 7, 7, 8]) await TapAsync(database, promise, network);
        var two = await ReadAsync(database, slug);
        await TapAsync(database, promise, 9);
        var three = await ReadAsync(database, slug);
        foreach (var network in (int[])[10, 11]) await TapAsync(database, promise, network);

        var five = await ReadAsync(database, slug);

        Assert.Equal((PromiseState.Made, PromiseState.Confirmed), (two.Promise.State, three.Promise.State));
        Assert.Equal((null, 5), (three.FixedAtLeast, five.FixedAtLeast));
        Assert.True(five.HearsOthers);
        Assert.Single(five.Steps, step => step.Kind == PromiseEventKind.OthersConfirmed);
    }

    [Fact]
    public async Task It_begins_an_edition_only_where_what_is_shown_changes()
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, _, _) = await MadeAsync(database);
        List<long> editions = [await database.Get<Editions>().CurrentAsync(default)];

        foreach (var network in Enumerable.Range(0, 6))
        {
            await TapAsync(database, promise, network);
            editions.Add(await database.Get<Editions>().CurrentAsync(default));
        }

        Assert.Equal([false, false, true, false, true, false], editions.Zip(editions.Skip(1), (before, after) => after > before));
    }

    [Fact]
    public async Task An_authors_no_outweighs_them_and_nobody_is_asked_any_more()
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, slug, story) = await MadeAsync(database);
        foreach (var network in (int[])[1, 2, 3]) await TapAsync(database, promise, network);

        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.No, default);

        var read = await ReadAsync(database, slug);
        Assert.Equal((PromiseState.NotConfirmed, false), (read.Promise.State, read.HearsOthers));
        await Assert.ThrowsAsync<ConflictException>(() => TapAsync(database, promise, 4));
        Assert.Equal(3, await database.Get<InfoStoryContext>().Set<FixedTap>().CountAsync());
    }

    [Fact]
    public async Task What_was_said_of_one_making_counts_for_no_other_and_a_page_of_before_counts_for_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, slug, story) = await MadeAsync(database);
        foreach (var network in (int[])[1, 2]) await TapAsync(database, promise, network);
        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, slug, KeptAnswer.No, default);
        await RecordAsync(database, slug, PromiseEventKind.Made);

        await Assert.ThrowsAsync<ConflictException>(() => TapAsync(database, promise, 3, made: 1));
        await TapAsync(database, promise, 1, made: 2);
        var anew = await ReadAsync(database, slug);
        await RecordAsync(database, slug, PromiseEventKind.Dropped);

        Assert.Equal((PromiseState.Made, 2), (anew.Promise.State, anew.TimesMade));
        await Assert.ThrowsAsync<ConflictException>(() => TapAsync(database, promise, 4, made: 2));
    }

    [Fact]
    public async Task Of_many_at_once_each_network_counts_once_and_it_is_confirmed_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, slug, _) = await MadeAsync(database);

        await Task.WhenAll(((int[])[1, 2, 3, 1, 2, 3]).Select(network => Task.Run(() => TapAsync(database, promise, network))));

        var read = await ReadAsync(database, slug);
        Assert.Equal(3, await database.Get<InfoStoryContext>().Set<FixedTap>().CountAsync());
        Assert.Single(read.Steps, step => step.Kind == PromiseEventKind.OthersConfirmed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_go_with_what_an_author_takes_back_and_none_is_taken_any_more(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var (promise, _, story) = await MadeAsync(database);
        await TapAsync(database, promise, 1);

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await Assert.ThrowsAsync<NotFoundException>(() => TapAsync(database, promise, 2));
        Assert.Equal(0, await database.Get<InfoStoryContext>().Set<FixedTap>().CountAsync());
    }

    private static async Task<(Id<Promise> Promise, string Slug, GivenStory Story)> MadeAsync(TestDatabase database)
    {
        var story = await database.Given(A.Story().Published());
        var slug = await database.Get<IServiceProvider>().PromiseAsync(story);
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "Done.");
        return ((await ReadAsync(database, slug)).Promise.Id, slug, story);
    }

    private static async Task RecordAsync(TestDatabase database, string slug, PromiseEventKind kind)
    {
        var shown = await database.Get<PromiseDesk>().ShowAsync(slug, A.Publisher(), default);
        var said = new RecordPromise { Revision = shown.Revision, Kind = kind, Words = "This is how it is now." };
        await database.Get<Promising>().RecordAsync(slug, said, A.Publisher(), default);
    }

    private static Task<PromiseToRead> ReadAsync(TestDatabase database, string slug) => database.Get<PromiseBook>().ReadAsync(slug, default);

    private static Task TapAsync(TestDatabase database, Id<Promise> promise, int network, int made = 1) =>
        database.Get<FixedWhereIAm>().TapAsync(promise, made, network);
}
