using System.Globalization;

namespace InfoStory.Search;

/// <summary>Cuts a passage around the first word found, for databases that cannot.</summary>
public static class Passage
{
    private const int Before = 80, Length = 240;

    /// <summary>About 240 characters of the text, with every word found between <see cref="Snippet.Open"/> and <see cref="Snippet.Close"/>.</summary>
    public static string Around(string text, SearchWords words)
    {
        var wanted = words.Terms.SelectMany(term => term.OrCalled.Prepend(term.Letters)).Distinct().ToList();
        var first = wanted.Select(word => Find(text, word, 0)).Where(place => place >= 0).DefaultIfEmpty(0).Min();

        var start = first <= Before ? 0 : text.IndexOf(' ', first - Before) is var space and >= 0 && space < first ? space + 1 : first;
        var end = start + Length >= text.Length ? text.Length : text.LastIndexOf(' ', start + Length) is var last && last > start ? last : start + Length;
        var passage = text[start..end];

        foreach (var word in wanted)
        {
            for (var place = Find(passage, word, 0); place >= 0; place = Find(passage, word, place + word.Length + 2))
            {
                passage = passage.Insert(place + word.Length, $"{Snippet.Close}").Insert(place, $"{Snippet.Open}");
            }
        }

        return $"{(start > 0 ? "…" : "")}{passage}{(end < text.Length ? "…" : "")}";
    }

    private static int Find(string text, string word, int from) =>
        from >= text.Length ? -1 : CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, from, CompareOptions.IgnoreCase);
}
