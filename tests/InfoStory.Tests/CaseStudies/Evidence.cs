using InfoStory.CaseStudies;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What makes a case study evidence, filled in as it should be.</summary>
internal static class Evidence
{
    public static EditFigure Figure { get; } = new()
    {
        For = FigureFor.Person,
        What = "Wait for a bed",
        Before = "9",
        After = "2",
        Unit = "days",
        Period = "January to June 2026",
        Source = "The count of the ward",
    };
}
