using OtpNet;

namespace InfoStory.Testing;

/// <summary>What an authenticator app shows.</summary>
public static class AuthenticatorApp
{
    public static string CodeAt(byte[] key, DateTime now) => new Totp(key).ComputeTotp(now);
}
