using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InfoStory.People;

/// <summary>Codes of six digits that an authenticator app makes anew every 30 seconds (RFC 6238 with its default, HMAC-SHA-1).</summary>
public static class Totp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int KeyLength = 20, Digits = 6, StepSeconds = 30, BitsPerLetter = 5;

    /// <summary>160 random bits, as RFC 4226 asks.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    /// <summary>The code that belongs to the key in this step.</summary>
    public static string CodeIn(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // Every authenticator app knows this hash and some know no other; HMAC does not rest on what is broken in it.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is: the one of this moment, the one before or the one after; null where it is none of theirs.</summary>
    public static long? StepOf(byte[] key, string? typed, DateTime now)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat((typed ?? "").Where(char.IsAsciiDigit)));
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeIn(key, step)), code)) found = step;
        }

        return found;
    }

    /// <summary>The key in letters and digits (base32, RFC 4648), as people type it into an app.</summary>
    public static string InLetters(byte[] key)
    {
        var bits = string.Concat(key.Select(part => part.ToString("b8", CultureInfo.InvariantCulture)));
        return string.Concat(bits.Chunk(BitsPerLetter).Select(five => Letters[Convert.ToInt32(new string(five).PadRight(BitsPerLetter, '0'), 2)]));
    }

    /// <summary>The address that an app reads from a QR code.</summary>
    public static string Address(byte[] key, string account) =>
        $"otpauth://totp/InfoStory:{Uri.EscapeDataString(account)}?secret={InLetters(key)}&issuer=InfoStory";
}
