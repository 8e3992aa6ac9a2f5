using System.Runtime.InteropServices;
using System.Text;
using InfoStory.Data.Folding;

namespace InfoStory.Stories.Safety;

/// <summary>
/// A text as the rules of danger read it: folded, in small letters, on one line, without apostrophes and quotes, and with one blank space for each
/// hyphen. People who are in danger type “im” and “hes”. Each letter knows its place, so that what is seen can be quoted as it was written.
/// </summary>
internal sealed class SafetyText
{
    private readonly Folded folded;
    private readonly List<int> places, ends;
    private readonly Dictionary<(IReadOnlyList<SafetyPattern> Patterns, int From, int To), bool> asked = [];

    public SafetyText(string typed)
    {
        folded = Folded.Of(typed);
        places = new(folded.Text.Length);
        var read = new StringBuilder(folded.Text.Length);
        for (var at = 0; at < folded.Text.Length; at++)
        {
            var letter = folded.Bare[at] is '\n' or '-' ? ' ' : folded.Bare[at];
            if (letter is '\'' or '"' || (letter == ' ' && read.Length > 0 && read[^1] == ' ')) continue;

            read.Append(letter);
            places.Add(at);
        }

        Text = read.ToString();
        ends = [.. Enumerable.Range(0, places.Count).Where(at => at == places.Count - 1 || IsEnd(at))];
    }

    public string Text { get; }

    /// <summary>The words as they were written.</summary>
    public string Quote(int start, int length) => folded.Legible[places[start]..(places[start + length - 1] + 1)];

    /// <summary>
    /// Whether one of these patterns matches the sentence or line in which these words stand. Each sentence is asked once, however often a word stands
    /// in it.
    /// </summary>
    public bool Says(IReadOnlyList<SafetyPattern> patterns, int start, int length)
    {
        var (from, to) = (EndFrom(start), EndFrom(start + length - 1));
        ref var says = ref CollectionsMarshal.GetValueRefOrAddDefault(asked, (patterns, from, to), out var isKnown);
        if (isKnown) return says;

        var sentence = Text[(from == 0 ? 0 : ends[from - 1] + 1)..(ends[to] + 1)];
        return says = patterns.Any(pattern => pattern.IsMatch(sentence));
    }

    /// <summary>Which end of a sentence or line comes at this place or after it.</summary>
    private int EndFrom(int at) => ends.BinarySearch(at) is var found && found < 0 ? ~found : found;

    private bool IsEnd(int at) => folded.Text[places[at]] is '.' or '!' or '?' or '\n';
}
