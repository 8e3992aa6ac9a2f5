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
    private readonly List<int> places;

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
    }

    public string Text { get; }

    /// <summary>The words as they were written.</summary>
    public string Quote(int start, int length) => folded.Legible[places[start]..(places[start + length - 1] + 1)];

    /// <summary>The sentence or line in which these words stand.</summary>
    public string Sentence(int start, int length)
    {
        var (from, to) = (start, start + length - 1);
        while (from > 0 && !IsEnd(from - 1)) from--;
        while (to < places.Count - 1 && !IsEnd(to)) to++;
        return Text[from..(to + 1)];
    }

    private bool IsEnd(int at) => folded.Text[places[at]] is '.' or '!' or '?' or '\n';
}
