using System.Text;
using InfoStory.Data;
using InfoStory.Data.Folding;
using InfoStory.Search;

namespace InfoStory.Organisations;

/// <summary>Names as they are compared: without accents, apostrophes, capitals and signs; "and" and "&amp;" are the same, and so are Saint and St.</summary>
internal static class OrganisationNames
{
    public const int LongestSorted = 200;

    private const int MostSought = 10;

    /// <summary>What nearly every council is called beside its place, and what a name is the same without.</summary>
    private static readonly HashSet<string> Weak =
        ["and", "borough", "city", "council", "county", "district", "london", "metropolitan", "of", "the", "trust", "nhs", "foundation"];

    /// <summary>The words of a name, none of them empty.</summary>
    public static IReadOnlyList<string> WordsOf(string name)
    {
        var text = Folded.Of(name.Replace("&", " and ", StringComparison.Ordinal).Replace("＆", " and ", StringComparison.Ordinal)).Bare;
        var words = new StringBuilder(text.Length);
        foreach (var letter in text.EnumerateRunes())
        {
            if (letter.Value == '\'') continue;
            words.Append(Rune.IsLetterOrDigit(letter) ? letter.ToString() : " ");
        }

        return [.. words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameInWords.SpelledOf)];
    }

    /// <summary>The whole name; two of the same organisation are the same. At most 200 characters, which an index has room for.</summary>
    public static string Of(string name)
    {
        var words = WordsOf(name);
        var folded = string.Join(' ', words is ["the", _, ..] ? words.Skip(1) : words);
        return folded.Length <= LongestSorted ? folded : folded[..LongestSorted];
    }

    /// <summary>All the names in one text in which the beginning of a word is found behind a space, and where one name ends there is a bar.</summary>
    public static string Of(IEnumerable<string> names) => string.Concat(names.Select(name => $" {string.Join(' ', WordsOf(name))} |"));

    /// <summary>
    /// Which words somebody is looking for: what every council has in its name counts only where nothing else was typed. The last may be half typed.
    /// </summary>
    public static IReadOnlyList<string> Sought(string typed)
    {
        var words = WordsOf(typed).Take(MostSought).ToList();
        var own = words.Where(word => !Weak.Contains(word)).ToList();
        return own.Count > 0 ? own : words;
    }

    /// <summary>An address that is not among those that are taken, and is from now on.</summary>
    public static string FreeSlug(string name, HashSet<string> taken)
    {
        var wanted = Slug.Of(name) ?? "organisation";
        var slug = wanted;
        for (var number = 2; !taken.Add(slug); number++) slug = $"{wanted[..Math.Min(wanted.Length, Slug.MaxLength - 5)]}-{number}";
        return slug;
    }
}
