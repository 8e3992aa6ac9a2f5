using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Data.Folding;

namespace InfoStory.Search;

/// <summary>Cuts what was typed into terms.</summary>
internal static partial class TypedTerms
{
    private const int ShortestBegun = 3, LongestInitial = 2;

    /// <summary>The words of the text in their order, what stands between double quotes as one term. The last that is not quoted may be half typed.</summary>
    public static IEnumerable<SearchTerm> In(string typed)
    {
        List<SearchTerm> terms = [];
        SearchTerm? begun = null;
        foreach (var (part, number) in Folded.Of(typed).Text.ToLowerInvariant().Split('"').Select((part, number) => (part, number)))
        {
            var text = Initials().Replace(part, "${one}&${next}");
            var words = Words(text);
            if (number % 2 == 1 && words.Count > 1) terms.Add(Term(text, words));
            else terms.AddRange(Joined(text, words).Select(run => begun = Term(text, run)));
        }

        return terms.Select(term => term == begun && term.Parts[^1].Length >= ShortestBegun ? term with { IsBegun = true } : term);
    }

    /// <summary>The words alone.</summary>
    public static IReadOnlyList<string> PartsOf(string name)
    {
        var text = Folded.Of(name).Bare;
        return [.. Joined(text, Words(text)).SelectMany(run => Plain(text, run))];
    }

    /// <summary>A &amp; E and "a and e" are what A&amp;E is.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?<one>\p{L})(?:\s*[&+]\s*|\s+and\s+)(?<next>\p{L})(?![\p{L}\p{N}'])", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Initials();

    /// <summary>Each run of letters, digits and their marks.</summary>
    public static List<Range> Words(string text)
    {
        List<Range> words = [];
        var (start, at) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var isPart = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark;
            if (isPart && start < 0) start = at;
            else if (!isPart && start >= 0)
            {
                words.Add(start..at);
                start = -1;
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0) words.Add(start..);
        return words;
    }

    /// <summary>Words that only one sign keeps apart are one: co-location, can't, A&amp;E, 24/7. Longer words with a slash between them are two.</summary>
    private static IEnumerable<List<Range>> Joined(string text, List<Range> words)
    {
        List<Range> run = [];
        foreach (var word in words)
        {
            if (run.Count > 0 && !(run.Count < SearchWords.MaxWords && AreOne(text, run[^1], word)))
            {
                yield return run;
                run = [];
            }

            run.Add(word);
        }

        if (run.Count > 0) yield return run;
    }

    private static bool AreOne(string text, Range one, Range next) => Between(text, one, next) switch
    {
        "'" or "-" => true,
        "&" or "+" or "/" or "." => text[one].Length <= LongestInitial && text[next].Length <= LongestInitial,
        _ => false,
    };

    private static string Between(string text, Range one, Range next) => text[one.End.GetOffset(text.Length)..next.Start.GetOffset(text.Length)];

    private static SearchTerm Term(string text, List<Range> words)
    {
        words = [.. words.Take(SearchWords.MaxWords)];
        List<string> plain = Plain(text, words), all = words.ConvertAll(word => text[word]);
        var between = words.Zip(words.Skip(1), (one, next) => Between(text, one, next)).ToHashSet();
        List<string> forms = [string.Join(' ', plain)];
        if (plain.Count > 1)
        {
            forms.Add(string.Join(' ', all));
            if (between.IsSubsetOf(["'", "-", "."])) forms.Add(string.Concat(plain));
            if (between.Contains("&")) forms.Add(string.Join(" and ", plain));
        }

        var letters = plain.Count == 1 ? SearchTerm.Singular(plain[0]) : text[words[0].Start..words[^1].End].Replace('\n', ' ');
        return new() { Parts = plain, Forms = [.. forms.Distinct()], Letters = letters };
    }

    /// <summary>The words without the s of "carer's"; that of carers' goes with its apostrophe.</summary>
    private static List<string> Plain(string text, List<Range> words) =>
        [.. words.Where((word, place) => place == 0 || text[word] != "s" || Between(text, words[place - 1], word) != "'").Select(word => text[word])];
}
