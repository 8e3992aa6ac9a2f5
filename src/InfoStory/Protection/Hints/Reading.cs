using System.Buffers;
using InfoStory.Data.Folding;

namespace InfoStory.Protection.Hints;

/// <summary>One text in the ways that patterns read it, all of them unit for unit. Scripts/hints/reading.js does the very same.</summary>
internal sealed class Reading(Folded folded)
{
    private const int Gap = 3;

    private static readonly SearchValues<char> Alike = SearchValues.Create("oil"), Numerals = SearchValues.Create("0123456789oil");

    /// <summary>With its capitals and accents.</summary>
    public string Typed => folded.Text;

    /// <summary>In small letters without accents.</summary>
    public string Bare => folded.Bare;

    /// <summary>The same on one line.</summary>
    public string Lines { get; } = folded.Bare.Replace('\n', ' ');

    /// <summary>The same with 0 for an o, and 1 for an i or l, that stands among digits.</summary>
    public string Digits => field ??= WithDigits(Lines);

    /// <summary>The place in the text as it was typed.</summary>
    public Hint Typewritten(Hint hint)
    {
        var (start, end) = folded.Typewritten(hint.Start, hint.End);
        return hint with { Start = start, End = end };
    }

    private static string WithDigits(string text)
    {
        var made = text.ToCharArray();
        // The words of nothing but o, i and l that may belong to a number.
        var (letters, last, isNumber) = (new List<Range>(), 0, false);
        for (var at = 0; at < made.Length;)
        {
            if (!Plain.IsWord(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && Plain.IsWord(text[end])) end++;
            var word = text.AsSpan(at, end - at);
            if (at - last > Gap || word.ContainsAnyExcept(Numerals)) Close();
            if (!word.ContainsAnyExcept(Numerals) && word.ContainsAnyExcept(Alike))
            {
                if (isNumber || (letters.Count > 0 && IsZeros(letters[0]))) letters.ForEach(Turn);
                letters.Clear();
                Turn(at..end);
                isNumber = true;
            }
            else if (!word.ContainsAnyExcept(Alike) && (isNumber || letters.Count > 0 || !word.ContainsAnyExcept('o'))) letters.Add(at..end);

            (at, last) = (end, end);
        }

        Close();
        return new(made);

        void Turn(Range range)
        {
            foreach (ref var unit in made.AsSpan(range)) unit = unit is 'o' ? '0' : unit is 'i' or 'l' ? '1' : unit;
        }

        bool IsZeros(Range range) => !text.AsSpan(range).ContainsAnyExcept('o');

        // A number may end with an o, but an I after it begins a sentence.
        void Close()
        {
            if (isNumber) letters.TakeWhile(IsZeros).ToList().ForEach(Turn);
            letters.Clear();
            isNumber = false;
        }
    }
}
