using InfoStory.Data;
using InfoStory.Data.Folding;
using InfoStory.Protection.Hints;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Protection.Flags;

/// <summary>A telephone number, an email address, an NHS or National Insurance number or a postcode in a text.</summary>
/// <param name="Words">As they are read, without what is hidden among them.</param>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
public sealed record Identifier(HintKind Kind, string Words, int Start);

/// <summary>
/// The gate of structured identifiers: what points to one person by itself is not published unless somebody of the team has dismissed
/// it for that story with a reason. It looks at the text that is to be published, whatever flags are kept (docs/decisions/0023).
/// </summary>
public static class Identifiers
{
    private static readonly FlagPlace[] ToBePublished = [FlagPlace.PublicTitle, FlagPlace.PublicText, FlagPlace.CaseStudy];

    /// <summary>Every one in the text, each once, in the order of their places: what the hints of the same text point at.</summary>
    public static IReadOnlyList<Identifier> Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];

        return
        [
            .. IdentityHints.FindIdentifiers(text)
                .Select(hint => new Identifier(hint.Kind, Folded.Of(text[hint.Start..hint.End]).OnOneLine, hint.Start))
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

    /// <summary>The same identifier, however it is spaced and whatever letters it is written in.</summary>
    public static string Normal(string words)
    {
        var bare = Folded.Of(words).Bare;
        var isAddress = bare.Contains('@', StringComparison.Ordinal);
        return string.Concat(bare.Where(letter => char.IsLetterOrDigit(letter) || (isAddress && (letter is '@' or '.')))).ToUpperInvariant();
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
}
