using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace InfoStory.Web.RateLimiting;

/// <summary>
/// What stands for a network while it is counted: 128 bits of HMAC-SHA-256 under a key of 32 random bytes that this process makes, keeps in
/// memory only and forgets with the day. Nobody can get from it to the address, and tomorrow the same address is another.
/// </summary>
public sealed class NetworkKey
{
    private byte[] key = [];
    private DateOnly day;

    /// <summary>Makes a new key where the day (UTC) is another than that of the last call; true where it did.</summary>
    public bool Turn(DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (key.Length > 0 && today == day) return false;

        CryptographicOperations.ZeroMemory(key);
        (key, day) = (RandomNumberGenerator.GetBytes(32), today);
        return true;
    }

    /// <summary>What stands for this text.</summary>
    public UInt128 Of(string text) => Of(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// What stands for the network of this address: an IPv4 address whole, an IPv6 address by its first 64 bits. No address counts as one network.
    /// </summary>
    /// <param name="address">Where a request came from.</param>
    /// <param name="ipv6Bytes">How much of an IPv6 address is the network.</param>
    public UInt128 Of(IPAddress? address, int ipv6Bytes = 8)
    {
        if (address is null) return Of([]);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();

        var bytes = address.GetAddressBytes();
        return Of(address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes.AsSpan(0, ipv6Bytes) : bytes);
    }

    private UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
