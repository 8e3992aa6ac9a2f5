using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Places;

/// <summary>A place as forms and filters show it; <paramref name="Within"/> is the name of its region or country.</summary>
public sealed record PlaceChoice(Id<Place> Id, PlaceKind Kind, string Name, string Slug, string? Within)
{
    /// <summary>Its region or country; null for a country.</summary>
    public Id<Place>? ParentId { get; init; }
}

/// <summary>The places that can be chosen.</summary>
public sealed class PlaceCatalogue(InfoStoryContext db)
{
    /// <summary>Every place, countries and regions first, then authorities by name. About 230 rows, one statement.</summary>
    public Task<List<PlaceChoice>> AllAsync(CancellationToken cancellation) =>
        db.Places.AsNoTracking()
            .OrderBy(place => place.Kind == PlaceKind.Country ? 0 : place.Kind == PlaceKind.Region ? 1 : 2).ThenBy(place => place.Name)
            .Select(place => new PlaceChoice(place.Id, place.Kind, place.Name, place.Slug, place.Parent!.Name) { ParentId = place.ParentId })
            .ToListAsync(cancellation);
}
