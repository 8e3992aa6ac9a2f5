using InfoStory.Web.RateLimiting;

namespace InfoStory.Web.Tests.RateLimiting;

public sealed class SlidingCountTests
{
    private static readonly DateTime Start = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_is_beyond_the_limit_is_not_counted_and_is_told_how_long_to_wait()
    {
        var count = new SlidingCount(3, TimeSpan.FromMinutes(10), 100);

        var waits = Enumerable.Range(0, 4).Select(_ => count.Count(1, Start)).ToList();

        Assert.Equal([null, null, null, TimeSpan.FromMinutes(10)], waits);
        Assert.Equal(3, count.Of(1, Start));
        Assert.Null(count.Count(2, Start));
    }

    [Fact]
    public void The_window_slides_so_that_room_comes_back_a_little_at_a_time()
    {
        var count = new SlidingCount(4, TimeSpan.FromMinutes(10), 100);
        for (var minute = 0; minute < 8; minute += 2) count.Count(1, Start.AddMinutes(minute));

        var wait = count.Count(1, Start.AddMinutes(9));

        Assert.Equal(TimeSpan.FromMinutes(1), wait);
        Assert.Null(count.Count(1, Start.AddMinutes(10)));
        Assert.Equal(TimeSpan.FromMinutes(2), count.Count(1, Start.AddMinutes(10)));
        Assert.Equal(0, count.Of(1, Start.AddMinutes(30)));
    }

    [Fact]
    public void Never_more_than_the_limit_falls_into_nine_tenths_of_the_window_however_tries_come()
    {
        var random = new Random(20261122);
        var count = new SlidingCount(5, TimeSpan.FromMinutes(10), 100);
        List<DateTime> counted = [];
        var now = Start;

        for (var attempt = 0; attempt < 5_000; attempt++)
        {
            now += TimeSpan.FromSeconds(random.Next(0, 90));
            if (count.Count(1, now) is null) counted.Add(now);
        }

        Assert.All(counted.Skip(5).Zip(counted), pair => Assert.True(pair.First - pair.Second > TimeSpan.FromMinutes(9)));
        Assert.InRange(counted.Count, 5 * (now - Start).TotalMinutes / 11, 5 * (now - Start).TotalMinutes / 9);
    }

    [Fact]
    public void After_the_wait_that_was_told_there_is_room()
    {
        var random = new Random(20261123);
        var count = new SlidingCount(5, TimeSpan.FromMinutes(10), 100);
        var now = Start;
        var waits = 0;

        for (var attempt = 0; attempt < 5_000; attempt++)
        {
            if (count.Count(1, now) is { } wait)
            {
                waits++;
                Assert.Null(count.Count(1, now + wait));
            }

            now += TimeSpan.FromSeconds(random.Next(0, 90));
        }

        Assert.InRange(waits, 100, 5_000);
    }

    [Fact]
    public void What_is_taken_back_was_never_counted()
    {
        var count = new SlidingCount(1, TimeSpan.FromMinutes(10), 100);
        count.Count(1, Start);

        count.TakeBack(1);
        count.TakeBack(1);

        Assert.Equal(0, count.Of(1, Start));
        Assert.Null(count.Count(1, Start));
        Assert.NotNull(count.Count(1, Start));
    }

    [Fact]
    public void A_million_networks_take_no_more_room_than_a_thousand_and_the_quietest_is_forgotten_first()
    {
        var count = new SlidingCount(1, TimeSpan.FromMinutes(10), 1_000);

        for (var key = 0; key < 1_000_000; key++)
        {
            count.Count((UInt128)key, Start);
            count.Count(7, Start);
        }

        Assert.Equal(1_000, count.Keys);
        Assert.NotNull(count.Count(7, Start));
        Assert.NotNull(count.Count(999_999, Start));
        Assert.Null(count.Count(8, Start));
    }

    [Fact]
    public void A_clock_that_is_set_back_lifts_no_limit()
    {
        var count = new SlidingCount(1, TimeSpan.FromMinutes(10), 100);
        count.Count(1, Start);

        Assert.NotNull(count.Count(1, Start.AddMinutes(-30)));
        Assert.NotNull(count.Count(1, Start.AddMinutes(5)));
        Assert.Null(count.Count(1, Start.AddMinutes(10)));
    }
}
