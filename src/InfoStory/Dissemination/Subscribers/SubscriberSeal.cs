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
    internal string MailboxOf(string address) => Hash("mailbox", WithoutTag(address));

    /// <summary>
    /// The same for dots in the name too, and for both names of Gmail: a bound of how often we write, in which two people may be one. Nobody is barred by it.
    /// </summary>
    internal string BoundOf(string address)
    {
        var plain = WithoutTag(EmailAddress.OfAccount(address) ?? address);
        var (name, domain) = (plain[..plain.LastIndexOf('@')], plain[(plain.LastIndexOf('@') + 1)..]);
        var isGmail = domain.Equals("googlemail.com", StringComparison.OrdinalIgnoreCase);
        return Hash("bound", $"{name.Replace(".", "", StringComparison.Ordinal)}@{(isGmail ? "gmail.com" : domain)}");
    }

    internal SealedAddress Close(string address) => new(KeyOf(address), Protect(Encoding.UTF8.GetBytes(address)));

    internal string Open(byte[] closed) => Encoding.UTF8.GetString(Unprotect(closed));

    private static string WithoutTag(string address)
    {
        var (name, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return name > 0 && name < at ? address[..name] + address[at..] : address;
    }

    private string Hash(string what, string address) => Convert.ToHexString(
        HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{what} {(EmailAddress.OfAccount(address) ?? address).ToUpperInvariant()}")));
}
