using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations;

/// <summary>An organisation's name and its place in the address.</summary>
public sealed record OrganisationLink(string Name, string Slug);

/// <summary>A service or a place with its place in the filters of the library.</summary>
public sealed record OrganisationFact(string Name, string Slug);

/// <summary>An organisation in the list of all.</summary>
public sealed record PublicOrganisation(Id<Organisation> Id, string Name, string Slug, string? Service, string? ServiceSlug, bool IsClosed);

/// <summary>A page of all organisations; <paramref name="Next"/> is the key after which the next begins, and null on the last one.</summary>
public sealed record OrganisationRows(IReadOnlyList<PublicOrganisation> Rows, Id<Organisation>? Next);

/// <summary>An organisation as everyone reads it.</summary>
public sealed record OrganisationPage(Id<Organisation> Id, string Name, string Slug)
{
    public OrganisationFact? Service { get; init; }

    public IReadOnlyList<string> OtherNames { get; init; } = [];

    public IReadOnlyList<OrganisationFact> Places { get; init; } = [];

    public OrganisationLink? Parent { get; init; }

    /// <summary>What is part of it and exists, by name, at most 100.</summary>
    public IReadOnlyList<OrganisationLink> Parts { get; init; } = [];

    /// <summary>It exists no more.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Who does its work now: the last of a chain. Null where it does it itself, or nobody does.</summary>
    public OrganisationLink? NowPartOf { get; init; }

    /// <summary>It was merged, and its address leads to that one.</summary>
    public bool LeadsOn { get; init; }

    /// <summary>What was put to it, and to those that were merged into it, newest first.</summary>
    public IReadOnlyList<PublicAsk> Asks { get; init; } = [];

    /// <summary>What it promised, and what those did that were merged into it, changed last first.</summary>
    public IReadOnlyList<PromiseRow> Promises { get; init; } = [];
}

/// <summary>A page of names, by name; <paramref name="Next"/> is the slug after which the next begins, and null on the last one.</summary>
public sealed record OrganisationNamesPage(IReadOnlyList<OrganisationLink> Rows, string? Next);

/// <summary>What everyone reads of organisations. No mailbox is ever among it.</summary>
public sealed class OrganisationRegister(InfoStoryContext db, OrganisationFinder finder, PublicAsks asks, PromiseBook promises)
{
    public const int PageSize = 100;

    private const int MostSteps = 100;

    private static readonly List<string> Letters = [.. Enumerable.Range('a', 26).Select(letter => $"{(char)letter}")];

    /// <summary>The organisation at this address. What was merged says where its address leads.</summary>
    /// <exception cref="NotFoundException">There never was one.</exception>
    public async Task<OrganisationPage> ReadAsync(string slug, CancellationToken cancellation)
    {
        var asked = slug.ToLowerInvariant();
        var found = await db.Organisations.AsNoTracking().Where(one => one.Slug == asked).Select(one => new
        {
            one.Id,
            one.SuccessorId,
            Page = new OrganisationPage(one.Id, one.Name, one.Slug)
            {
                Service = one.Service == null ? null : new OrganisationFact(one.Service.Name, one.Service.Slug),
                OtherNames = one.OtherNames,
                Places = one.Places.OrderBy(on => on.Place!.Name).Select(on => new OrganisationFact(on.Place!.Name, on.Place.Slug)).ToList(),
                Parent = one.Parent == null ? null : new OrganisationLink(one.Parent.Name, one.Parent.Slug),
                IsClosed = one.ClosedAt != null,
                LeadsOn = one.IsMerged,
            },
        }).FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The organisation");
        var page = found.Page with { NowPartOf = await LastAsync(found.SuccessorId, cancellation) };
        if (page.LeadsOn) return page;

        var id = found.Id;
        var merged = await db.Organisations.Where(one => one.SuccessorId == id && one.IsMerged).Select(one => one.Id).ToListAsync(cancellation);
        return page with
        {
            Parts = await db.Organisations.AsNoTracking().Where(one => one.ParentId == id && one.ClosedAt == null).OrderBy(one => one.FoldedName)
                .ThenBy(one => one.Id).Take(PageSize).Select(one => new OrganisationLink(one.Name, one.Slug)).ToListAsync(cancellation),
            Asks = await asks.OfOrganisationsAsync([id, .. merged], cancellation),
            Promises = await promises.OfOrganisationsAsync([id, .. merged], cancellation),
        };
    }

    /// <summary>Those to which something was put, by name, at most 100. One statement.</summary>
    public Task<List<OrganisationLink>> OnRecordAsync(CancellationToken cancellation) =>
        OnRecord().OrderBy(one => one.FoldedName).ThenBy(one => one.Id).Take(PageSize)
            .Select(one => new OrganisationLink(one.Name, one.Slug)).ToListAsync(cancellation);

