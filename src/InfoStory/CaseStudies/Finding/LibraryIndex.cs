using System.Runtime.CompilerServices;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Finding;

/// <summary>
/// What the library can be narrowed by, kept in memory by each process: which public case studies have which value (docs/decisions/0089). It is read when
/// it is first asked for, and brought up to date by what each edition says that it changed.
/// </summary>
public sealed class LibraryIndex(
    IDbContextFactory<InfoStoryContext> contexts, Editions editions, IEnumerable<ILibraryFact> facts, TimeProvider clock) : IDisposable
{
    /// <summary>Where more than these were changed, all of them are read: it is one look for each against one look for all.</summary>
    private const int MostRead = 200;

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile LibraryNow? known;

    /// <summary>
    /// The tags of a public case study and what is related to it, as they were at this edition or later; null where it is not public then. No statement where
    /// nothing was changed since it was last asked for.
    /// </summary>
    internal async ValueTask<StudyBeside?> BesideAsync(Id<CaseStudy> id, long edition, CancellationToken cancellation)
    {
        var library = known is { } now && now.Edition >= edition ? now : await CurrentAsync(cancellation);
        if (library.Sets.Beside(id.Value, clock.UtcNow) is not var (values, related)) return null;

        return new(
            [
                .. values.Where(value => value.Facet != LibraryFacet.Service).OrderBy(value => value.Key).Select(library.Terms.TagOf)
                    .OfType<TagChoice>().Select(tag => new TagToRead(tag.Facet, tag.Name, tag.Slug)),
            ],
            related)
        {
            NamesOf = value => library.Terms.TagOf(value)?.Name,
        };
    }

    /// <summary>The library as it is now. One statement where nothing was changed since it was last asked for.</summary>
    internal async Task<LibraryNow> CurrentAsync(CancellationToken cancellation)
    {
        if (known is { } now && now.Edition >= await editions.CurrentAsync(cancellation)) return now;

        await reading.WaitAsync(cancellation);
        try
        {
            return known = known is { } before
                ? await SinceAsync(before, cancellation)
                : await AllAsync(await editions.CurrentAsync(cancellation), cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<LibraryNow> SinceAsync(LibraryNow before, CancellationToken cancellation)
    {
        var since = await editions.SinceAsync(before.Edition, cancellation);
        if (since.Newest == before.Edition) return before;
        if (since.Subjects is not { Count: <= MostRead } subjects || subjects.Any(subject => subject.Number == 0))
            return await AllAsync(since.Newest, cancellation);

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var keys = subjects.Select(subject => new Id<CaseStudy>(subject.Number)).ToList();
        var gone = keys.ToHashSet();
        await foreach (var study in StudiesAsync(db, keys, cancellation))
        {
            if (!before.Sets.TryPut(study)) return await AllAsync(since.Newest, cancellation);

            gone.Remove(new(study.Id));
        }

        foreach (var key in gone) before.Sets.Remove(key.Value);
        return before with { Edition = since.Newest };
    }

    /// <summary>Whatever is saved while it is read has a later edition, and is read again.</summary>
    private async Task<LibraryNow> AllAsync(long edition, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var terms = await LibraryTerms.ReadAsync(db, cancellation);
        var sets = new LibrarySets(terms.Around());
        await foreach (var study in StudiesAsync(db, only: null, cancellation)) sets.TryPut(study);
        return new(edition, sets, terms);
    }

    /// <summary>In the order in which they were published. One statement for them, one for their tags, and one for each fact that a room knows.</summary>
    private async IAsyncEnumerable<IndexedStudy> StudiesAsync(
        InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>>? only, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var beside = await BesideAsync(db, only, cancellation);
        var studies = db.CaseStudies.Shown(clock.UtcNow).AsNoTracking();
        if (only is not null) studies = studies.Where(study => only.Contains(study.Id));
        await foreach (var row in studies.OrderBy(study => study.PublishedAt).ThenBy(study => study.Id)
            .Select(study => new { study.Id, study.PublishedAt, study.FirstPublishedAt, study.PublicUntil, study.Kind, study.ServiceId, study.PlaceId })
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var study = new IndexedStudy(row.Id.Value, row.PublishedAt!.Value, row.PublicUntil!.Value, row.FirstPublishedAt!.Value.Year);
            study.Values.Add(LibraryValue.Of(row.Kind));
            if (row.ServiceId is { } service) study.Values.Add(LibraryValue.Of(Facet.Service, service));
            if (row.PlaceId is { } place) study.Values.Add(LibraryValue.Of(place));
            if (beside.Remove(row.Id, out var values)) study.Values.AddRange(values);
            yield return study;
        }
    }

    /// <summary>The values that stand beside the case studies: their tags, and what other rooms know of them.</summary>
    private async Task<Dictionary<Id<CaseStudy>, List<LibraryValue>>> BesideAsync(
        InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>>? only, CancellationToken cancellation)
    {
        var beside = new Dictionary<Id<CaseStudy>, List<LibraryValue>>();
        var shown = db.CaseStudies.Shown(clock.UtcNow).AsNoTracking();
        if (only is not null) shown = shown.Where(study => only.Contains(study.Id));
        await foreach (var tagged in shown.SelectMany(study => study.Tags, (study, tagged) => new { study.Id, tagged.TagId, tagged.Tag!.Facet })
            .AsAsyncEnumerable().WithCancellation(cancellation)) Add(tagged.Id, LibraryValue.Of(tagged.Facet, tagged.TagId));
        foreach (var fact in facts)
        {
            var studies = fact.CaseStudies(db);
            if (only is not null) studies = studies.Where(id => only.Contains(id));
            await foreach (var id in studies.AsAsyncEnumerable().WithCancellation(cancellation)) Add(id, fact.Value);
        }

        return beside;

        void Add(Id<CaseStudy> id, LibraryValue value)
        {
            if (!beside.TryGetValue(id, out var values)) beside[id] = values = [];
            values.Add(value);
        }
    }
}

/// <summary>The library at one edition.</summary>
internal sealed record LibraryNow(long Edition, LibrarySets Sets, LibraryTerms Terms);
