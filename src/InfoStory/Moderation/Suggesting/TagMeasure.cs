using System.Globalization;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Moderation.Suggesting;

/// <summary>How good a way to suggest tags is, on stories that nothing was learned from.</summary>
/// <param name="Stories">Held-out stories; each has at least one tag.</param>
/// <param name="Hit">Of them, those where at least one of up to three suggestions is a tag that the team chose.</param>
/// <param name="Suggested">Suggestions over all of them.</param>
/// <param name="Right">Of these, those that the team chose.</param>
public sealed record TagTally(int Stories, int Hit, int Suggested, int Right)
{
    /// <summary>Top-3 accuracy, from 0 to 1; 0 where there was no story.</summary>
    public double Accuracy => Stories == 0 ? 0 : (double)Hit / Stories;

    /// <summary>The share of suggestions that the team chose; 1 where nothing was suggested.</summary>
    public double Precision => Suggested == 0 ? 1 : (double)Right / Suggested;

    internal TagTally With(IReadOnlyCollection<Id<Tag>> suggested, IReadOnlyCollection<Id<Tag>> chosen)
    {
        var right = suggested.Count(chosen.Contains);
        return new(Stories + 1, Hit + (right > 0 ? 1 : 0), Suggested + suggested.Count, Right + right);
    }
}

/// <summary>What suggestions came to, beside always suggesting the three commonest tags.</summary>
public sealed record TagFigures(int LearnedFrom, TagTally Suggestions, TagTally Commonest)
{
    public IReadOnlyList<string> Lines =>
    [
        $"stories learned from {LearnedFrom}",
        $"stories held out {Suggestions.Stories}",
        Line("suggestions", Suggestions),
        Line("always the three commonest tags", Commonest),
    ];

    private static string Line(string what, TagTally tally) =>
        $"{what}: top-3 accuracy {Share(tally.Accuracy)} ({tally.Hit} of {tally.Stories} stories), "
        + $"{(tally.Suggested == 0 ? "nothing suggested" : $"precision {Share(tally.Precision)} ({tally.Right} of {tally.Suggested} suggestions)")}";

    private static string Share(double share) => share.ToString("0.0000", CultureInfo.InvariantCulture);
}

/// <summary>Measures the suggestions on stories that nothing was learned from (docs/tags.md).</summary>
public sealed class TagMeasure(TagLearning learning)
{
    private const int HeldOutOf = 5;

    /// <summary>Holds out every fifth decided story, learns from the others and keeps nothing.</summary>
    public async Task<TagFigures> MeasureAsync(CancellationToken cancellation)
    {
        HashSet<Id<Story>> heldOut = [];
        var (statistics, number) = (new TagStatistics(), 0);
        await foreach (var (id, story) in learning.DecidedAsync(cancellation))
        {
            if (++number % HeldOutOf == 0) heldOut.Add(id);
            else statistics.Meet(story);
        }

        statistics.Choose();
        await foreach (var (id, story) in learning.DecidedAsync(cancellation))
        {
            if (!heldOut.Contains(id)) statistics.Count(story);
        }

        var figures = Begin(statistics);
        var (learned, commonest) = Learned(statistics);
        await foreach (var (id, story) in learning.DecidedAsync(cancellation))
        {
            if (heldOut.Contains(id)) figures = With(figures, story, learned, commonest);
        }

        return figures;
    }

    /// <summary>The same for stories at hand.</summary>
    public static TagFigures Between(IReadOnlyList<TaggedStory> learnFrom, IReadOnlyList<TaggedStory> heldOut)
    {
        var statistics = new TagStatistics();
        foreach (var story in learnFrom) statistics.Meet(story);
        statistics.Choose();
        foreach (var story in learnFrom) statistics.Count(story);

        var (learned, commonest) = Learned(statistics);
        return heldOut.Where(story => story.Tags.Count > 0).Aggregate(Begin(statistics), (figures, story) => With(figures, story, learned, commonest));
    }

    private static TagFigures Begin(TagStatistics statistics) => new(statistics.Stories, new(0, 0, 0, 0), new(0, 0, 0, 0));

    private static (ILookup<string, Evidence> Words, IReadOnlyList<Id<Tag>> Commonest) Learned(TagStatistics statistics) =>
        (statistics.Rows(default).ToLookup(row => row.Word, row => new Evidence(row.TagId, row.Word, row.Weight), StringComparer.Ordinal),
            statistics.Commonest(Weighing.Most));

    private static TagFigures With(TagFigures figures, TaggedStory story, ILookup<string, Evidence> learned, IReadOnlyList<Id<Tag>> commonest)
    {
        var terms = StoryTerms.Of(story.Texts);
        var suggested = Weighing.From(terms.Keys.Append("").SelectMany(word => learned[word]), terms, []).Select(suggestion => suggestion.Tag).ToList();
        return figures with { Suggestions = figures.Suggestions.With(suggested, story.Tags), Commonest = figures.Commonest.With(commonest, story.Tags) };
    }
}
