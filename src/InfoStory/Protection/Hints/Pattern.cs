using System.Text.RegularExpressions;

namespace InfoStory.Protection.Hints;

/// <summary>One pattern of patterns.json, as it is written there.</summary>
/// <param name="Kind">What it finds.</param>
/// <param name="Pattern">Sought in the bare text; neither end may touch a letter or digit.</param>
/// <param name="In">"lines" where line ends are blank space like any other; "digits" where, besides, an o among digits is a 0 and an i or l a 1.</param>
/// <param name="Then">Where given, comes right after the pattern, and only this is the hint.</param>
/// <param name="Raw">What the hint must look like as it was typed, capitals and all.</param>
/// <param name="Not">What it must not look like.</param>
/// <param name="Least">What it must look like at least.</param>
/// <param name="Check">"nhs" for the check digit of an NHS number.</param>
/// <param name="Trim">Marks that do not belong to its end.</param>
/// <param name="Loose">True where its beginning may touch a letter.</param>
/// <param name="Cased">True where it is sought with its capitals.</param>
/// <param name="NotEnding">Words at which it must not end, such as places with many people.</param>
internal sealed record PatternText(
    HintKind Kind, string Pattern, string? In = null, string? Then = null, string? Raw = null, string? Not = null,
    string? Least = null, string? Check = null, string? Trim = null, bool Loose = false,
    bool Cased = false, IReadOnlyList<string>? NotEnding = null);

/// <summary>A pattern ready for use. The engine never goes back, so its time is proportional to the text.</summary>
internal sealed class Pattern
{
    // https://learn.microsoft.com/dotnet/standard/base-types/backtracking-in-regular-expressions#nonbacktracking-mode
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const string Lines = "lines", Digits = "digits";

    private readonly PatternText text;
    private readonly Regex sought;
    private readonly Regex? raw, not, least;

    public Pattern(PatternText text)
    {
        this.text = text;
        sought = new(text.Then is null ? text.Pattern : $"(?:{text.Pattern})({text.Then})", Linear, Regex.InfiniteMatchTimeout);
        (raw, not, least) = (Whole(text.Raw), Whole(text.Not), Whole(text.Least));
    }

    public HintKind Kind => text.Kind;

    /// <summary>Places in the folded text.</summary>
    public IEnumerable<Hint> Find(Reading reading, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var within = Within(reading);
        for (var match = sought.Match(within); match.Success;)
        {
            cancellation.ThrowIfCancellationRequested();
            var (start, end) = (match.Index, match.Index + match.Length);
            var from = text.Then is null ? start : end - match.Groups[1].Length;
            if (text.Trim is not null) end = start + match.Value.TrimEnd([.. text.Trim]).Length;
            var found = end > from && (text.Loose || Parts(within, start)) && (from == start || Parts(within, from)) && Parts(within, end)
                && Fits(text.In == Digits ? within[from..end] : reading.Typed[from..end]);
            if (found) yield return new(from, end, text.Kind);
            match = sought.Match(within, found ? end : start + 1);
        }
    }

    private string Within(Reading reading) => text.Cased ? reading.Typed : text.In switch
    {
        Digits => reading.Digits,
        Lines => reading.Lines,
        _ => reading.Bare,
    };

    /// <summary>True where no word goes on across this place.</summary>
    private static bool Parts(string plain, int at) => at == 0 || at == plain.Length || !Plain.IsWord(plain[at - 1]) || !Plain.IsWord(plain[at]);

    private bool Fits(string found) =>
        (raw is null || raw.IsMatch(found)) && (not is null || !not.IsMatch(found)) && (least is null || least.IsMatch(found))
        && !EndsTooLarge(found) && (text.Check is null || CheckDigit.IsNhsNumber(found));

    private bool EndsTooLarge(string found) =>
        text.NotEnding is not null && text.NotEnding.Any(end => found.EndsWith($" {end}", StringComparison.Ordinal));

    private static Regex? Whole(string? pattern) =>
        pattern is null ? null : new($"^(?:{pattern})$", Linear | RegexOptions.Singleline, Regex.InfiniteMatchTimeout);
}
