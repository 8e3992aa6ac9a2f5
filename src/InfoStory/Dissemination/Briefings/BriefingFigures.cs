using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Dissemination.Briefings;

/// <summary>One step of a story, as far as it is counted.</summary>
public sealed record ToldStep(Id<Story> Story, int Step, Id<Tag>? Service, Waited? Waited, bool? ToldAgain);

/// <summary>What is counted of one story; blank steps are left out.</summary>
public sealed record ToldStory(IReadOnlyList<ToldStep> Steps, DidItExist? Existed)
{
    /// <summary>From one service to another, each pair once.</summary>
    public IReadOnlyList<(Id<Tag> From, Id<Tag> To)> SentOn { get; } =
        [.. Steps.Zip(Steps.Skip(1)).Where(pair => pair.First.Service is not null && pair.Second.Service is not null)
            .Select(pair => (From: pair.First.Service!.Value, To: pair.Second.Service!.Value)).Where(pair => pair.From != pair.To).Distinct()];
}

/// <summary>
/// Counts stories so that no number points to a person: none below <see cref="SmallNumbers.Least"/> is said, and none from which such a number follows by
/// taking it from another.
/// </summary>
public static class BriefingFigures
{
    /// <summary>The most pairs of services that the chart shows.</summary>
    public const int MostBars = 6;

    private const int Least = SmallNumbers.Least, Day = 24 * 60;

    /// <summary>All figures in the order of <see cref="FigureKind"/>; those of which nothing can be said have no value.</summary>
    public static IReadOnlyList<BriefingFigure> Of(IReadOnlyCollection<ToldStory> stories)
    {
        var chains = stories.Where(story => story.Steps.Count > 0).ToList();
        // Where nobody came back there was a wait, and nobody knows how long.
        var waited = chains.FindAll(story => story.Steps.Any(step => step.Waited is not (null or Waited.NobodyCameBack)));
        var asked = stories.Where(story => story.Existed is not null).ToList();
        return
        [
            Count(FigureKind.SentOn, Of(chains, stories), story => story.SentOn.Count > 0),
            Median(FigureKind.HandOffs, Of(chains, stories), story => story.Steps.Count - 1),
            Count(FigureKind.ToldAgain, Of(chains, stories), story => story.Steps.Skip(1).Any(step => step.ToldAgain == true)),
            Count(FigureKind.NobodyCameBack, Of(chains, stories), story => story.Steps.Any(step => step.Waited == Waited.NobodyCameBack)),
            Median(FigureKind.DaysWaited, Of(waited, chains, stories), story => story.Steps.Sum(step => step.Waited?.Minutes() ?? 0) / (decimal)Day),
            Count(FigureKind.ThereButNotShared, Of(asked, stories), story => story.Existed == DidItExist.Yes),
        ];

        // How many these are stands beside each figure: where it gives away how few the others are, nothing is said of them.
        static List<ToldStory> Of(List<ToldStory> some, params IReadOnlyCollection<ToldStory>[] wholes) =>
            wholes.All(whole => Sayable(some.Count, whole.Count) is not null) ? some : [];
    }

    /// <summary>
    /// The pairs of services between which most stories were sent on, most first. A bar that is small, or leaves few, is left out; where the stories in none
    /// of the bars are so few that they follow by taking the bars from all, the smallest bars are left out, too. There are none where it may not be said how
    /// many are told step by step.
    /// </summary>
    public static IReadOnlyList<((Id<Tag> From, Id<Tag> To) Pair, int Stories)> Bars(IReadOnlyCollection<ToldStory> stories)
    {
        var chains = stories.Where(story => story.Steps.Count > 0).ToList();
        if (Sayable(chains.Count, stories.Count) is null) return [];

        var sent = chains.FindAll(story => story.SentOn.Count > 0);
        var bars = sent.SelectMany(story => story.SentOn).GroupBy(pair => pair).Select(group => (Pair: group.Key, Stories: group.Count()))
            .Where(bar => bar.Stories >= Least && Sayable(bar.Stories, sent.Count) is not null && Sayable(bar.Stories, chains.Count) is not null)
            .OrderByDescending(bar => bar.Stories).ThenBy(bar => bar.Pair.From.Value).ThenBy(bar => bar.Pair.To.Value).Take(MostBars).ToList();
        while (bars.Count > 0 && (IsFew(sent) || IsFew(chains))) bars.RemoveAt(bars.Count - 1);
        return bars;

        bool IsFew(List<ToldStory> all) => all.Count(story => !story.SentOn.Any(pair => bars.Exists(bar => bar.Pair == pair))) is > 0 and < Least;
    }

    /// <summary>The number; null where it, or what is left of all, is small.</summary>
    public static int? Sayable(int count, int of) =>
        of < Least || count is > 0 and < Least || of - count is > 0 and < Least ? null : count;

    private static BriefingFigure Count(FigureKind kind, IReadOnlyCollection<ToldStory> stories, Func<ToldStory, bool> which) =>
        new(kind, Sayable(stories.Count(which), stories.Count), Enough(stories));

    private static BriefingFigure Median(FigureKind kind, IReadOnlyCollection<ToldStory> stories, Func<ToldStory, decimal> measure)
    {
        if (stories.Count < Least) return new(kind, null, null);

        var sorted = stories.Select(measure).Order().ToList();
        return new(kind, (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, Enough(stories));
    }

    private static int? Enough(IReadOnlyCollection<ToldStory> stories) => stories.Count < Least ? null : stories.Count;
}
