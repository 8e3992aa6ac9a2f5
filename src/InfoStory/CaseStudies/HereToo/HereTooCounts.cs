using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.HereToo;

/// <summary>What has changed of what the public sees of taps: for caches, which do not make every page anew for one of them.</summary>
/// <param name="Newest">From where to ask next time.</param>
/// <param name="Shown">The number on the page of each case study that was tapped since, by its address; only where one is shown.</param>
public sealed record TapsSince(Id<Tap> Newest, IReadOnlyList<KeyValuePair<string, int>> Shown);

public sealed class HereTooCounts(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    /// <summary>Keys are given before rows are seen: so many may come late.</summary>
    private const int Late = 100;

    /// <summary>What was tapped since; every case study on which a number stands the first time. Two statements, one where nothing was.</summary>
    public async Task<TapsSince> SinceAsync(Id<Tap> known, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var newest = await db.HereTooTaps.OrderByDescending(tap => tap.Id).Select(tap => tap.Id).FirstOrDefaultAsync(cancellation);
        if (newest == known) return new(known, []);

        var from = new Id<Tap>(Math.Max(0, known.Value - Late));
        var taps = db.HereTooTaps.AsNoTracking();
        var counts = await taps.Where(tap => taps.Where(late => late.Id > from).Select(late => late.CaseStudyId).Contains(tap.CaseStudyId))
            .GroupBy(tap => tap.CaseStudyId).Select(study => new { Id = study.Key, Count = study.Count() }).Where(said => said.Count >= SmallNumbers.Least)
            .Join(db.CaseStudies.Shown(clock.UtcNow), said => said.Id, study => study.Id, (said, study) => new { study.Slug, said.Count })
            .ToListAsync(cancellation);
        return new(newest, [.. counts.Select(one => KeyValuePair.Create(one.Slug, SmallNumbers.AtLeast(one.Count)!.Value))]);
    }
}
