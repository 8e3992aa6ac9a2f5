using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.RateLimiting;

/// <summary>
/// The counts of this process, in memory only (docs/decisions/0017). With the day (UTC) all begin again, because the key under which networks
/// were counted is gone.
/// </summary>
public sealed partial class RequestCounter(IOptions<LimitOptions> options, IOptions<SiteOptions> site, TimeProvider clock, ILogger<RequestCounter> logger)
{
    private readonly Lock turn = new();
    private readonly NetworkKey key = new();
    private readonly List<SlidingCount> counts = [];

    /// <summary>True for staff who are signed in; nothing that they do is counted.</summary>
    public static bool IsStaff(HttpContext context) => context.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;

    /// <summary>A count that begins again with the day.</summary>
    public SlidingCount New(Limit limit) => New((long)limit.Most * options.Value.Times, limit.Window);

    /// <summary>A count that no busy day raises.</summary>
    public SlidingCount New(long most, TimeSpan window)
    {
        var count = new SlidingCount(most, window, options.Value.Networks);
        counts.Add(count);
        return count;
    }

    /// <summary>Counts under the key of the day while nobody else does.</summary>
    /// <returns>How long until there is room; never past midnight, when every count begins again. Null where there is.</returns>
    public TimeSpan? Try(Func<NetworkKey, DateTime, TimeSpan?> count)
    {
        lock (turn)
        {
            var now = clock.UtcNow;
            if (key.Turn(now)) counts.ForEach(each => each.Clear());
            var midnight = now.Date.AddDays(1) - now;
            return count(key, now) is { } wait ? wait < midnight ? wait : midnight : null;
        }
    }

    /// <summary>The refusal that a person reads, written down for whoever runs the site without saying who was refused.</summary>
    /// <param name="sentence">With {0} for how long to wait.</param>
    public TooManyException Refusal(HttpContext context, string limit, string sentence, TimeSpan wait)
    {
        if (site.Value.TrustForwardedFor == 0 && context.Request.Headers.ContainsKey("X-Forwarded-For")) ReachedBehindProxy(limit);
        else Reached(limit);
        return new(string.Format(CultureInfo.InvariantCulture, sentence, InWords(wait)), wait);
    }

    private static string InWords(TimeSpan wait) => Math.Ceiling(wait.TotalMinutes) switch
    {
        <= 1 => "1 minute",
        < 100 and var minutes => $"{minutes:0} minutes",
        var minutes => $"{Math.Ceiling(minutes / 60):0} hours",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The limit {Limit} was reached")]
    private partial void Reached(string limit);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The limit {Limit} was reached. There seems to be a proxy in front, and Site:TrustForwardedFor is 0: "
            + "then everybody counts as one network (docs/running.md)")]
    private partial void ReachedBehindProxy(string limit);
}
