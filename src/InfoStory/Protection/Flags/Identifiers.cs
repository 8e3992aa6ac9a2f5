using InfoStory.Data.Folding;
using InfoStory.Protection.Hints;

namespace InfoStory.Protection.Flags;

/// <summary>A telephone number, an email address, an NHS or National Insurance number or a postcode in a text.</summary>
/// <param name="Words">As they are read, without what is hidden among them.</param>
/// <param name="Start">Where it begins, in UTF-16 code units.</param>
public sealed record Identifier(HintKind Kind, string Words, int Start);

/// <summary>
/// What points to one person by itself, in whatever spelling. No rule that finds one can be switched off (docs/decisions/0023).
/// </summary>
public static class Identifiers
{
    /// <summary>Every one in the text, each once, in the order of their places: what the hints of the same text point at.</summary>
    public static IReadOnlyList<Identifier> Find(string? text, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];

        return
        [
            .. IdentityHints.FindIdentifiers(text, cancellation)
                .Select(hint => new Identifier(hint.Kind, Folded.Of(text[hint.Start..hint.End]).OnOneLine, hint.Start))
                .DistinctBy(identifier => (identifier.Kind, Normal(identifier.Words))),
        ];
    }

    /// <summary>The same identifier, however it is spaced and whatever letters it is written in.</summary>
    public static string Normal(string words)
    {
        var bare = Folded.Of(words).Bare;
        var isAddress = bare.Contains('@', StringComparison.Ordinal);
        return string.Concat(bare.Where(letter => char.IsLetterOrDigit(letter) || (isAddress && (letter is '@' or '.')))).ToUpperInvariant();
    }
}
