using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoStory.Sharing;

namespace InfoStory.Web.Pages.Share;

/// <summary>
/// What a page of the journey was made from, for its form to carry: the draft, and what stood in the part of it that the page shows. Both are worked out
/// with the draft's secret, so they say nothing to anybody. A page that was made without a draft carries nothing.
/// </summary>
public static class MadeFrom
{
    private const int Length = 16;

    /// <summary>For a page that shows this part of this draft; empty where there is no draft.</summary>
    public static string Of<T>(DraftSecret? secret, DraftAnswers? draft, T shown) =>
        secret is null || draft is null ? "" : $"{Keyed(secret, "draft")}.{Keyed(secret, JsonSerializer.Serialize(shown))}";

    /// <summary>Whether two pages were made from the same draft, whatever stood in it.</summary>
    public static bool IsSameDraft(string one, string other) => one.Split('.')[0] == other.Split('.')[0];

    private static string Keyed(DraftSecret secret, string text) =>
        Convert.ToHexString(HMACSHA256.HashData(secret.Bytes, Encoding.UTF8.GetBytes(text)))[..Length];
}
