using System.Globalization;
using InfoStory.Data;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.RateLimiting;

/// <summary>
/// What counts once a day for each network and thing that it is said of (docs/decisions/0073). A network is an IPv4 address, or the first 48 bits of an
/// IPv6 address: as much as one customer may have. Staff are counted as anybody is.
/// </summary>
public sealed class OncePerNetwork(RequestCounter counter, IOptions<LimitOptions> options)
{
    private const int Ipv6Bytes = 6;

    private readonly SlidingCount said = counter.New(1, TimeSpan.FromDays(1));
    private readonly SlidingCount taps = counter.New(options.Value.Taps), everywhere = counter.New(options.Value.TapsFromEverywhere);

    /// <summary>Counts that this network says so.</summary>
    /// <returns>False where it has said so today. Whoever says it again is never told.</returns>
    /// <exception cref="TooManyException">There were too many from this network, or from everywhere.</exception>
    public bool Count(HttpContext context, string of)
    {
        var first = false;
        var wait = counter.Try((key, now) =>
        {
            var (network, itself) = Keys(key, context, of);
            if (said.Of(itself, now) > 0) return null;
            if (taps.Count(network, now) is { } tomorrow) return tomorrow;
            if (everywhere.Count(UInt128.Zero, now) is { } later)
            {
                taps.TakeBack(network);
                return later;
            }

            said.Count(itself, now);
            first = true;
            return null;
        });
        return wait is { } some
            ? throw counter.Refusal(context, "Taps", "We have had very many of these in a short time. Press the button again in {0}", some)
            : first;
    }

    /// <summary>What was counted could not be kept.</summary>
    public void TakeBack(HttpContext context, string of) => counter.Try((key, _) =>
    {
        var (network, itself) = Keys(key, context, of);
        said.TakeBack(itself);
        taps.TakeBack(network);
        everywhere.TakeBack(UInt128.Zero);
        return null;
    });

    private static (UInt128 Network, UInt128 Itself) Keys(NetworkKey key, HttpContext context, string of)
    {
        var network = key.Of(context.Connection.RemoteIpAddress, Ipv6Bytes);
        return (network, key.Of(string.Create(CultureInfo.InvariantCulture, $"{network} {of}")));
    }
}
