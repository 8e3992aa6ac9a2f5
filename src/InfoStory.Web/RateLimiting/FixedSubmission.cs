using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using InfoStory.Organisations.Promises;

namespace InfoStory.Web.RateLimiting;

/// <summary>The key of what stands for a network beside a promise: 32 bytes, the same in every web process and for ever.</summary>
public sealed record TapKey(byte[] Key);

/// <summary>
/// "It is fixed where I am": limited as every tap is, and counted once for each network and promise, for ever and by every process. What is kept of the
/// network is twelve bits, which a million others share (docs/decisions/0084).
/// </summary>
public sealed class FixedSubmission(FixedWhereIAm others, OncePerNetwork once, TapKey key)
{
    private const int Ipv6Bytes = 6;

    /// <summary>Says so. Whoever has said it already is not told.</summary>
    /// <exception cref="TooManyException">There were too many.</exception>
    /// <inheritdoc cref="FixedWhereIAm.TapAsync"/>
    public async Task TapAsync(HttpContext context, Id<Promise> promise, int made)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"fixed {promise} {made}");
        if (!once.Count(context, what)) return;

        try
        {
            await others.TapAsync(promise, made, NetworkOf(context.Connection.RemoteIpAddress, what));
        }
        catch
        {
            once.TakeBack(context, what);
            throw;
        }
    }

    private int NetworkOf(IPAddress? address, string what)
    {
        var network = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        var bytes = network?.GetAddressBytes() ?? [];
        if (network?.AddressFamily == AddressFamily.InterNetworkV6) bytes = bytes[..Ipv6Bytes];
        var hash = HMACSHA256.HashData(key.Key, (byte[])[.. Encoding.UTF8.GetBytes($"{what} "), .. bytes]);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % FixedTap.Networks);
    }
}
