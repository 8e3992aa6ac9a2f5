using InfoStory.Places;

namespace InfoStory.Web.Words;

internal static class PlaceWords
{
    private const string Wide = "Countries and regions";

    /// <summary>The places under the headings that lists show them by: countries and regions first, then authorities under their region or country.</summary>
    public static IEnumerable<IGrouping<string, PlaceChoice>> ByHeading(this IEnumerable<PlaceChoice> places) =>
        places.GroupBy(place => place.Kind == PlaceKind.Authority ? place.Within! : Wide)
            .OrderBy(group => group.Key == Wide ? "" : group.Key, StringComparer.Ordinal);
}
