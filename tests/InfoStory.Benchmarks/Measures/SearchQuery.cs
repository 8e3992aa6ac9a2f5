using InfoStory.Benchmarks.Corpus;
using InfoStory.CaseStudies.Finding;
using InfoStory.Search;
using InfoStory.Tags;
using Microsoft.Data.Sqlite;

namespace InfoStory.Benchmarks.Measures;

/// <summary>What a reader of the corpus might search for.</summary>
internal sealed record SearchQuery(string Typed, Choice? Tag = null, Choice? Place = null)
{
    private const int Kinds = 7, Stories = 400;
    private const string NeverWritten = "qqzx";

    public SearchWords Words => SearchWords.Parse(Typed)!;

    public LibraryFilter Filter => new([.. Of(LibraryFacet.Place, Place), .. Of(Tag?.Facet.InLibrary() ?? default, Tag)]);

    public string Path => $"/case-studies?words={Uri.EscapeDataString(Typed)}{Part(Tag?.Facet.InLibrary() ?? default, Tag)}{Part(LibraryFacet.Place, Place)}";

    /// <summary>As many different queries as asked for, a seventh of each kind: rare, common, phrase, prefix, tag and place, none, typing mistake.</summary>
    public static IReadOnlyList<SearchQuery> Make(int count, string database)
    {
        var vocabulary = new Vocabulary(new(StoryCorpus.Seed));
        var dice = new Dice(StoryCorpus.Seed + 2);
        var stories = new StoryCorpus(Stories).Stories().Where(story => story.IsPublished).ToList();
        var (tags, places) = (Choices(database, "SELECT Id, Slug, Facet FROM Tags WHERE Facet <> 'Service' ORDER BY Id"),
            Choices(database, "SELECT Id, Slug, 'Service' FROM Places WHERE Kind = 'Authority' ORDER BY Id"));

        var queries = new HashSet<SearchQuery>();
        for (var kind = 0; queries.Count < count; kind = (kind + 1) % Kinds)
        {
            queries.Add(kind switch
            {
                0 => new(vocabulary[2_000 + dice.Below(50_000)]),
                1 => new($"{vocabulary[dice.Below(100)]} {vocabulary[dice.Below(100)]}"),
                2 => new(Phrase(dice, stories)),
                3 => new(Start(vocabulary[40 + dice.Below(3_000)])),
                4 => new(vocabulary[dice.Below(100)], tags[dice.Below(5)], places[dice.Below(10)]),
                5 => new($"{NeverWritten}{dice.Below(1_000_000)}"),
                _ => new(Prose.Mistype(vocabulary[50 + dice.Below(500)], dice)),
            });
        }

        return [.. queries];
    }

    private static string Phrase(Dice dice, List<CorpusStory> stories)
    {
        var words = dice.Pick(stories).Told.Split((char[])[' ', '\n', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        var at = dice.Below(words.Length - 1);
        return $"\"{words[at]} {words[at + 1]}\" {words[dice.Below(words.Length)]}";
    }

    private static string Part(LibraryFacet facet, Choice? choice) =>
        choice is null ? "" : $"&{Enum.GetName(facet)!.ToLowerInvariant()}={choice.Slug}";

    private static IEnumerable<LibraryValue> Of(LibraryFacet facet, Choice? choice) => choice is null ? [] : [new(facet, choice.Id)];

    private static string Start(string word) => word[..Math.Min(word.Length, 4)];

    private static List<Choice> Choices(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        List<Choice> choices = [];
        while (reader.Read()) choices.Add(new(reader.GetInt64(0), reader.GetString(1), Enum.Parse<Facet>(reader.GetString(2))));
        return choices;
    }
}

/// <summary>A tag or a place.</summary>
internal sealed record Choice(long Id, string Slug, Facet Facet);
