using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Sharing;

/// <summary>What is kept of all drafts together has a bound, and whoever fills it keeps nobody from telling a story.</summary>
public sealed class DraftRoomTests : IAsyncLifetime
{
    private const int Most = 20;

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.NewAsync(drafts: Most);

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_flood_refuses_nobody_and_takes_no_draft_that_somebody_went_on_with()
    {
        var (goneOnWith, begun) = (await TellAsync("Two answers."), await TellAsync("One answer."));
        await database.Get<Drafts>().SaveAsync(goneOnWith, new ChooseKind { Kind = StoryKind.Failed }, new ChooseKindRules(), default);
        database.Clock.Advance(TimeSpan.FromMinutes(30));

        for (var minute = 0; minute < 4 * 60; minute += 4)
        {
            await TellAsync("A flood.");
            Assert.InRange((await database.Get<DraftRoom>().HeldAsync(default)).Held, 1, Most);
            database.Clock.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.NotNull(await database.Get<Drafts>().FindAsync(goneOnWith, default));
        Assert.Null(await database.Get<Drafts>().FindAsync(begun, default));
    }

    [Fact]
    public async Task Nobody_who_was_there_within_the_hour_makes_room_and_who_finds_none_is_told()
    {
        List<DraftSecret> begun = [];
        for (var number = 0; number < Most; number++) begun.Add(await TellAsync("Begun."));
        database.Clock.Advance(TimeSpan.FromMinutes(59));

        var refused = await Assert.ThrowsAsync<TooManyException>(() => TellAsync("One too many."));
        await database.Get<Drafts>().SaveAsync(begun[0], new ChooseKind { Kind = StoryKind.Failed }, new ChooseKindRules(), default);
        var kept = await database.Get<InfoStoryContext>().Set<Draft>().CountAsync();
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync("Now there is room.");

        Assert.Contains("Nothing you typed is lost", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Most, TimeSpan.FromMinutes(10)), (kept, refused.RetryAfter));
        Assert.NotNull(await database.Get<Drafts>().FindAsync(begun[0], default));
        Assert.Null(await database.Get<Drafts>().FindAsync(begun[1], default));
    }

    [Fact]
    public async Task What_is_longer_than_anybody_writes_goes_first_whenever_it_came_and_whatever_it_grew_from()
    {
        for (var number = 0; number < Most - 4; number++) await TellAsync("Begun.");
        var stuffed = await TellAsync("Grows.");
        await TellAsync(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👧", 5_000)), stuffed);
        var full = await database.Get<DraftRoom>().HeldAsync(default);

        await TellAsync("Honest.");
        await TellAsync("Honest.");

        Assert.Equal(Most - 4 + 4, full.Held);
        Assert.True(full.IsSoonFull);
        Assert.Null(await database.Get<Drafts>().FindAsync(stuffed, default));
    }

    [Fact]
    public async Task A_draft_never_makes_room_for_itself()
    {
        var oldest = await TellAsync("Oldest.");
        database.Clock.Advance(TimeSpan.FromMinutes(61));
        for (var number = 1; number < Most; number++) await TellAsync("Begun.");

        await Assert.ThrowsAsync<TooManyException>(() => TellAsync(string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👧", 5_000)), oldest));

        Assert.Equal("Oldest.", (await database.Get<Drafts>().FindAsync(oldest, default))!.Answers.Told);
    }

    [Fact]
    public async Task Many_at_once_pass_the_bound_by_no_more_than_themselves_and_the_next_one_brings_it_back()
    {
        for (var number = 0; number < Most - 1; number++) await TellAsync("Begun.");
        database.Clock.Advance(TimeSpan.FromMinutes(61));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => TellAsync("At once."))));
        for (var number = 0; number < 10; number++) await TellAsync("After them.");

        Assert.InRange((await database.Get<DraftRoom>().HeldAsync(default)).Held, 1, Most);
    }

    private Task<DraftSecret> TellAsync(string told, DraftSecret? secret = null) =>
        database.Get<Drafts>().SaveAsync(secret, new TellStory { Told = told }, new TellStoryRules(), default);
}
