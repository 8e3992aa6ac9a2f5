using InfoStory.Data;
using InfoStory.Protection.Hints;
using InfoStory.Tags;

namespace InfoStory.Moderation.Suggesting;

/// <summary>What was told in a story, text by text, and the tags that the team chose for it.</summary>
public sealed record TaggedStory(IReadOnlyList<string> Texts, IReadOnlyList<Id<Tag>> Tags);

/// <summary>
/// Counts which words go with which tags. The same stories are read twice: first to meet their words, so that rare words and names are never
/// counted with a tag at all, then to count. What it holds in memory is bounded, however many stories there are.
/// </summary>
internal sealed class TagStatistics
{
    /// <summary>A word, and a word with a tag, stands for this many different stories or is not kept.</summary>
    public const int MinStories = 5;

    /// <summary>The most words met at a time, kept for counting, and kept for one tag.</summary>
    private const int MostMet = 200_000, MostCounted = 5_000, MostForTag = 150;

    /// <summary>A word is worth keeping for a tag from twice as often on.</summary>
    private static readonly double LeastWeight = Math.Log(2);

    private readonly Dictionary<string, (int All, int Clear)> met = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<Id<Tag>, int> tags = [];
    private readonly Dictionary<(string Word, Id<Tag> Tag), int> together = [];

    /// <summary>How many stories were counted.</summary>
    public int Stories { get; private set; }

    /// <summary>First: meets the words of a story, and what the identity hints take for a name, a number or an address.</summary>
    public void Meet(TaggedStory story)
    {
        var clear = StoryTerms.Of(story.Texts.Select(WithoutHints)).Where(term => !IdentityHints.IsName(term.Value))
            .Select(term => term.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var term in StoryTerms.Of(story.Texts).Keys)
        {
            var (all, free) = met.GetValueOrDefault(term);
            met[term] = (all + 1, free + (clear.Contains(term) ? 1 : 0));
        }

        if (met.Count <= MostMet) return;
        foreach (var rare in met.Where(term => term.Value.All == 1).Select(term => term.Key).ToList()) met.Remove(rare);
    }

    /// <summary>Then: decides which words may be counted. One that is taken for a name in more than one of ten stories is none of them.</summary>
    public void Choose()
    {
        foreach (var (word, count) in met.Where(term => term.Value.Clear >= MinStories && term.Value.Clear * 10 >= term.Value.All * 9)
            .OrderByDescending(term => term.Value.Clear).ThenBy(term => term.Key, StringComparer.Ordinal).Take(MostCounted)) words.Add(word, 0);
        met.Clear();
    }

    /// <summary>Last: counts the words of a story with its tags.</summary>
    public void Count(TaggedStory story)
    {
        Stories++;
        foreach (var tag in story.Tags) tags[tag] = tags.GetValueOrDefault(tag) + 1;
        foreach (var word in StoryTerms.Of(story.Texts).Keys.Where(words.ContainsKey))
        {
            words[word]++;
            foreach (var tag in story.Tags) together[(word, tag)] = together.GetValueOrDefault((word, tag)) + 1;
        }
    }

    /// <summary>The tags that were chosen most often.</summary>
    public IReadOnlyList<Id<Tag>> Commonest(int most) =>
        [.. tags.OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key.Value).Take(most).Select(tag => tag.Key)];

    /// <summary>What is worth keeping: for each tag how common it is, and the words that weigh most.</summary>
    public IReadOnlyList<TagWord> Rows(DateTime now) =>
    [
        .. tags.Where(tag => tag.Value >= MinStories).Select(tag => new TagWord
        {
            Word = "",
            TagId = tag.Key,
            Stories = tag.Value,
            Weight = Math.Log((tag.Value + 0.5) / (Stories - tag.Value + 0.5)),
            LearnedAt = now
        }),
        .. together.Where(pair => pair.Value >= MinStories)
            .Select(pair => new TagWord
            {
                Word = pair.Key.Word,
                TagId = pair.Key.Tag,
                Stories = pair.Value,
                Weight = Weight(pair.Key.Word, pair.Key.Tag, pair.Value),
                LearnedAt = now
            })
            .Where(row => row.Weight >= LeastWeight)
            .GroupBy(row => row.TagId)
            .SelectMany(rows => rows.OrderByDescending(row => row.Weight).ThenBy(row => row.Word, StringComparer.Ordinal).Take(MostForTag)),
    ];

    /// <summary>Half a story is added on every side, so that what was never seen is unlikely and not impossible.</summary>
    private double Weight(string word, Id<Tag> tag, int both)
    {
        var (with, without) = (tags[tag], Stories - tags[tag]);
        return Math.Log((both + 0.5) / (with + 1)) - Math.Log((words[word] - both + 0.5) / (without + 1));
    }

    /// <summary>A job with a small place, or a place by name, may point at somebody, but its words are ordinary.</summary>
    private static string WithoutHints(string text)
    {
        var letters = text.ToCharArray();
        foreach (var hint in IdentityHints.Find(text).Where(hint => hint.Kind is not (HintKind.Role or HintKind.Place)))
            letters.AsSpan(hint.Start, hint.End - hint.Start).Fill(' ');
        return new(letters);
    }
}
