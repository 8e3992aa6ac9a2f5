using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Organisations;

/// <summary>
/// A body that a case study can be put to, such as a council or a hospital trust. Its mailbox is for notices and is never public. It is never deleted:
/// one that is no more is closed, or merged into another. Every verb throws <see cref="ConflictException"/> where it does not fit.
/// </summary>
public sealed class Organisation : Entity<Organisation>, IRevised, IPublic
{
    public const int MaxName = 120;
    public const int MostOtherNames = 30;
    public const int MostPlaces = 50;

    public int Revision { get; private set; }

    public required string Name
    {
        get;
        set
        {
            field = value;
            Fold();
        }
    }

    /// <summary>Its place in the address /organisations/{slug}; it stays when the name changes.</summary>
    public required string Slug { get; init; }

    /// <summary>Which service it is: a tag of that facet; null where none fits.</summary>
    public Id<Tag>? ServiceId { get; set; }

    public Tag? Service { get; private set; }

    /// <summary>What else it is called.</summary>
    public List<string> OtherNames
    {
        get;
        set
        {
            field = value;
            Fold();
        }
    }

    = [];

    /// <summary>Its name as lists are sorted and names are compared.</summary>
    public string FoldedName { get; private set; } = "";

    /// <summary>All that it is called, as it is searched.</summary>
    public string FoldedNames { get; private set; } = "";

    /// <summary>Where notices go; null where it has none, and then nothing can be put to it.</summary>
    public string? Mailbox { get; set; }

    /// <summary>What it is a part of.</summary>
    public Id<Organisation>? ParentId { get; set; }

    public Organisation? Parent { get; private set; }

    /// <summary>Since when it does not exist any more; null while it does.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>The organisation that does its work since it closed or was merged; null where none does. That one may have closed since.</summary>
    public Id<Organisation>? SuccessorId { get; private set; }

    public Organisation? Successor { get; private set; }

    /// <summary>All that it had is its successor's: its address leads there, and it never opens again.</summary>
    public bool IsMerged { get; private set; }

    /// <summary>The place whose council it is, where it came with the program; no other has the same.</summary>
    public Id<Place>? AuthorityOfId { get; init; }

    public List<OrganisationPlace> Places { get; } = [];

    /// <summary>It works in exactly these places from now on.</summary>
    public void WorkIn(IEnumerable<Id<Place>> places)
    {
        var chosen = places.ToHashSet();
        Places.RemoveAll(place => !chosen.Contains(place.PlaceId));
        Places.AddRange(chosen.Except(Places.Select(place => place.PlaceId)).Select(place => new OrganisationPlace { PlaceId = place }));
    }

    /// <summary>It exists no more.</summary>
    /// <param name="successor">Who does its work from now on, and exists; null where nobody does.</param>
    /// <param name="now">When.</param>
    public void Close(Organisation? successor, DateTime now)
    {
        MustBeOpen(this);
        if (successor is not null) MustSucceed(successor);

        (ClosedAt, SuccessorId) = (now, successor?.Id);
    }

    /// <summary>It exists after all, and does its own work.</summary>
    public void Reopen()
    {
        if (ClosedAt is null) throw new ConflictException("This organisation is open already.");
        if (IsMerged) throw new ConflictException("This organisation was merged into another, which has all that was its own. Add it anew instead.");

        (ClosedAt, SuccessorId) = (null, null);
    }

    /// <summary>All that it has becomes the other's: its names, its places, and where the other has none its service and its mailbox.</summary>
    public void MergeInto(Organisation into, DateTime now)
    {
        if (IsMerged) throw new ConflictException("This organisation was merged already.");
        MustSucceed(into);
        var names = into.OtherNames.Append(Name).Concat(OtherNames).Where(name => OrganisationNames.Of(name) != into.FoldedName)
            .DistinctBy(OrganisationNames.Of).ToList();
        if (names.Count > MostOtherNames)
            throw new ConflictException($"Together they would have {names.Count} other names, and {MostOtherNames} is the most. Take some away first.");
        var places = into.Places.Concat(Places).Select(place => place.PlaceId).Distinct().ToList();
        if (places.Count > MostPlaces)
            throw new ConflictException($"Together they would be in {places.Count} places, and {MostPlaces} is the most. Take some away first.");

        into.OtherNames = names;
        into.WorkIn(places);
        into.ServiceId ??= ServiceId;
        into.Mailbox ??= Mailbox;
        (ClosedAt, SuccessorId, IsMerged, Mailbox, ParentId) = (ClosedAt ?? now, into.Id, true, null, null);
        OtherNames = [];
        Places.Clear();
    }

    /// <summary>Its successor was merged into this one.</summary>
    internal void Follow(Organisation successor) => SuccessorId = successor.Id;

    private static void MustBeOpen(Organisation organisation)
    {
        if (organisation.ClosedAt is not null) throw new ConflictException("This organisation is closed already.");
    }

    private void MustSucceed(Organisation successor)
    {
        if (successor.Id == Id) throw new ConflictException("Choose another organisation than this one.");
        if (successor.ClosedAt is not null) throw new ConflictException($"{successor.Name} is closed itself. Choose one that is open.");
    }

    private void Fold() => (FoldedName, FoldedNames) = (OrganisationNames.Of(Name), OrganisationNames.Of(OtherNames.Prepend(Name)));
}

public sealed class OrganisationPlace : IPublic
{
    public Id<Organisation> OrganisationId { get; private set; }

    public required Id<Place> PlaceId { get; init; }

    public Place? Place { get; private set; }
}
