using System.Globalization;
using InfoStory.CaseStudies.Finding;
using InfoStory.Stories;

namespace InfoStory.Web.Words;

/// <summary>The facets of the library in words and in addresses.</summary>
internal static class LibraryWords
{
    /// <summary>What somebody types for a facet that is only there or not.</summary>
    public const string Yes = "yes";

    public const string Themes = "themes", Services = "services", Places = "places";

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
        LibraryFacet.Barrier => "separate-systems",
        LibraryFacet.Enabler => "co-location",
        LibraryFacet.Service => "ambulance",
        LibraryFacet.Place => "england",
        LibraryFacet.Outcome => "told-it-once",
        LibraryFacet.Year => "2026",
        LibraryFacet.Answered or LibraryFacet.Changed => Yes,
    };

    /// <summary>The folder of /explore that its values have pages in; null where they have none.</summary>
    public static string? Folder(this LibraryFacet facet) => facet switch
    {
        LibraryFacet.Area or LibraryFacet.Problem => Themes,
        LibraryFacet.Service => Services,
        LibraryFacet.Place => Places,
        LibraryFacet.Kind or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Outcome or LibraryFacet.Year or LibraryFacet.Answered
            or LibraryFacet.Changed => null,
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

    /// <summary>What a value is called, in words and in addresses; null for a tag or a place that is not there any more.</summary>
    public static (string Name, string Slug)? Named(this LibraryTerms terms, LibraryValue value) => value.Facet switch
    {
        LibraryFacet.Kind => (((StoryKind)value.Key).Title(), ((StoryKind)value.Key).ToSlug()),
        LibraryFacet.Place => terms.PlaceOf(value) is { } place ? (place.Name, place.Slug) : null,
        LibraryFacet.Year => (value.Key.ToString(CultureInfo.InvariantCulture), value.Key.ToString(CultureInfo.InvariantCulture)),
        LibraryFacet.Answered or LibraryFacet.Changed => (value.Facet.Title(), Yes),
        LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Service or LibraryFacet.Outcome =>
            terms.TagOf(value) is { } tag ? (tag.Name, tag.Slug) : null,
    };
}
