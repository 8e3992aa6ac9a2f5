using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InfoStory.Web.Forms;

/// <summary>Hands the services and places that can be chosen to the parts of a form: the model of a part is what somebody fills in there.</summary>
public static class ServiceChoices
{
    private const string Key = "Services", PlacesKey = "Places";

    public static void OfferServices(this ViewDataDictionary view, IEnumerable<TagChoice> services) =>
        view[Key] = (IReadOnlyList<SelectListItem>)[.. services.ByKey()];

    /// <exception cref="InvalidOperationException">The page offers none.</exception>
    public static IReadOnlyList<SelectListItem> OfferedServices(this ViewDataDictionary view) =>
        view[Key] as IReadOnlyList<SelectListItem> ?? throw new InvalidOperationException("The page must offer services to the parts of its form.");

    public static void OfferPlaces(this ViewDataDictionary view, IEnumerable<PlaceChoice> places) =>
        view[PlacesKey] = (IReadOnlyList<SelectListItem>)[.. places.ByKey()];

    /// <exception cref="InvalidOperationException">The page offers none.</exception>
    public static IReadOnlyList<SelectListItem> OfferedPlaces(this ViewDataDictionary view) =>
        view[PlacesKey] as IReadOnlyList<SelectListItem> ?? throw new InvalidOperationException("The page must offer places to the parts of its form.");
}
