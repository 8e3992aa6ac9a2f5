using System.Text;

namespace InfoStory.Benchmarks.Corpus;

/// <summary>Writes texts of a given number of words: sentences, paragraphs, typing mistakes and now and then an emoji.</summary>
internal sealed class Prose(Vocabulary vocabulary)
{
    private const int WordsPerTypo = 50, WordsPerEmoji = 150, LongestSentence = 18, WordsPerParagraph = 70;

    private static readonly string[] Emoji = ["😢", "🙏", "📞", "👩🏽‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "❤️"];

    private readonly Zipf ranks = new(Vocabulary.Size);

    /// <summary>A title of four to eight words, at most 80 characters.</summary>
    public string Title(Dice dice)
    {
        var title = Text(dice, 4 + dice.Below(5)).ReplaceLineEndings(" ").TrimEnd('.');
        return title.Length <= 80 ? title : title[..title.LastIndexOf(' ', 80)];
    }

    public string Text(Dice dice, int words)
    {
        var text = new StringBuilder(words * 7);
        var (left, paragraph) = (0, 0);
        for (var written = 0; written < words; written++, left--, paragraph++)
        {
            var word = Word(dice);
            if (left == 0)
            {
                if (written > 0) text.Append('.');
                if (paragraph > WordsPerParagraph) (paragraph, _) = (0, text.Append("\n\n"));
                else if (written > 0) text.Append(' ');

                left = 5 + dice.Below(LongestSentence - 5);
                word = char.ToUpperInvariant(word[0]) + word[1..];
            }
            else
            {
                text.Append(dice.OneIn(14) ? ", " : " ");
            }

            text.Append(word);
            if (dice.OneIn(WordsPerEmoji)) text.Append(' ').Append(dice.Pick(Emoji));
        }

        return text.Append('.').ToString();
    }

    private string Word(Dice dice)
    {
        var word = vocabulary[ranks.Draw(dice)];
        return dice.OneIn(WordsPerTypo) ? Mistype(word, dice) : word;
    }

    /// <summary>Two neighbours swapped, as fingers do; short words and other scripts stay as they are.</summary>
    public static string Mistype(string word, Dice dice)
    {
        if (word.Length < 4 || !word.All(char.IsAscii)) return word;

        var at = 1 + dice.Below(word.Length - 2);
        return $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}";
    }
}
