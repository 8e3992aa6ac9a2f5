using InfoStory.Data;
using InfoStory.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Data;

/// <summary>What counts once counts once, for every process together.</summary>
public sealed class OneTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.NewAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Of_ten_who_use_it_at_once_one_has_used_it_and_nobody_after_them()
    {
        var once = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => database.Get<OneTime>().UseAsync("asked", Life))));

        Assert.Single(once, used => used);
        Assert.False(await database.Get<OneTime>().UseAsync("asked", Life));
        Assert.True(await database.Get<OneTime>().UseAsync("asked again", Life));
    }

    [Fact]
    public async Task It_is_forgotten_when_it_would_not_count_anyway_and_not_before()
    {
        await database.Get<OneTime>().UseAsync("asked", Life);

        database.Clock.Advance(Life - TimeSpan.FromSeconds(1));
        await RunAsync();
        var before = await CountAsync();
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        await RunAsync();

        Assert.Equal((1, 0), (before, await CountAsync()));
    }

    private Task RunAsync() => database.Get<IServiceProvider>().GetServices<IJob>().OfType<DeleteExpired>().Single().RunAsync(default);

    private Task<int> CountAsync() => database.Get<InfoStoryContext>().Set<UsedUp>().CountAsync();
}
