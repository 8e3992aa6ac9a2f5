using InfoStory.Data.Folding;

namespace InfoStory.Search;

/// <summary>Finds what is called as somebody typed.</summary>
internal static class SearchNames
{
    private const int Most = 60, MostCalled = 30, ShortestBegun = 5, MostMissing = 2, Near = 2;

    /// <summary>A query of SQL Server's full text is 4,000 characters at most, and each thing it looks for takes so many beside its letters.</summary>
    private const int MostLetters = 3_000, LettersBeside = 30;

    /// <summary>What stands beside the name of a place and names the place with it, as in "Cornwall Council" or "City of Bristol".</summary>
    private static readonly HashSet<string> OfPlaces = ["council", "city", "county", "borough", "district"];

    /// <summary>Words that only join others: what is looked for is in the rest.</summary>
    private static readonly HashSet<string> Joining =
    [
        "a", "about", "after", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before", "between", "but", "by", "can", "could", "did", "do",
        "does", "for", "forth", "from", "get", "gets", "getting", "got", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into", "is",
        "it", "its", "just", "let", "me", "more", "much", "my", "no", "not", "of", "off", "on", "once", "one", "or", "our", "out", "over", "own", "she", "so",
        "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "too", "up", "upon", "us", "was",
        "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    ];

    /// <summary>
    /// Words that say nothing by themselves, here or anywhere, and count only beside another of the same name, as in "Isle of Wight" or "Lead worker".
    /// </summary>
    private static readonly HashSet<string> Weak =
    [
        .. Joining, "asked", "back", "city", "county", "fact", "first", "help", "information", "lead", "lost", "made", "met", "old", "other", "people",
        "person", "right", "saint", "service", "services", "single", "st", "staff", "still", "story", "system", "systems", "talk", "time", "told", "work",
        "worker", "workers", "wrong",
    ];

    /// <summary>Whether it is a word that only joins others.</summary>
    public static bool Joins(SearchTerm term) => term.Parts is [var only] && Joining.Contains(Folded.Of(only).Bare);

    /// <summary>Where the whole of a name was typed: the first of its terms, how many they are, and what it is the name of; the longest first.</summary>
    public static IReadOnlyList<(int From, int Count, SearchName Name)> Whole(IReadOnlyList<SearchTerm> terms, IEnumerable<SearchName> named)
    {
        TypedWord[] typed = [.. terms.SelectMany((term, number) => term.Parts.Select((part, place) => Word(part, number, place, isBegun: false)))];
        List<(int From, int Count, SearchName Name)> whole = [];
        foreach (var name in named)
        {
            var count = name.Name.Parts.Count;
            for (var at = 0; at + count <= typed.Length; at++)
            {
                var length = 0;
                while (length < count && Same(typed[at + length], name, length, mostMissing: 0)) length++;
                var (from, last) = (typed[at].Term, typed[at + count - 1]);
                if (length == count && typed[at].Place == 0 && last.Place == terms[last.Term].Parts.Count - 1) whole.Add((from, last.Term - from + 1, name));
            }
        }

        return [.. whole.OrderByDescending(one => one.Count)];
    }

    /// <summary>The terms, each with the words that stand for what is called so.</summary>
    /// <param name="terms">What was typed.</param>
    /// <param name="named">What is found by its name.</param>
    /// <param name="begunPlaces">The last word may begin the own name of a place, however much of it is missing.</param>
    public static IReadOnlyList<SearchTerm> Found(IReadOnlyList<SearchTerm> terms, IEnumerable<SearchName> named, bool begunPlaces = false)
    {
        TypedWord[] typed =
        [
            .. terms.SelectMany((term, number) =>
                term.Parts.Select((part, place) => Word(part, number, place, term.IsBegun && place == term.Parts.Count - 1))),
        ];
        var found = terms.Select(_ => new Dictionary<string, bool>(StringComparer.Ordinal)).ToArray();
        var called = terms.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        HashSet<string> places = new(StringComparer.Ordinal);
        foreach (var name in named)
        {
            Find(name, typed, terms, new(found, called), begunPlaces && !name.IsWhole ? int.MaxValue : MostMissing);
            if (name.IsSpelled) places.Add(name.Word);
        }

        NameBeside(terms, found, places);

        return
        [
            .. terms.Select((term, number) =>
                term with
                {
                    Facts = [.. found[number].OrderByDescending(fact => fact.Value).Take(Most).Select(fact => fact.Key)],
                    OrCalled = Few(called[number].Except(term.Forms), MostLetters / terms.Count),
                }),
        ];
    }

    private static List<string> Few(IEnumerable<string> called, int letters)
    {
        List<string> few = [];
        foreach (var one in called.Take(MostCalled))
        {
            letters -= one.Length + LettersBeside;
            if (letters >= 0) few.Add(one);
        }

        return few;
    }

    /// <summary>The council of a place is what the place is, where both were typed.</summary>
    private static void NameBeside(IReadOnlyList<SearchTerm> terms, Dictionary<string, bool>[] found, HashSet<string> places)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at].Parts is not [var only] || !OfPlaces.Contains(only)) continue;

            var near = Enumerable.Range(at - Near, (2 * Near) + 1).Where(number => number != at && number >= 0 && number < terms.Count);
            foreach (var word in near.SelectMany(number => found[number].Keys).Where(places.Contains).ToList()) found[at].TryAdd(word, false);
        }
    }

    /// <summary>Every run of what was typed that is a run of the name.</summary>
    private static void Find(SearchName name, TypedWord[] typed, IReadOnlyList<SearchTerm> terms, Notes notes, int mostMissing)
    {
        var count = name.Name.Parts.Count;
        for (var at = 0; at < typed.Length; at++)
        {
            for (var from = 0; from < (name.IsWhole ? 1 : count); from++)
            {
                var length = 0;
                while (at + length < typed.Length && from + length < count && Same(typed[at + length], name, from + length, mostMissing)) length++;
                var isWhole = length == count;
                if (length > 0 && (isWhole || !name.IsWhole)) Note(name, isWhole, typed.AsSpan(at, length), terms, notes);
            }
        }
    }

    private static void Note(SearchName name, bool isWhole, ReadOnlySpan<TypedWord> run, IReadOnlyList<SearchTerm> terms, Notes notes)
    {
        var (isTerm, says) = (run[0].Place == 0 && terms[run[0].Term].Parts.Count is > 1 and var parts && parts <= run.Length, false);
        foreach (var typed in run) says |= !typed.IsWeak;
        if (!says && !isTerm && !(isWhole && run.Length > 1)) return;

        for (var at = 0; at < run.Length; at++)
        {
            var (number, isFirst) = (run[at].Term, run[at].Place == 0);
            if (!isFirst || at + terms[number].Parts.Count > run.Length) continue;

            var (facts, called) = (notes.Facts[number], notes.Called[number]);
            if (name.Word.Length > 0) facts[name.Word] = isWhole || facts.GetValueOrDefault(name.Word);
            if (isWhole) called.UnionWith(name.Called);
        }
    }

    private static bool Same(TypedWord typed, SearchName name, int place, int mostMissing)
    {
        var (part, isSpelled) = (name.Name.Parts[place], name.IsSpelled);
        if (isSpelled ? NameInWords.SpelledOf(typed.Bare) == NameInWords.SpelledOf(part) : typed.Root == name.Name.Roots[place]) return true;
        if (!typed.IsBegun || !part.StartsWith(typed.Bare, StringComparison.Ordinal)) return false;

        return isSpelled ? typed.Bare.Length >= ShortestBegun && part.Length - typed.Bare.Length <= mostMissing : !Weak.Contains(part);
    }

    private static TypedWord Word(string part, int term, int place, bool isBegun)
    {
        var bare = Folded.Of(part).Bare;
        return new(bare, NameInWords.RootOf(bare), term, place, isBegun, bare.Length == 1 || Weak.Contains(bare));
    }

    /// <summary>What is found for each term.</summary>
    private readonly record struct Notes(Dictionary<string, bool>[] Facts, HashSet<string>[] Called);

    /// <param name="Place">Its place among the words of its term.</param>
    private readonly record struct TypedWord(string Bare, string Root, int Term, int Place, bool IsBegun, bool IsWeak);
}