    /// <summary>Every organisation that has a page of its own.</summary>
    public IAsyncEnumerable<OrganisationLink> All() => db.Organisations.AsNoTracking().Where(one => !one.IsMerged).OrderBy(one => one.Id)
        .Select(one => new OrganisationLink(one.Name, one.Slug)).AsAsyncEnumerable();

    /// <summary>The same, so many from just after this key on. One statement.</summary>
    public async Task<OrganisationRows> PageAsync(Id<Organisation> after, int size, CancellationToken cancellation)
    {
        var rows = await db.Organisations.AsNoTracking().Where(one => !one.IsMerged && one.Id > after).OrderBy(one => one.Id).Take(size + 1)
            .Select(one => new PublicOrganisation(one.Id, one.Name, one.Slug, one.Service!.Name, one.Service.Slug, one.ClosedAt != null))
            .ToListAsync(cancellation);
        return rows.Count > size ? new(rows[..size], rows[size - 1].Id) : new(rows, null);
    }

    /// <summary>Every one of those on record, for search engines.</summary>
    public IAsyncEnumerable<OrganisationLink> Sitemap() =>
        OnRecord().OrderBy(one => one.Id).Select(one => new OrganisationLink(one.Name, one.Slug)).AsAsyncEnumerable();

    /// <summary>Those that exist and whose name begins with this letter, by name. Two statements at most.</summary>
    /// <param name="letter">a to z; anything else finds those that begin with none of them.</param>
    /// <param name="after">The slug after which the page begins; null for the first.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<OrganisationNamesPage> ByLetterAsync(char letter, string? after, CancellationToken cancellation)
    {
        var start = $"{letter}";
        var found = db.Organisations.AsNoTracking().Where(one => one.ClosedAt == null);
        found = char.IsAsciiLetterLower(letter)
            ? found.Where(one => one.FoldedName.StartsWith(start))
            : found.Where(one => !Letters.Contains(one.FoldedName.Substring(0, 1)));
        if (after is not null && await db.Organisations.AsNoTracking().Where(one => one.Slug == after).Select(one => new { one.FoldedName, one.Id })
                .FirstOrDefaultAsync(cancellation) is { FoldedName: var name, Id: var id })
            found = found.Where(one => one.FoldedName.CompareTo(name) > 0 || (one.FoldedName == name && one.Id > id));

        var rows = await found.OrderBy(one => one.FoldedName).ThenBy(one => one.Id).Take(PageSize + 1)
            .Select(one => new OrganisationLink(one.Name, one.Slug)).ToListAsync(cancellation);
        return rows.Count > PageSize ? new(rows[..PageSize], rows[PageSize - 1].Slug) : new(rows, null);
    }

    /// <summary>Those that are called so in part, closed ones too, at most 50: first whoever is called exactly so, then by name.</summary>
    public async Task<List<OrganisationLink>> SearchAsync(string typed, CancellationToken cancellation)
    {
        if (OrganisationNames.Sought(typed).Count == 0) return [];

        var (found, whole) = (await finder.WhereAsync(typed, null, null, cancellation), OrganisationNames.Of(typed));
        return await found.OrderBy(one => one.FoldedName == whole ? 0 : 1).ThenBy(one => one.ClosedAt == null ? 0 : 1).ThenBy(one => one.FoldedName)
            .ThenBy(one => one.Id).Take(OrganisationFinder.Most).Select(one => new OrganisationLink(one.Name, one.Slug)).ToListAsync(cancellation);
    }

    /// <summary>Those to which something was put, or that promised something, themselves or by one that was merged into them.</summary>
    private IQueryable<Organisation> OnRecord() => db.Organisations.AsNoTracking().Where(one => !one.IsMerged && (
        db.Set<Ask>().Any(ask => ask.OrganisationId == one.Id) || db.Set<Promise>().Any(promise => promise.OrganisationId == one.Id)
        || db.Set<Organisation>().Any(part => part.SuccessorId == one.Id && part.IsMerged && (
            db.Set<Ask>().Any(ask => ask.OrganisationId == part.Id) || db.Set<Promise>().Any(promise => promise.OrganisationId == part.Id)))));

    /// <summary>The last of a chain of successors.</summary>
    private async Task<OrganisationLink?> LastAsync(Id<Organisation>? successor, CancellationToken cancellation)
    {
        OrganisationLink? last = null;
        for (var (at, steps) = (successor, 0); at is { } id && steps < MostSteps; steps++)
        {
            var one = await db.Organisations.AsNoTracking().Where(one => one.Id == id).Select(one => new { one.Name, one.Slug, one.SuccessorId })
                .SingleAsync(cancellation);
            (last, at) = (new(one.Name, one.Slug), one.SuccessorId);
        }

        return last;
    }
}
