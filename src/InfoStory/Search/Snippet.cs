namespace InfoStory.Search;

/// <summary>A run of a snippet; marked where it is what the reader searched for.</summary>
public sealed record SnippetPart(string Text, bool Marked);

/// <summary>Turns a passage with marks from the database into parts that a page can encode.</summary>
public static class Snippet
{
    /// <summary>Private-use characters, which no validated text contains.</summary>
    public const char Open = '\uE000';

    public const char Close = '\uE001';

    public static IReadOnlyList<SnippetPart> Parts(string passage)
    {
        List<SnippetPart> parts = [];
        foreach (var piece in passage.Split(Open))
        {
            var end = piece.IndexOf(Close, StringComparison.Ordinal);
            if (end >= 0) parts.Add(new(piece[..end], Marked: true));
            if (end + 1 < piece.Length) parts.Add(new(piece[(end + 1)..], Marked: false));
        }

        return parts;
    }
}
