using System.Runtime.InteropServices;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies.Finding;

/// <summary>A way of narrowing the library, in the order in which its addresses name them.</summary>
public enum LibraryFacet
{
    Kind,
    Area,
    Problem,
    Barrier,
    Enabler,
    Service,
    Place,
    Outcome,

    /// <summary>The year in which it was published, in London.</summary>
    Year,

    /// <summary>A service answered, and everyone reads that.</summary>
    Answered,

    /// <summary>Something changed: it says so itself, or what was promised because of it is made.</summary>
    Changed,
}

/// <summary>One value of a facet: the key of a tag or place, the number of a kind, a year, or 1 for a facet that is only there or not.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LibraryValue(LibraryFacet Facet, long Key)
{
    public static LibraryValue Answered => new(LibraryFacet.Answered, 1);

    public static LibraryValue Changed => new(LibraryFacet.Changed, 1);

    public static LibraryValue Of(StoryKind kind) => new(LibraryFacet.Kind, (long)kind);

    /// <param name="facet">The one that the tag belongs to.</param>
    /// <param name="tag">The tag.</param>
    public static LibraryValue Of(Facet facet, Id<Tag> tag) => new(facet.InLibrary(), tag.Value);

    public static LibraryValue Of(Id<Place> place) => new(LibraryFacet.Place, place.Value);

    public static LibraryValue OfYear(int year) => new(LibraryFacet.Year, year);
}

public static class LibraryFacets
{
    /// <summary>The facet of the library that narrows by tags of this one.</summary>
    public static LibraryFacet InLibrary(this Facet facet) => facet switch
    {
        Facet.PolicyArea => LibraryFacet.Area,
        Facet.HandOffProblem => LibraryFacet.Problem,
        Facet.Barrier => LibraryFacet.Barrier,
        Facet.Enabler => LibraryFacet.Enabler,
        Facet.Service => LibraryFacet.Service,
        Facet.Outcome => LibraryFacet.Outcome,
    };
}

/// <summary>
/// What the reader chose in the library. Values of one facet widen, facets narrow (docs/decisions/0089). A place takes in the places within it.
/// </summary>
public sealed class LibraryFilter(params IEnumerable<LibraryValue> values)
{
    /// <summary>The most values of one facet that can be asked for at once.</summary>
    public const int Most = 10;

    /// <summary>Each once.</summary>
    public IReadOnlyList<LibraryValue> Values { get; } = [.. values.Distinct()];

    public bool IsEmpty => Values.Count == 0;

    /// <summary>The values that were chosen, facet by facet.</summary>
    public IEnumerable<IGrouping<LibraryFacet, LibraryValue>> Facets => Values.GroupBy(value => value.Facet);

    public LibraryFilter Without(LibraryValue value) => new(Values.Where(one => one != value));
}
