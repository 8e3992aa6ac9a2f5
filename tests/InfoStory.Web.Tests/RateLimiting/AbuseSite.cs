using System.Collections.Concurrent;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Jobs;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>The site with its real limits behind one proxy, by a clock on which nobody really waits. Its background jobs are left out.</summary>
public class AbuseSite : TestSite
{
    /// <summary>How long people were made to wait, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    protected override int LimitsTimes => 1;

    /// <summary>A browser somewhere; networks of 198.51.100.0/24 are for documentation only.</summary>
    public TestBrowser From(string address)
    {
        var browser = Browser();
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return browser;
    }

    public Task<Story?> StoryAsync(string told) => Get<InfoStoryContext>().Stories.AsNoTracking().SingleOrDefaultAsync(story => story.Told == told);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:TrustForwardedFor", "1");
        // Low, so that tests reach them; every other limit is the one that the program ships with.
        foreach (var (name, most) in new[] { ("StoriesAtOnce", "5"), ("StoriesADay", "20"), ("WrongReceipts", "30"), ("WrongPasswords", "20") })
            builder.UseSetting($"Limits:{name}:Most", most);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new HurriedClock(Clock, Waits)));
            foreach (var host in services.Where(service => service.ImplementationType == typeof(JobHost)).ToList()) services.Remove(host);
        });
    }

    /// <summary>The fixed clock on which waits are over at once: whole seconds, which are written down, and the half second of a wrong password.</summary>
    private sealed class HurriedClock(TimeProvider clock, ConcurrentQueue<TimeSpan> waits) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.FromMilliseconds(500) || dueTime > TimeSpan.FromSeconds(8)) return base.CreateTimer(callback, state, dueTime, period);

            if (dueTime >= TimeSpan.FromSeconds(1)) waits.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
