namespace InfoStory.Search;

/// <summary>How far one word is from another.</summary>
public static class WordDistance
{
    private const int Longest = 64;

    /// <summary>
    /// How many letters are put in, left out, put in place of another, or changed with the next one, each letter once (optimal string alignment); null where
    /// that is more than the limit.
    /// </summary>
    public static int? Within(int limit, ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (Math.Abs(one.Length - other.Length) > limit || one.Length >= Longest || other.Length >= Longest) return null;

        Span<int> before = stackalloc int[Longest], above = stackalloc int[Longest], row = stackalloc int[Longest];
        for (var at = 0; at <= other.Length; at++) above[at] = at;
        for (var down = 1; down <= one.Length; down++)
        {
            var least = row[0] = down;
            for (var at = 1; at <= other.Length; at++)
            {
                var same = one[down - 1] == other[at - 1] ? 0 : 1;
                row[at] = Math.Min(Math.Min(above[at], row[at - 1]) + 1, above[at - 1] + same);
                if (down > 1 && at > 1 && one[down - 1] == other[at - 2] && one[down - 2] == other[at - 1]) row[at] = Math.Min(row[at], before[at - 2] + 1);
                least = Math.Min(least, row[at]);
            }

            // What changes places looks two rows back.
            if (least > limit + 1) return null;

            var last = before;
            before = above;
            above = row;
            row = last;
        }

        return above[other.Length] <= limit ? above[other.Length] : null;
    }
}
