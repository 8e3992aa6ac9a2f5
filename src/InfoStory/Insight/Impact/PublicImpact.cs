using InfoStory.Data;

namespace InfoStory.Insight.Impact;

/// <summary>A figure as everyone may read it: at least so many in the whole window and in each month of it. Null is fewer than five, none included.</summary>
public sealed record PublicFigure(ImpactFigure Figure, int? Total, IReadOnlyList<int?> Months)
{
    public bool IsShown => Total is not null;
}

/// <summary>
/// The figures as they leave: multiples of five that there are at least, so that no difference between two of them, or between two moments, gives a small
/// number away (docs/decisions/0084). Built from the months of the window in their order, and what was counted; what is not there is none.
/// </summary>
public sealed class PublicImpact(IReadOnlyList<DateOnly> months, IReadOnlyDictionary<(ImpactFigure Figure, DateOnly Month), int> counts)
{
    private readonly Dictionary<ImpactFigure, PublicFigure> figures = Enum.GetValues<ImpactFigure>().ToDictionary(figure => figure, figure =>
    {
        var exact = months.Select(month => counts.GetValueOrDefault((figure, month))).ToList();
        return new PublicFigure(figure, SmallNumbers.AtLeastTogether(exact), exact.ConvertAll(SmallNumbers.AtLeast));
    });

    public IReadOnlyList<DateOnly> Months { get; } = months;

    public PublicFigure this[ImpactFigure figure] => figures[figure];

    /// <summary>There is a figure that is large enough to be shown.</summary>
    public bool IsAnyShown => figures.Values.Any(figure => figure.IsShown);
}
