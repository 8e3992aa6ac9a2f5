using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Insight.Explore;

/// <summary>
/// What is counted of the hand-offs that case studies draw: somebody was sent on from one service to another. Null is any service, or one without a name.
/// Counted in case studies, each once.
/// </summary>
/// <param name="From">Who sent them on.</param>
/// <param name="To">To whom.</param>
/// <param name="IsUnanswered">Only where nobody came back afterwards.</param>
public readonly record struct HandOffFigure(Id<Tag>? From, Id<Tag>? To, bool IsUnanswered = false)
{
    /// <summary>Everything that the hand-offs of one case study count for, each once. A figure of which another is a part is always there beside it.</summary>
    /// <param name="chains">As everyone reads them.</param>
    /// <param name="serviceOf">The service of today that has this name, or had it; null where there is none.</param>
    public static IReadOnlySet<HandOffFigure> Of(IEnumerable<ShownChain> chains, Func<string, Id<Tag>?> serviceOf) =>
        chains.SelectMany(chain => Of([.. chain.Steps.Select(step => (
            step.Service is null ? null : serviceOf(step.Service), step.Waited == Waited.NobodyCameBack))])).ToHashSet();

    private static IEnumerable<HandOffFigure> Of(List<(Id<Tag>? Service, bool IsUnanswered)> steps) => steps.Zip(steps.Skip(1))
        .Where(pair => pair.First.Service is null || pair.First.Service != pair.Second.Service)
        .SelectMany(pair => Around(pair.First.Service, pair.Second.Service, pair.Second.IsUnanswered));

    private static IEnumerable<HandOffFigure> Around(Id<Tag>? from, Id<Tag>? to, bool isUnanswered)
    {
        List<HandOffFigure> figures = [new(from, to), new(from, null), new(null, to), default];
        return isUnanswered ? figures.Concat(figures.ConvertAll(figure => figure with { IsUnanswered = true })) : figures;
    }
}
