using System.Diagnostics;
using System.Text.RegularExpressions;

namespace InfoStory.Stories.Safety;

/// <summary>
/// A pattern of the rules of danger in two engines. The quick one goes back over a text and costs next to nothing to make. Where a text holds it up, the
/// sure one takes its place, whose time is proportional to the text; it takes some 2 MB and hundredths of a second to make
/// (docs/decisions/0053-whatever-an-author-writes-is-read-for-danger.md).
/// </summary>
internal sealed class SafetyPattern(string pattern)
{
    private const RegexOptions Plainly = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>An ordinary story takes the quick engine less than a thousandth of a second.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(100);

    private readonly Regex quick = new(pattern, Plainly, Most);
    private readonly Lazy<Regex> sure = new(() => new(pattern, Plainly | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout));

    public bool IsMatch(string text)
    {
        try
        {
            return sure.IsValueCreated ? sure.Value.IsMatch(text) : quick.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return sure.Value.IsMatch(text);
        }
    }

    /// <summary>Where it matches, none of them empty.</summary>
    public IReadOnlyList<(int Start, int Length)> Places(string text) =>
        (sure.IsValueCreated ? null : Quickly(text))
            ?? [.. sure.Value.Matches(text).Where(match => match.Length > 0).Select(match => (match.Index, match.Length))];

    /// <summary>Null where the text holds it up, at one place or at many together.</summary>
    private List<(int, int)>? Quickly(string text)
    {
        var (begun, places) = (Stopwatch.GetTimestamp(), new List<(int, int)>());
        try
        {
            for (var match = quick.Match(text); match.Success; match = match.NextMatch())
            {
                if (Stopwatch.GetElapsedTime(begun) > Most) return null;
                if (match.Length > 0) places.Add((match.Index, match.Length));
            }

            return places;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
