using System.Numerics;
using InfoStory.Data.Folding;

namespace InfoStory.Search;

/// <summary>The words of some texts, and in how many of them each stands. Numbers, and words with a digit in them, are none.</summary>
internal sealed class Vocabulary
{
    private const int Shortest = 3, Longest = 30, ShortestToMend = 4, LongEnoughForTwo = 8;

    private readonly Dictionary<string, Known> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> roots = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Known[]> texts = [];

    /// <summary>Words that are shorter, and those with a digit, stay as they are typed.</summary>
    public static bool IsMended(string bare) => bare.Length >= ShortestToMend && IsOfLetters(bare);

    public IEnumerable<long> Keys => texts.Keys;

    public bool Has(long key) => texts.ContainsKey(key);

    /// <param name="key">Of a text that is not among them yet.</param>
    /// <param name="text">Its words are noted.</param>
    /// <param name="weight">As many texts as it counts for.</param>
    public void Put(long key, string text, int weight = 1)
    {
        var folded = Folded.Of(text);
        HashSet<Known> of = [];
        foreach (var run in TypedTerms.Words(folded.Text))
        {
            var bare = folded.Bare[run];
            if (bare.Length is < Shortest or > Longest || !IsOfLetters(bare)) continue;

            if (!words.TryGetValue(bare, out var word))
            {
                words[bare] = word = new(bare, LettersOf(bare), WordRoot.Of(bare));
                roots[word.Root] = roots.GetValueOrDefault(word.Root) + 1;
            }

            if (of.Add(word)) word.Texts += weight;
        }

        texts[key] = [.. of];
    }

    /// <summary>Forgets a text that was put with the weight of one, and the words that stand in no other.</summary>
    public void Remove(long key)
    {
        if (!texts.Remove(key, out var of)) return;

        foreach (var word in of)
        {
            if (--word.Texts > 0) continue;

            words.Remove(word.Bare);
            if (--roots[word.Root] == 0) roots.Remove(word.Root);
        }
    }

    /// <summary>It, or another form of it, stands in a text; where it may be half typed, something begins so.</summary>
    public bool Knows(string bare, bool isBegun) =>
        roots.ContainsKey(WordRoot.Of(bare)) || (isBegun && words.Keys.Any(word => word.StartsWith(bare, StringComparison.Ordinal)));

    /// <summary>The word that is nearest to one that is in none of the texts, of those as near the one that most texts hold; null where none is near.</summary>
    public NearWord? Nearest(string bare)
    {
        if (!IsMended(bare) || bare.Length > Longest) return null;

        var (limit, letters) = (bare.Length < LongEnoughForTwo ? 1 : 2, LettersOf(bare));
        NearWord? nearest = null;
        foreach (var word in words.Values)
        {
            // Each letter that differs is one more here and one less there: most words fall out before they are compared.
            if (BitOperations.PopCount(letters ^ word.Letters) > 2 * limit) continue;
            if (WordDistance.Within(limit, bare, word.Bare) is { } distance) nearest = NearWord.Better(nearest, new(word.Bare, distance, word.Texts));
        }

        return nearest;
    }

    private static bool IsOfLetters(string bare) => !bare.Any(char.IsNumber);

    private static ulong LettersOf(string bare)
    {
        var letters = 0UL;
        foreach (var letter in bare) letters |= 1UL << (letter % 64);
        return letters;
    }

    private sealed record Known(string Bare, ulong Letters, string Root)
    {
        public int Texts { get; set; }

        public bool Equals(Known? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Bare.GetHashCode(StringComparison.Ordinal);
    }
}

/// <summary>A word near to another.</summary>
internal sealed record NearWord(string Word, int Distance, int Texts)
{
    /// <summary>The nearer one; of two as near the one in more texts.</summary>
    public static NearWord? Better(NearWord? one, NearWord? other) =>
        one is null ? other
        : other is null ? one
        : (other.Distance, -other.Texts).CompareTo((one.Distance, -one.Texts)) is not 0 and var order ? order < 0 ? other : one
        : string.CompareOrdinal(other.Word, one.Word) < 0 ? other : one;
}
