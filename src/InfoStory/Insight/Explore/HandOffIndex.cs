using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight.Explore;

/// <summary>
/// Which hand-offs each public case study draws, kept in memory by each process. It is read when it is first asked for, and brought up to date by what each
/// edition says that it changed, as the index of the library is (docs/decisions/0091-explore.md).
/// </summary>
public sealed class HandOffIndex(IDbContextFactory<InfoStoryContext> contexts, Editions editions, TimeProvider clock) : IDisposable
{
    /// <summary>Where more than these were changed, all of them are read.</summary>
    private const int MostRead = 200;

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Known? known;

    /// <summary>What each of them counts for, by the key of the case study. One statement where nothing was changed since it was last asked for.</summary>
    internal async Task<IReadOnlyDictionary<long, ToldHandOffs>> CurrentAsync(CancellationToken cancellation)
    {
        if (known is { } now && now.Edition >= await editions.CurrentAsync(cancellation)) return now.Told;

        await reading.WaitAsync(cancellation);
        try
        {
            known = known is { } before
                ? await SinceAsync(before, cancellation)
                : await AllAsync(await editions.CurrentAsync(cancellation), cancellation);
            return known.Told;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<Known> SinceAsync(Known before, CancellationToken cancellation)
    {
        var since = await editions.SinceAsync(before.Edition, cancellation);
        if (since.Newest == before.Edition) return before;
        if (since.Subjects is not { Count: <= MostRead } subjects || subjects.Any(subject => subject.Number == 0))
            return await AllAsync(since.Newest, cancellation);

        var keys = subjects.Select(subject => new Id<CaseStudy>(subject.Number)).ToList();
        var told = new Dictionary<long, ToldHandOffs>(before.Told);
        foreach (var key in keys) told.Remove(key.Value);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await ReadAsync(db.CaseStudies.Shown(clock.UtcNow).Where(study => keys.Contains(study.Id)), before.Services, told, cancellation);
        return before with { Edition = since.Newest, Told = told };
    }

    /// <summary>Whatever is saved while it is read has a later edition, and is read again.</summary>
    private async Task<Known> AllAsync(long edition, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var services = ServicesOf(await new TagCatalogue(db).EveryAsync(cancellation));
        var told = new Dictionary<long, ToldHandOffs>();
        await ReadAsync(db.CaseStudies.Shown(clock.UtcNow), services, told, cancellation);
        return new(edition, told, services);
    }

    private static async Task ReadAsync(
        IQueryable<CaseStudy> studies, IReadOnlyDictionary<string, Id<Tag>> services, Dictionary<long, ToldHandOffs> told, CancellationToken cancellation)
    {
        await foreach (var study in studies.AsNoTracking().Select(study => new { study.Id, study.FirstPublishedAt, study.Chains })
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var figures = HandOffFigure.Of(study.Chains, name => Of(services, name));
            if (figures.Count > 0) told[study.Id.Value] = new(study.FirstPublishedAt!.Value.Year, figures);
        }
    }

    private static Id<Tag>? Of(IReadOnlyDictionary<string, Id<Tag>> services, string name) =>
        services.TryGetValue(name, out var service) || services.TryGetValue(Slug.From(name), out service) ? service : null;

    /// <summary>The services of today by every name that they have, and by the slug of every name that they had.</summary>
    private static Dictionary<string, Id<Tag>> ServicesOf(IEnumerable<TagInFull> tags)
    {
        var services = new Dictionary<string, Id<Tag>>(StringComparer.Ordinal);
        foreach (var tag in tags.Where(tag => tag.Choice.Facet == Facet.Service).OrderBy(tag => tag.Choice.IsRetired))
        {
            foreach (var name in tag.FormerSlugs.Prepend(tag.Choice.Slug).Prepend(tag.Choice.Name)) services.TryAdd(name, tag.MergedInto ?? tag.Choice.Id);
        }

        return services;
    }

    private sealed record Known(long Edition, IReadOnlyDictionary<long, ToldHandOffs> Told, IReadOnlyDictionary<string, Id<Tag>> Services);
}

/// <summary>What the hand-offs of one public case study count for.</summary>
/// <param name="Year">In which it was first published.</param>
/// <param name="Figures">Each once.</param>
internal sealed record ToldHandOffs(int Year, IReadOnlySet<HandOffFigure> Figures);
