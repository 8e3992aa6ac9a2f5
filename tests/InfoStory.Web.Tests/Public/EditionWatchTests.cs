using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Public;

/// <summary>How long an answer waits that changed what the public sees.</summary>
public sealed class EditionWatchTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly TimeSpan Trust = TimeSpan.FromMilliseconds(100);

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

    private void Spin(int microseconds)
    {
        var start = site.Clock.GetTimestamp();
        while (site.Clock.GetElapsedTime(start).TotalMicroseconds < microseconds)
        {
            // Shorter than any timer.
        }
    }
}
