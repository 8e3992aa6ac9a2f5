using OtpNet;

namespace InfoStory.People;

/// <summary>Codes of six digits that an authenticator app makes anew every 30 seconds (RFC 6238 with its default, HMAC-SHA-1).</summary>
public static class Totp
{
    /// <summary>The code of this moment, of the one before and of the one after.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>160 random bits, as RFC 4226 asks.</summary>
    public static byte[] NewKey() => KeyGeneration.GenerateRandomKey(OtpHashMode.Sha1);

    /// <summary>The step whose code this is; null where it is none of those that count now. Whoever takes it must see that no step counts twice.</summary>
    public static long? StepOf(byte[] key, string? typed, DateTime now)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return new OtpNet.Totp(key).VerifyTotp(now, code, out var step, Window) ? step : null;
    }

    /// <summary>The key in letters and digits (base32, RFC 4648), as people type it into an app.</summary>
    public static string InLetters(byte[] key) => Base32Encoding.ToString(key).TrimEnd('=');

    /// <summary>The address that an app reads from a QR code.</summary>
    public static string Address(byte[] key, string account) => new OtpUri(OtpType.Totp, InLetters(key), account, "InfoStory").ToString();
}
