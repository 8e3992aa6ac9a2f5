using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace InfoStory.Data.Folding;

/// <summary>folding.json: what becomes of each letter of Unicode. scripts/make-folding.mjs writes it, and the browser reads the very same file.</summary>
internal static class FoldingTable
{
    private static readonly FrozenDictionary<int, string> Texts;
    private static readonly FrozenSet<int> Marks;
    private static readonly FrozenDictionary<char, char> Alike, Bare;

    static FoldingTable()
    {
        using var stream = typeof(FoldingTable).Assembly.GetManifestResourceStream("folding.json")!;
        var file = JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!;
        Dictionary<int, string> texts = [];
        foreach (var code in Codes(file.Hidden)) texts[code] = "";
        foreach (var code in Codes(file.Lines)) texts[code] = "\n";
        foreach (var code in Codes(file.Blanks)) texts[code] = " ";
        foreach (var (letter, ranges) in file.Same)
        {
            foreach (var code in Codes(ranges)) texts[code] = letter;
        }

        foreach (var run in file.Runs.Split(' ').Select(run => run.Split(':')))
        {
            var first = Number(run[1]);
            foreach (var (code, number) in Codes(run[0]).Select((code, number) => (code, number))) texts[code] = char.ConvertFromUtf32(first + number);
        }

        foreach (var word in file.Words.Split(' ').Select(word => word.Split(':', 2))) texts[Number(word[0])] = word[1];
        Texts = texts.ToFrozenDictionary();
        Marks = Codes(file.Marks).ToFrozenSet();
        (Alike, Bare) = (Pairs(file.Alike), Pairs(file.Bare));
    }

    /// <summary>What is written instead, nothing where it cannot be seen; null where it stays as it is.</summary>
    public static string? TextOf(int code) => Texts.GetValueOrDefault(code);

    /// <summary>An accent or another mark that belongs to the letter before it.</summary>
    public static bool IsMark(int code) => Marks.Contains(code);

    /// <summary>The letter from A to Z that a letter of another script looks like; itself where there is none.</summary>
    public static char AlikeOf(char letter) => Alike.GetValueOrDefault(letter, letter);

    /// <summary>A Latin letter without its accent.</summary>
    public static char BareOf(char letter) => Bare.GetValueOrDefault(letter, letter);

    private static IEnumerable<int> Codes(string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            var ends = range.Split('-');
            for (var code = Number(ends[0]); code <= Number(ends[^1]); code++) yield return code;
        }
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private sealed record File(
        string Hidden, string Marks, string Lines, string Blanks, Dictionary<string, string> Same, string Runs, string Words, string Alike, string Bare);
}
