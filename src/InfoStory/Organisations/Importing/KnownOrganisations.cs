using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Importing;

/// <summary>An organisation that is there, as an import compares with it.</summary>
internal sealed record KnownOrganisation(
    Id<Organisation> Id, string Name, string FoldedName, IReadOnlyList<string> OtherNames, Id<Tag>? Service, IReadOnlyList<Id<Place>> Places, string? Mailbox,
    Id<Organisation>? Parent, bool IsClosed);

/// <summary>All that an import compares a file with, read at one moment.</summary>
internal sealed class KnownOrganisations
{
    private readonly Dictionary<Id<Organisation>, KnownOrganisation> all;
    private readonly Dictionary<string, KnownOrganisation> byName;
    private readonly ILookup<string, KnownOrganisation> byOtherName;
    private readonly Dictionary<string, Id<Tag>> services;
    private readonly Dictionary<string, Id<Place>> places;

    private KnownOrganisations(List<KnownOrganisation> known, List<TagChoice> tags, List<PlaceChoice> placed)
    {
        all = known.ToDictionary(one => one.Id);
        byName = known.OrderBy(one => one.IsClosed).DistinctBy(one => one.FoldedName).ToDictionary(one => one.FoldedName, StringComparer.Ordinal);
        byOtherName = known.SelectMany(one => one.OtherNames.Select(name => (Name: OrganisationNames.Of(name), one))).ToLookup(one => one.Name, one => one.one);
        services = tags.SelectMany(tag => new[] { tag.Name, tag.Slug }.Select(name => (Name: OrganisationNames.Of(name), tag.Id)))
            .DistinctBy(tag => tag.Name).ToDictionary(tag => tag.Name, tag => tag.Id, StringComparer.Ordinal);
        places = placed.SelectMany(place => new[] { place.Name, place.Slug }.Select(name => (Name: OrganisationNames.Of(name), place.Id)))
            .DistinctBy(place => place.Name).ToDictionary(place => place.Name, place => place.Id, StringComparer.Ordinal);
        ServiceNames = tags.ToDictionary(tag => tag.Id, tag => tag.Name);
        PlaceNames = placed.ToDictionary(place => place.Id, place => place.Name);
    }

    public IReadOnlyDictionary<Id<Tag>, string> ServiceNames { get; }

    public IReadOnlyDictionary<Id<Place>, string> PlaceNames { get; }

    public IEnumerable<KnownOrganisation> All => all.Values;

    /// <summary>Three statements. Those that were merged are not among them.</summary>
    public static async Task<KnownOrganisations> LoadAsync(InfoStoryContext db, TagCatalogue tags, PlaceCatalogue places, CancellationToken cancellation)
    {
        var known = await db.Organisations.AsNoTracking().Where(one => !one.IsMerged).OrderBy(one => one.FoldedName).ThenBy(one => one.Id)
            .Select(one => new KnownOrganisation(
                one.Id, one.Name, one.FoldedName, one.OtherNames, one.ServiceId, one.Places.Select(on => on.PlaceId).ToList(), one.Mailbox, one.ParentId,
                one.ClosedAt != null)).ToListAsync(cancellation);
        var used = known.Select(one => one.Service).OfType<Id<Tag>>();
        var offered = (await tags.WithAsync(used, cancellation)).Where(tag => tag.Facet == Facet.Service).OrderBy(tag => tag.IsRetired).ToList();
        return new(known, offered, await places.AllAsync(cancellation));
    }

    public KnownOrganisation? Named(string key) => byName.GetValueOrDefault(key);

    /// <summary>The first that has it as another name.</summary>
    public KnownOrganisation? AlsoNamed(string key) => byOtherName[key].FirstOrDefault();

    public KnownOrganisation? Of(Id<Organisation>? id) => id is { } key ? all.GetValueOrDefault(key) : null;

    public Id<Tag>? Service(string name) => services.TryGetValue(OrganisationNames.Of(name), out var id) ? id : null;

    public Id<Place>? Place(string name) => places.TryGetValue(OrganisationNames.Of(name), out var id) ? id : null;
}
