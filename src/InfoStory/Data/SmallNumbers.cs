using System.Globalization;

namespace InfoStory.Data;

/// <summary>
/// Counts as they may be shown: one below five could point to a person. What readers only say, by a tap and without a name, is counted once a day for each
/// network and thing, and shown as at least so many, in fives (docs/decisions/0073).
/// </summary>
public static class SmallNumbers
{
    public const int Least = 5;

    /// <summary>Nothing, "fewer than 5", or the number itself with commas.</summary>
    public static string InWords(int count) => count switch
    {
        0 => "none yet",
        < Least => $"fewer than {Least}",
        _ => count.ToString("N0", CultureInfo.GetCultureInfo("en-GB")),
    };

    /// <summary>The multiple of five that this many are at least, so that nobody can see one more; null below five, where nothing is shown.</summary>
    public static int? AtLeast(int count) => count < Least ? null : count / Least * Least;

    /// <summary>
    /// The same of all of these together, where each of them is shown as well: so many fewer where it must be that nobody can tell from it that one is not
    /// nothing. What came before the first of them is known to be nothing.
    /// </summary>
    public static int? AtLeastTogether(IReadOnlyList<int> counts)
    {
        var known = counts.SkipWhile(count => count == 0).ToList();
        var room = (Least - 1) * Math.Max(0, known.Count - 1);
        return AtLeast(Math.Min(known.Sum(), known.Sum(count => AtLeast(count) ?? 0) + room));
    }
}
