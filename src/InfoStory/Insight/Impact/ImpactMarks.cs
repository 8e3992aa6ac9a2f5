using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InfoStory.Insight.Impact;

/// <summary>
/// Marks, in the save that changes it, which part of which month is to be counted again, so that no service can forget it. Marks are only added, so that
/// nobody who sends a story waits for a counter (docs/decisions/0084).
/// </summary>
public sealed class ImpactMarks : IBeforeSaving
{
    public bool Concerns(InfoStoryContext db) => db.ChangeTracker.Entries().Any(Counts);

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries().Where(Counts).ToList();
        HashSet<(ImpactPart Part, DateOnly Month, DateTime From)> marks = [];
        foreach (var entry in changed) marks.UnionWith(Marks(entry));
        foreach (var at in await PublishedAsync(db, changed, cancellation)) marks.Add(At(ImpactPart.CaseStudies, at));
        foreach (var at in await AskedAsync(db, changed, cancellation)) marks.Add(At(ImpactPart.Asks, at));
        foreach (var at in await PromisedAsync(db, changed, cancellation)) marks.Add(At(ImpactPart.Promises, at));

        // A save that is tried again has them already.
        marks.ExceptWith(db.ChangeTracker.Entries<ImpactMark>().Where(mark => mark.State == EntityState.Added)
            .Select(mark => (mark.Entity.Part, mark.Entity.Month, mark.Entity.From)));
        db.ImpactMarks.AddRange(marks.Select(mark => new ImpactMark { Part = mark.Part, Month = mark.Month, From = mark.From }));
    }

    private static bool Counts(EntityEntry entry) => entry.State switch
    {
        EntityState.Added or EntityState.Deleted => entry.Entity is Story or CaseStudy { FirstPublishedAt: not null } or Ask or Promise or Delivery,
        EntityState.Modified => entry.Entity switch
        {
            Story story => IsLeftOut(story.State) != IsLeftOut((StoryState)entry.Property(nameof(Story.State)).OriginalValue!),
            CaseStudy { FirstPublishedAt: not null } => Changes(
                entry, nameof(CaseStudy.FirstPublishedAt), nameof(CaseStudy.State), nameof(CaseStudy.Kind), nameof(CaseStudy.Title)),
            Ask => true,
            Promise => Changes(entry, nameof(Promise.Outcome)),
            _ => false,
        },
        _ => false,
    };

    private static bool IsLeftOut(StoryState state) => state is StoryState.Withdrawn or StoryState.Declined;

    private static bool Changes(EntityEntry entry, params IEnumerable<string> properties) => properties.Any(name => entry.Property(name).IsModified);

    /// <summary>What can be said of it without asking the database. An ask is marked for the moment too at which its time is over.</summary>
    private static IEnumerable<(ImpactPart, DateOnly, DateTime)> Marks(EntityEntry entry) => entry.Entity switch
    {
        Story story => [At(ImpactPart.Stories, story.ReceivedAt)],
        CaseStudy { FirstPublishedAt: { } first } => [At(ImpactPart.CaseStudies, first)],
        Ask { OverAt: { } over } ask when entry.State != EntityState.Deleted => [At(ImpactPart.Asks, ask.PutAt), At(ImpactPart.Asks, ask.PutAt, over)],
        Ask ask => [At(ImpactPart.Asks, ask.PutAt)],
        Promise promise when entry.State == EntityState.Added =>
            promise.Events.Where(one => one.Kind == PromiseEventKind.Planned).Select(one => At(ImpactPart.Promises, one.At)),
        _ => [],
    };

    private static (ImpactPart, DateOnly, DateTime) At(ImpactPart part, DateTime happened, DateTime from = default) =>
        (part, ImpactMonth.Of(happened), DateTime.SpecifyKind(from, DateTimeKind.Utc));

    /// <summary>When the case studies were public first to which something was sent, or because of which something was promised.</summary>
    private static async Task<IReadOnlyList<DateTime>> PublishedAsync(
        InfoStoryContext db, IEnumerable<EntityEntry> changed, CancellationToken cancellation)
    {
        var keys = changed.Select(entry => entry.Entity switch
        {
            Delivery delivery => delivery.CaseStudyId,
            Promise promise when entry.State != EntityState.Modified => promise.CaseStudyId,
            _ => (Id<CaseStudy>?)null,
        }).OfType<Id<CaseStudy>>().Distinct().ToList();
        return keys.Count == 0
            ? []
            : await db.CaseStudies.Where(study => keys.Contains(study.Id) && study.FirstPublishedAt != null).Select(study => study.FirstPublishedAt!.Value)
                .ToListAsync(cancellation);
    }

    /// <summary>When case studies that are changed were put to organisations: what was asked because of one counts no more when it is taken back.</summary>
    private static async Task<IReadOnlyList<DateTime>> AskedAsync(InfoStoryContext db, IEnumerable<EntityEntry> changed, CancellationToken cancellation)
    {
        var keys = changed.Where(entry => entry is { Entity: CaseStudy, State: not EntityState.Added }).Select(entry => ((CaseStudy)entry.Entity).Id).ToList();
        return keys.Count == 0
            ? []
            : await db.Asks.Where(ask => keys.Contains(ask.CaseStudyId)).Select(ask => ask.PutAt).ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<DateTime>> PromisedAsync(
        InfoStoryContext db, IEnumerable<EntityEntry> changed, CancellationToken cancellation)
    {
        var keys = changed.Where(entry => entry is { Entity: Promise, State: not EntityState.Added }).Select(entry => ((Promise)entry.Entity).Id).ToList();
        return keys.Count == 0
            ? []
            : await db.Set<PromiseEvent>().Where(one => keys.Contains(one.PromiseId) && one.Kind == PromiseEventKind.Planned).Select(one => one.At)
                .ToListAsync(cancellation);
    }
}
