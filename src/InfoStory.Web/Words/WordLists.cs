namespace InfoStory.Web.Words;

internal static class WordLists
{
    /// <summary>Such as "one, two and three"; empty for none.</summary>
    public static string JoinedByAnd(this IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
