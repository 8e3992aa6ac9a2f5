using InfoStory.Data;
using InfoStory.Places;

namespace InfoStory.Web.Forms;

/// <summary>Every place to tick under Form.Places, region by region.</summary>
public sealed record ChosenPlaces(string Heading, IReadOnlyList<PlaceChoice> Places, IReadOnlyList<Id<Place>> Chosen);
