using InfoStory.Data;
using InfoStory.Web.Http;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Public;

/// <summary>How long an answer waits that changed what the public sees.</summary>
public sealed class EditionWatchTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nobody_waits_a_moment_less_than_what_was_read_before_is_trusted()
    {
        var watch = site.Get<EditionWatch>();

        var waited = await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            // They begin at any moment of a tick of the clock that timers go by.
            Spin(number % 40 * 100);
            var start = site.Clock.GetTimestamp();
            await watch.WaitUntilKnownAsync(default);
            return site.Clock.GetElapsedTime(start);
        })));

        Assert.All(waited, one => Assert.True(one >= Trust, $"{one.TotalMilliseconds} ms"));
    }

    /// <summary>What was made meanwhile is not taken for good until something else changes.</summary>
    [Fact]
    public async Task After_the_database_was_gone_over_a_moment_at_which_something_ends_all_is_made_anew()
    {
        await using var one = new TestSite();
        await one.Given(A.Story().Published());
        var watch = one.Get<EditionWatch>();
        var before = await watch.CurrentAsync(default);
        await RunAsync(one, "ALTER TABLE Editions RENAME TO Away");
        one.Clock.Advance(before.Until - one.Clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(1));

        var meanwhile = await watch.CurrentAsync(default);
        await RunAsync(one, "ALTER TABLE Away RENAME TO Editions");
        await watch.WaitUntilKnownAsync(default);
        var after = await watch.CurrentAsync(default);

        Assert.Equal(DateTime.MaxValue, meanwhile.Until);
        Assert.False(after.Keeps(meanwhile, [], one.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task What_was_changed_is_known_also_where_the_next_moment_is_not()
    {
        await using var one = new TestSite();
        await one.Given(A.Story().Published());
        var watch = one.Get<EditionWatch>();
        var before = await watch.CurrentAsync(default);
        await one.Given(A.Story().Published());
        await watch.WaitUntilKnownAsync(default);
        await RunAsync(one, "ALTER TABLE Campaigns RENAME TO Away");

        var meanwhile = await watch.CurrentAsync(default);
        await RunAsync(one, "ALTER TABLE Away RENAME TO Campaigns");
        await watch.WaitUntilKnownAsync(default);
        var after = await watch.CurrentAsync(default);

        Assert.Equal((true, DateTime.MaxValue), (meanwhile.Edition > before.Edition, meanwhile.Until));
        Assert.Equal((meanwhile.Edition, true), (after.Edition, after.Until < DateTime.MaxValue));
    }

    /// <summary>A reading that began before would else be put in the place of a later one.</summary>
    [Fact]
    public async Task Who_waits_begins_when_the_reading_that_is_under_way_is_through()
    {
        using var clock = new HeldClock();
        using var watch = new EditionWatch(site.Get<Editions>(), site.Get<PublicMoments>(), clock);
        var reading = Task.Run(() => watch.CurrentAsync(default).AsTask());
        Assert.True(clock.Reads.Wait(Patience));

        var waiting = watch.WaitUntilKnownAsync(default);
        var asked = clock.Asked;
        clock.Go.Set();
        await Task.WhenAll(reading, waiting).WaitAsync(Patience);

        Assert.Equal(1, asked);
    }

    /// <summary>Holds whoever asks it first, which is a reading.</summary>
    private sealed class HeldClock : TimeProvider, IDisposable
    {
        private int asked;

        public ManualResetEventSlim Reads { get; } = new();

        public ManualResetEventSlim Go { get; } = new();

        public int Asked => asked;

        public override long GetTimestamp()
        {
            if (Interlocked.Increment(ref asked) == 1)
            {
                Reads.Set();
                Go.Wait(Patience);
            }

            return base.GetTimestamp();
        }

        public void Dispose()
        {
            Reads.Dispose();
            Go.Dispose();
        }
    }

    private static async Task RunAsync(TestSite site, string sql)
    {
        await using var connection = new SqliteConnection(site.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private void Spin(int microseconds)
    {
        var start = site.Clock.GetTimestamp();
        while (site.Clock.GetElapsedTime(start).TotalMicroseconds < microseconds)
        {
            // Shorter than any timer.
        }
    }
}
