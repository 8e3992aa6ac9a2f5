using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>An organisation as it is offered to choose.</summary>
/// <param name="HasMailbox">A notice can reach it.</param>
public sealed record OrganisationChoice(Id<Organisation> Id, string Name, string Slug, string? Service, IReadOnlyList<string> Places, bool HasMailbox);

/// <summary>Finds organisations by what they are called, what they do and where.</summary>
public sealed class OrganisationFinder(InfoStoryContext db)
{
    /// <summary>The most that one search offers.</summary>
    public const int Most = 50;

    private const int Suggested = 3;

    /// <summary>
    /// Those that exist and have every word that was typed at the beginning of a word of a name, at most 50: first whoever is called exactly so, then
    /// by name. Words such as "council" and "and" count only where nothing else was typed. Three statements.
    /// </summary>
    /// <param name="typed">Part of a name; empty for all.</param>
    /// <param name="service">Only this service.</param>
    /// <param name="place">Only those that work in this place, in a part of it, or in all that it is a part of.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<List<OrganisationChoice>> FindAsync(string? typed, Id<Tag>? service, Id<Place>? place, CancellationToken cancellation)
    {
        var found = (await WhereAsync(typed, service, place, cancellation)).Where(one => one.ClosedAt == null);
        var whole = OrganisationNames.Of(typed ?? "");
        return await found.OrderBy(one => one.FoldedName == whole ? 0 : 1).ThenBy(one => one.FoldedName).ThenBy(one => one.Id).Take(Most)
            .Select(one => new OrganisationChoice(
                one.Id, one.Name, one.Slug, one.Service!.Name, one.Places.OrderBy(on => on.Place!.Name).Select(on => on.Place!.Name).ToList(),
                one.Mailbox != null)).ToListAsync(cancellation);
    }

    /// <summary>The organisations of the same, closed ones too; those that were merged are found under their successor's names. In no order.</summary>
    internal async Task<IQueryable<Organisation>> WhereAsync(string? typed, Id<Tag>? service, Id<Place>? place, CancellationToken cancellation)
    {
        var found = db.Organisations.AsNoTracking().Where(one => !one.IsMerged);
        foreach (var word in OrganisationNames.Sought(typed ?? ""))
        {
            var begun = $" {word}";
            found = found.Where(one => one.FoldedNames.Contains(begun));
        }

        if (service is { } of) found = found.Where(one => one.ServiceId == of);
        if (place is { } where)
        {
            var around = await AroundAsync(where, cancellation);
            found = found.Where(one => one.Places.Any(on => around.Contains(on.PlaceId)));
        }

        return found;
    }

    /// <summary>The one open organisation that is called so, tracked: by its name, else by another name. Null where nothing was typed.</summary>
    /// <param name="typed">Its whole name.</param>
    /// <param name="field">The field that is refused.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ValidationException">There is none, or more than one; the sentence names those that are near.</exception>
    public async Task<Organisation?> NamedAsync(string? typed, string field, CancellationToken cancellation)
    {
        if (PlainText.TidyOrNull(typed) is not { } name) return null;

        var (whole, other) = (OrganisationNames.Of(name), OrganisationNames.Of([name]));
        var called = await db.Organisations.Include(one => one.Places).Where(one => !one.IsMerged && one.ClosedAt == null)
            .Where(one => one.FoldedName == whole || one.FoldedNames.Contains(other)).OrderBy(one => one.Id).Take(Suggested + 1).ToListAsync(cancellation);
        var own = called.Where(one => one.FoldedName == whole).ToList();
        if (own.Count == 0) own = called;
        if (own is [var only]) return only;
        if (own.Count > 1) throw Refused(field, $"More than one organisation is called “{name}”: {Listed(own.Select(one => one.Name))}. Write its whole name");

        var near = (await FindAsync(name, null, null, cancellation)).Take(Suggested).Select(one => one.Name).ToList();
        throw Refused(field, $"No organisation is called “{name}”. " + (near.Count > 0 ? $"Did you mean {Listed(near)}?" : "Add it first, or write another"));
    }

    internal static ValidationException Refused(string field, string sentence) => new([new ValidationFailure(field, sentence)]);

    private static string Listed(IEnumerable<string> names) => string.Join(" or ", names.Take(Suggested));

    private async Task<List<Id<Place>>> AroundAsync(Id<Place> place, CancellationToken cancellation)
    {
        var parents = await db.Places.AsNoTracking().Select(one => new { one.Id, one.ParentId })
            .ToDictionaryAsync(one => one.Id, one => one.ParentId, cancellation);
        return [.. parents.Keys.Where(one => UpFrom(one).Contains(place)).Concat(UpFrom(place)).Distinct()];

        IEnumerable<Id<Place>> UpFrom(Id<Place> from)
        {
            for (Id<Place>? at = from; at is { } here && parents.TryGetValue(here, out var up); at = up) yield return here;
        }
    }
}
