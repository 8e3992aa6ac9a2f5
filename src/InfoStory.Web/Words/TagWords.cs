using InfoStory.Tags;

namespace InfoStory.Web.Words;

internal static class TagWords
{
    public static string Title(this Facet facet) => facet switch
    {
        Facet.PolicyArea => "Policy area",
        Facet.HandOffProblem => "Hand-off problem",
        Facet.Barrier => "Barrier",
        Facet.Enabler => "Enabler",
        Facet.Service => "Service",
        Facet.Outcome => "Outcome",
    };

    /// <summary>What became of a tag, before the names of what it became.</summary>
    public static string InWords(this TagStanding standing) => standing switch
    {
        TagStanding.Offered => "Offered",
        TagStanding.Retired => "Retired",
        TagStanding.Merged => "Merged into",
        TagStanding.Split => "Split into",
    };
}
