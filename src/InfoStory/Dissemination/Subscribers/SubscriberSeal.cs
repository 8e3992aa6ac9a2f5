using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>An address as it is kept: what it is found by, and itself, sealed.</summary>
internal sealed record SealedAddress(string Key, byte[] Sealed);

/// <summary>
/// Closes and opens the addresses of subscribers under a purpose that nothing else uses, and makes the keyed hashes by which they are found
/// (HMAC-SHA-256 under 32 bytes that all processes share).
/// </summary>
public sealed record SubscriberSeal(Func<byte[], byte[]> Protect, Func<byte[], byte[]> Unprotect, byte[] Key)
{
    internal const int KeyLength = 64, MaxSealed = 1000;

    /// <summary>What an address is found by: however it is written, with capitals or its domain in whatever letters, it is the same.</summary>
    /// <param name="address">Tidy.</param>
    public string KeyOf(string address) => Hash("address", address);

    /// <summary>The same for everything before a plus sign, behind which a mailbox takes whatever anybody writes.</summary>
    internal string MailboxOf(string address)
    {
        var (name, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return Hash("mailbox", name > 0 && name < at ? address[..name] + address[at..] : address);
    }

    internal SealedAddress Close(string address) => new(KeyOf(address), Protect(Encoding.UTF8.GetBytes(address)));

    internal string Open(byte[] closed) => Encoding.UTF8.GetString(Unprotect(closed));

    private string Hash(string what, string address) => Convert.ToHexString(
        HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{what} {(EmailAddress.OfAccount(address) ?? address).ToUpperInvariant()}")));
}
