using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>
/// Whether an organisation may be the very service that a story is about. To that one nothing goes unless the story's author allows it; every other one may
/// be shown what everyone may read. Where it cannot be told, it is taken to be that service (docs/decisions/0077).
/// </summary>
public sealed class NamedServices
{
    /// <summary>What a council is listed as: the door to everything that it does.</summary>
    private static readonly Id<Tag> FrontDoor = Taxonomy.ServiceCalled("Council customer services");

    private readonly IReadOnlyDictionary<Id<Place>, Id<Place>?> within;

    /// <summary>Services that are tags no more: which service is meant by one cannot be told.</summary>
    private readonly IReadOnlySet<Id<Tag>> retired;

    private NamedServices(IReadOnlyDictionary<Id<Place>, Id<Place>?> within, IReadOnlySet<Id<Tag>> retired) => (this.within, this.retired) = (within, retired);

    /// <summary>With the places and services as they are now. Two statements.</summary>
    public static async Task<NamedServices> ReadAsync(InfoStoryContext db, CancellationToken cancellation) => new(
        await db.Places.AsNoTracking().ToDictionaryAsync(place => place.Id, place => place.ParentId, cancellation),
        (await db.Tags.Where(tag => tag.Facet == Facet.Service && tag.Retired).Select(tag => tag.Id).ToListAsync(cancellation)).ToHashSet());

    /// <summary>Why the author's words keep it from this organisation; null where they do not. The story is loaded with its consents.</summary>
    /// <param name="organisation">With its places.</param>
    public string? WhyNot(Story story, Organisation organisation, DateTime now) =>
        !IsNamed(story, organisation) || story.Allows(Audience.NamedService, now) ? null : Gate.NotAllowed(Audience.NamedService);

    /// <summary>Why the author of a story in it keeps it from this organisation; null where none does. Its stories are loaded with their consents.</summary>
    /// <inheritdoc cref="WhyNot(Story, Organisation, DateTime)"/>
    public string? WhyNot(CaseStudy study, Organisation organisation, DateTime now) =>
        study.Stories.Select(drawn => WhyNot(drawn.Story!, organisation, now)).FirstOrDefault(why => why is not null);

    /// <summary>As whom the organisation reads this case study: as the service that a story may be about, or as everyone.</summary>
    /// <inheritdoc cref="WhyNot(CaseStudy, Organisation, DateTime)"/>
    internal Audience ReadsAs(CaseStudy study, Organisation organisation) =>
        study.Stories.Exists(drawn => IsNamed(drawn.Story!, organisation)) ? Audience.NamedService : Audience.Website;

    private bool IsNamed(Story story, Organisation organisation) =>
        (ServiceOf(organisation) is not { } service || Services(story) is not { Count: > 0 } named || named.Contains(service) || named.Overlaps(retired))
        && (organisation.Places.Count == 0 || story.PlaceId is not { } place || organisation.Places.Exists(one => Touch(one.PlaceId, place)));

    /// <summary>The one service that it is; null where that is not known, or where it is a council, which is many of them.</summary>
    private Id<Tag>? ServiceOf(Organisation organisation) =>
        organisation is { AuthorityOfId: null, ServiceId: { } service } && service != FrontDoor && !retired.Contains(service) ? service : null;

    private static HashSet<Id<Tag>> Services(Story story) =>
        [.. story.HandOffs.Select(step => step.ServiceId).Append(story.ServiceId).Append(story.Missing?.HeldById).OfType<Id<Tag>>()];

    private bool Touch(Id<Place> one, Id<Place> other) => Around(one).Contains(other) || Around(other).Contains(one);

    private IEnumerable<Id<Place>> Around(Id<Place>? place)
    {
        for (; place is { } here; place = within.GetValueOrDefault(here)) yield return here;
    }
}
