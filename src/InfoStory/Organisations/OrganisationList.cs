using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>Which organisations the desk lists.</summary>
public enum OrganisationState
{
    Open,
    WithMailbox,
    WithoutMailbox,
    Closed,
}

/// <summary>What the desk's list is narrowed by.</summary>
/// <param name="Typed">Part of a name.</param>
public sealed record OrganisationFilter(string? Typed, Id<Tag>? Service, Id<Place>? Place, OrganisationState State);

/// <summary>One line of the desk's list. <paramref name="Successor"/> does the work of one that is closed.</summary>
public sealed record OrganisationRow(
    Id<Organisation> Id, string Name, string? Service, IReadOnlyList<string> Places, string? Mailbox, string? Parent, bool IsClosed, string? Successor);

/// <summary>A page of the desk's list, by name; <paramref name="Next"/> is the one after which the next begins, and null on the last one.</summary>
public sealed record OrganisationListPage(IReadOnlyList<OrganisationRow> Rows, Id<Organisation>? Next);

/// <summary>The team's list of organisations. What was merged is found under its successor.</summary>
public sealed class OrganisationList(InfoStoryContext db, OrganisationFinder finder)
{
    public const int PageSize = 50;

    /// <summary>One page, from just after that organisation. Publishers only.</summary>
    public async Task<OrganisationListPage> ShowAsync(
        OrganisationFilter filter, Id<Organisation>? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, OrganisationEditing.PublishersOnly);
        var found = await finder.WhereAsync(filter.Typed, filter.Service, filter.Place, cancellation);
        found = filter.State switch
        {
            OrganisationState.WithMailbox => found.Where(one => one.ClosedAt == null && one.Mailbox != null),
            OrganisationState.WithoutMailbox => found.Where(one => one.ClosedAt == null && one.Mailbox == null),
            OrganisationState.Closed => found.Where(one => one.ClosedAt != null),
            _ => found.Where(one => one.ClosedAt == null),
        };
        if (after is { } last
            && await db.Organisations.Where(one => one.Id == last).Select(one => one.FoldedName).FirstOrDefaultAsync(cancellation) is { } name)
            found = found.Where(one => one.FoldedName.CompareTo(name) > 0 || (one.FoldedName == name && one.Id > last));

        var rows = await found.OrderBy(one => one.FoldedName).ThenBy(one => one.Id).Take(PageSize + 1)
            .Select(one => new OrganisationRow(
                one.Id, one.Name, one.Service!.Name, one.Places.OrderBy(on => on.Place!.Name).Select(on => on.Place!.Name).ToList(), one.Mailbox,
                one.Parent!.Name, one.ClosedAt != null, one.Successor!.Name)).ToListAsync(cancellation);
        return rows.Count > PageSize ? new(rows[..PageSize], rows[PageSize - 1].Id) : new(rows, null);
    }
}
