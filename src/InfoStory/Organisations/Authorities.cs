using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>The councils of the places that ship with the program, as organisations.</summary>
public sealed class Authorities(InfoStoryContext db)
{
    private const int Tries = 3;

    /// <summary>
    /// Adds the council of each place that has none yet, and changes none that is there: what a publisher renamed, closed or merged stays so. Several
    /// processes may do it at once. One statement where nothing is missing.
    /// </summary>
    /// <returns>How many were added.</returns>
    public async Task<int> AddMissingAsync(CancellationToken cancellation)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await AddAsync(cancellation);
            }
            catch (ClashException) when (left > 1)
            {
                // Another process has just added them.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> AddAsync(CancellationToken cancellation)
    {
        var known = db.Organisations.AsNoTracking();
        var missing = await db.Places.AsNoTracking()
            .Where(place => place.Kind == PlaceKind.Authority && !known.Any(one => one.AuthorityOfId == place.Id))
            .OrderBy(place => place.Id).Select(place => new { place.Id, place.Name, Within = place.Parent!.Name }).ToListAsync(cancellation);
        if (missing.Count == 0) return 0;

        var service = Taxonomy.ServiceCalled("Council customer services");
        var taken = await known.Select(one => one.Slug).ToHashSetAsync(cancellation);
        foreach (var place in missing)
        {
            var name = CouncilNames.Of(place.Name);
            var council = new Organisation { Name = name, Slug = OrganisationNames.FreeSlug(name, taken), ServiceId = service, AuthorityOfId = place.Id };
            council.OtherNames = EditOrganisation.ListOf(CouncilNames.OthersOf(place.Name, place.Within), name);
            council.WorkIn([place.Id]);
            db.Add(council);
        }

        await db.SaveChangesAsync(cancellation);
        return missing.Count;
    }
}
