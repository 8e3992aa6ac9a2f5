using System.Diagnostics.Metrics;
using System.Security.Cryptography;

namespace InfoStory.Stories;

/// <summary>The key of the receipt index, 32 bytes that every web process shares, and how slow the slow hash of a receipt is.</summary>
public sealed record ReceiptKey(byte[] Bytes)
{
    /// <summary>Every process of one database must count the same, or no receipt opens its story. Tests that are about something else count fewer.</summary>
    public int Rounds { get; init; } = 50_000;
}

/// <summary>
/// What is kept of a receipt: an index by which it is found (HMAC-SHA-256 under <see cref="ReceiptKey"/>, 128 bits of it) and a
/// salted slow hash by which it is proved (PBKDF2-HMAC-SHA-512 in <see cref="ReceiptKey.Rounds"/>: a receipt has 66 random bits, a password
/// far fewer; docs/decisions/0004).
/// </summary>
public sealed record ReceiptLock(string Index, byte[] Salt, byte[] Hash)
{
    public const int SaltBytes = 16;
    public const int HashBytes = 32;

    /// <summary>The meter of receipts; its counter <c>slow_hashes</c> counts each slow hash when it is begun.</summary>
    public const string Meter = "InfoStory.Receipts";

    private static readonly Counter<long> SlowHashes = new Meter(Meter).CreateCounter<long>("slow_hashes");

    /// <summary>Takes some hundredths of a second, on purpose.</summary>
    public static ReceiptLock For(Receipt receipt, ReceiptKey key)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(IndexOf(receipt, key), salt, Slow(receipt, salt, key));
    }

    public static string IndexOf(Receipt receipt, ReceiptKey key) => Convert.ToHexString(HMACSHA256.HashData(key.Bytes, receipt.Bytes()).AsSpan(0, 16));

    public bool Opens(Receipt receipt, ReceiptKey key) => CryptographicOperations.FixedTimeEquals(Hash, Slow(receipt, Salt, key));

    /// <summary>Spends as long as <see cref="Opens"/>, so that a wrong receipt takes no less time than a right one.</summary>
    public static void Pretend(Receipt receipt, ReceiptKey key) => Slow(receipt, new byte[SaltBytes], key);

    private static byte[] Slow(Receipt receipt, byte[] salt, ReceiptKey key)
    {
        SlowHashes.Add(1);
        return Rfc2898DeriveBytes.Pbkdf2(receipt.Bytes(), salt, key.Rounds, HashAlgorithmName.SHA512, HashBytes);
    }
}
