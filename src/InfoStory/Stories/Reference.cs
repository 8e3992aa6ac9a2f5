using System.Security.Cryptography;

namespace InfoStory.Stories;

/// <summary>The public number of a story: IS-, then six of 31 letters and digits that cannot be mistaken for one another, such as IS-7F3K-92.</summary>
public static class Reference
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string New() => $"IS-{RandomNumberGenerator.GetString(Letters, 4)}-{RandomNumberGenerator.GetString(Letters, 2)}";
}
