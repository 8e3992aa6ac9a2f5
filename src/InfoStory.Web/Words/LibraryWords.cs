using InfoStory.CaseStudies.Finding;

namespace InfoStory.Web.Words;

/// <summary>The facets of the library in words and in addresses.</summary>
internal static class LibraryWords
{
    /// <summary>What somebody types for a facet that is only there or not.</summary>
    public const string Yes = "yes";

    public static string Title(this LibraryFacet facet) => facet switch
    {
        LibraryFacet.Kind => "Kind of story",
        LibraryFacet.Area => "Policy area",
        LibraryFacet.Problem => "Hand-off problem",
        LibraryFacet.Barrier => "Barrier",
        LibraryFacet.Enabler => "Enabler",
        LibraryFacet.Service => "Service",
        LibraryFacet.Place => "Place",
        LibraryFacet.Outcome => "Outcome",
        LibraryFacet.Year => "Year",
        LibraryFacet.Answered => "A service answered",
        LibraryFacet.Changed => "Something changed",
    };

    /// <summary>Its name in addresses.</summary>
    public static string Name(this LibraryFacet facet) => facet switch
    {
        LibraryFacet.Kind => "kind",
        LibraryFacet.Area => "area",
        LibraryFacet.Problem => "problem",
        LibraryFacet.Barrier => "barrier",
        LibraryFacet.Enabler => "enabler",
        LibraryFacet.Service => "service",
        LibraryFacet.Place => "place",
        LibraryFacet.Outcome => "outcome",
        LibraryFacet.Year => "year",
        LibraryFacet.Answered => "answered",
        LibraryFacet.Changed => "changed",
    };

    /// <summary>One of its values, as addresses write it, for whoever writes a program.</summary>
    public static string Example(this LibraryFacet facet) => facet switch
    {
        LibraryFacet.Kind => "failed",
        LibraryFacet.Area => "hospital-discharge",
        LibraryFacet.Problem => "repeating-my-story",
        LibraryFacet.Barrier => "leadership",
        LibraryFacet.Enabler => "lead-worker",
        LibraryFacet.Service => "housing",
        LibraryFacet.Place => "leeds",
        LibraryFacet.Outcome => "time-saved",
        LibraryFacet.Year => "2026",
        LibraryFacet.Answered or LibraryFacet.Changed => Yes,
    };

    /// <summary>What to do where an address asks for a value of it that there is not.</summary>
    public static string ToMend(this LibraryFacet facet) => facet switch
    {
        LibraryFacet.Kind => "Choose a kind of story from the list",
        LibraryFacet.Area => "Choose a policy area from the list",
        LibraryFacet.Problem => "Choose a hand-off problem from the list",
        LibraryFacet.Barrier => "Choose a barrier from the list",
        LibraryFacet.Enabler => "Choose an enabler from the list",
        LibraryFacet.Service => "Choose a service from the list",
        LibraryFacet.Place => "Choose a place from the list",
        LibraryFacet.Outcome => "Choose an outcome from the list",
        LibraryFacet.Year => "Choose a year from the list",
        LibraryFacet.Answered or LibraryFacet.Changed => $"“{facet.Title()}” can only be chosen or not",
    };
}
