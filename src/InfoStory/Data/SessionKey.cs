using System.Security.Cryptography;
using System.Text;

namespace InfoStory.Data;

/// <summary>The key of a session that is kept on the server: 256 random bits in hexadecimal. Only its hash is kept.</summary>
public static class SessionKey
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in hexadecimal, 64 characters.</summary>
    public static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
