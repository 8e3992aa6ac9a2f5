using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Protection.Hints;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>A telephone number, an email address, an NHS or National Insurance number or a postcode in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 code units; null where hidden letters or odd spaces were left out to see it.</param>
public sealed record Identifier(HintKind Kind, string Words, int? Start);

/// <summary>
/// The gate of structured identifiers: what points to one person by itself is not published unless somebody of the team has dismissed
/// it for that story with a reason. It looks at the text that is to be published, whatever flags are kept (docs/decisions/0023).
/// </summary>
public static partial class Identifiers
{
    /// <summary>What the gate looks for.</summary>
    public static readonly IReadOnlyList<HintKind> Kinds = [HintKind.Phone, HintKind.Email, HintKind.Nhs, HintKind.Ni, HintKind.Postcode];

    private static readonly SearchValues<char> Numbers = SearchValues.Create("+(0123456789");

    private static readonly FlagPlace[] ToBePublished = [FlagPlace.PublicTitle, FlagPlace.PublicText, FlagPlace.CaseStudy];

    /// <summary>Every one in the text, each once, in the order of their places. Wide digits, hidden letters and line ends hide nothing.</summary>
    public static IReadOnlyList<Identifier> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];

        var bare = Bare(text);
        var hints = IdentityHints.Structured(bare, Kinds)
            .Concat(Addresses().Matches(bare).Select(match => new Hint(match.Index, match.Index + match.Length, HintKind.Email)));
        return
        [
            .. hints.Select(hint => WithoutCue(bare, hint)).OrderBy(hint => hint.Start).ThenByDescending(hint => hint.End).Aggregate(new List<Hint>(), Joined)
                .Select(hint => new Identifier(hint.Kind, bare[hint.Start..hint.End], bare.Length == text.Length ? hint.Start : null))
                .DistinctBy(identifier => (identifier.Kind, Normal(identifier.Words))),
        ];
    }

    /// <summary>The identifiers in what is to be published that nobody of the team has dismissed for one of these stories.</summary>
    /// <param name="db">Where dismissals are kept.</param>
    /// <param name="stories">The stories that the texts draw on.</param>
    /// <param name="texts">Each text with the name of its field and what people call it, such as "The public text".</param>
    /// <returns>A sentence for each, with the field of its text.</returns>
    public static async Task<IReadOnlyList<Refusal>> InPublicWordsAsync(
        InfoStoryContext db, IReadOnlyCollection<Id<Story>> stories, IEnumerable<(string Field, string What, string? Text)> texts,
        CancellationToken cancellation)
    {
        var found = texts.SelectMany(text => Find(text.Text).Select(identifier => (text.Field, text.What, Identifier: identifier))).ToList();
        if (found.Count == 0) return [];

        var dismissed = await db.Flags.AsNoTracking()
            .Where(flag => stories.Contains(flag.StoryId) && flag.DismissedAt != null && ToBePublished.Contains(flag.In))
            .Select(flag => new { flag.Rule, flag.Words }).ToListAsync(cancellation);
        var allowed = dismissed.Select(flag => (flag.Rule, Normal(flag.Words))).ToHashSet();
        return
        [
            .. from one in found
               where !allowed.Contains((FlagRules.Of(one.Identifier.Kind).Name, Normal(one.Identifier.Words)))
               select new Refusal(
                   $"{one.What} holds {InWords(one.Identifier.Kind)}: “{one.Identifier.Words}”. "
                   + "Take it out. If everyone may know it, save, and dismiss its flag with a reason",
                   one.Field),
        ];
    }

    /// <summary>The same identifier, however it is spaced.</summary>
    public static string Normal(string words) =>
        string.Concat(words.Normalize(NormalizationForm.FormKC).Where(letter => char.IsLetterOrDigit(letter) || letter is '@' or '.')).ToUpperInvariant();

    /// <summary>What two patterns see is one as far as either goes: half a number is never dismissed for the whole.</summary>
    private static List<Hint> Joined(List<Hint> kept, Hint hint)
    {
        if (kept is [.., var last] && hint.Start < last.End) kept[^1] = last with { End = Math.Max(last.End, hint.End) };
        else kept.Add(hint);
        return kept;
    }

    /// <summary>A number without the "ring" or "NHS number" that gave it away.</summary>
    private static Hint WithoutCue(string text, Hint hint)
    {
        if (hint.Kind is not (HintKind.Phone or HintKind.Nhs)) return hint;

        var cue = text.AsSpan(hint.Start, hint.End - hint.Start).IndexOfAny(Numbers);
        return cue > 0 ? hint with { Start = hint.Start + cue } : hint;
    }

    /// <summary>A kind in the middle of a sentence.</summary>
    private static string InWords(HintKind kind) => kind switch
    {
        HintKind.Phone => "a telephone number",
        HintKind.Email => "an email address",
        HintKind.Nhs => "an NHS number",
        HintKind.Ni => "a National Insurance number",
        _ => "a postcode",
    };

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.Format) continue;
            if (!char.IsWhiteSpace(letter)) bare.Append(char.IsDigit(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter);
            else if (bare.Length == 0 || bare[^1] != ' ') bare.Append(' ');
        }

        return bare.ToString();
    }

    // Addresses with letters beyond A to Z, which the hints leave alone.
    [GeneratedRegex(
        @"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();
}
