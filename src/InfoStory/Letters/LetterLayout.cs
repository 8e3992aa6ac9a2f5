namespace InfoStory.Letters;

/// <summary>Some words of a letter; a link where they are an address of this site.</summary>
public sealed record LetterPart(string Text, bool IsLink = false);

/// <summary>How a letter looks where it is not read as plain text: what its HTML is made of, and what the desk shows.</summary>
public static class LetterLayout
{
    /// <summary>Paragraphs of lines of parts.</summary>
    /// <param name="text">Plain text: paragraphs with an empty line between them.</param>
    /// <param name="site">The address of the site; only what begins with it becomes a link.</param>
    public static IEnumerable<IEnumerable<IEnumerable<LetterPart>>> Of(string text, string site) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => paragraph.Split('\n').Select(line => Line(line, site)));

    private static IEnumerable<LetterPart> Line(string line, string site) =>
        line.Split(' ').SelectMany((word, place) => Word(word, site).Prepend(new(place == 0 ? "" : " "))).Where(part => part.Text.Length > 0);

    private static IEnumerable<LetterPart> Word(string word, string site)
    {
        var address = word.TrimStart('(').TrimEnd('.', ',', ';', ':', '!', '?', ')');
        if (!IsOurs(address, site)) return [new(word)];

        var begins = word.IndexOf(address, StringComparison.Ordinal);
        return [new(word[..begins]), new(address, IsLink: true), new(word[(begins + address.Length)..])];
    }

    private static bool IsOurs(string address, string site) =>
        site.Length > 0 && address.StartsWith(site, StringComparison.Ordinal) && (address.Length == site.Length || address[site.Length] is '/' or '?' or '#')
        && Uri.TryCreate(address, UriKind.Absolute, out _);
}
