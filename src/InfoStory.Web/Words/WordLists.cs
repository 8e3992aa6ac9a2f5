namespace InfoStory.Web.Words;

internal static class WordLists
{
    /// <summary>Such as "1 story" or "1,200 stories".</summary>
    public static string Of(this int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    public static string Stories(int count) => count.Of("story", "stories");

    /// <summary>Such as "one, two and three"; empty for none.</summary>
    public static string JoinedByAnd(this IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
