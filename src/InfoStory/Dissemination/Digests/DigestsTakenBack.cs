using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InfoStory.Dissemination.Digests;

/// <summary>
/// Whatever takes a public case study down, changes what its readers were to be told, or narrows what an author allows, takes back in the same transaction
/// the letters about it that still wait, so that no service can forget it. Whoever writes them at this moment is seen, or sees it. A letter whose time is
/// over before its first try is taken back, too (docs/decisions/0082).
/// </summary>
public sealed class DigestsTakenBack : IBeforeSaving
{
    public bool Concerns(InfoStoryContext db) => Studies(db).Any() || Narrowed(db).Any() || Moved(db).Any() || UntriedLetters.Ended(db).Any();

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var stories = Narrowed(db).Distinct().ToList();
        var drawn = stories.Count == 0 ? [] : await DeliveryLock.DrawnFromAsync(db, stories, cancellation);
        await DigestLetters.TakeBackAsync(db, [.. Studies(db).Union(drawn)], cancellation);
        await DigestLetters.WriteAnewAsync(db, [.. UntriedLetters.Ended(db).Select(entry => entry.Entity)], cancellation);
        foreach (var one in Moved(db).ToList()) await DigestLetters.DropAsync(db, one.Entity, cancellation);
    }

    /// <summary>Subscribers who read as somebody else from now on, to whom authors may allow less.</summary>
    private static IEnumerable<EntityEntry<Subscriber>> Moved(InfoStoryContext db) => db.ChangeTracker.Entries<Subscriber>()
        .Where(entry => entry.State == EntityState.Modified && entry.Property(one => one.Audience).OriginalValue != entry.Entity.Audience);

    private static IEnumerable<Id<CaseStudy>> Studies(InfoStoryContext db) =>
        db.ChangeTracker.Entries<CaseStudy>().Where(IsToldOtherwise).Select(entry => entry.Entity.Id)
            .Concat(db.ChangeTracker.Entries<CaseStudyStory>().Where(entry => entry.State == EntityState.Added && entry.Entity.CaseStudyId.Value > 0)
                .Select(entry => entry.Entity.CaseStudyId));

    private static bool IsToldOtherwise(EntityEntry<CaseStudy> entry) => entry.State switch
    {
        EntityState.Deleted => true,
        EntityState.Modified => entry.Property(study => study.PublishedAt).OriginalValue is not null
            && (entry.Entity.PublishedAt is null || IsChanged(entry, study => study.Title) || IsChanged(entry, study => study.Summary)
                || IsChanged(entry, study => study.Slug)),
        _ => false,
    };

    private static bool IsChanged(EntityEntry<CaseStudy> entry, System.Linq.Expressions.Expression<Func<CaseStudy, string>> part) =>
        entry.Property(part).OriginalValue != entry.Property(part).CurrentValue;

    /// <summary>Stories of which an author has just ended a consent and given no new one for the same audience.</summary>
    private static IEnumerable<Id<Story>> Narrowed(InfoStoryContext db)
    {
        var consents = db.ChangeTracker.Entries<Consent>().Where(entry => entry.State != EntityState.Deleted).ToList();
        return consents.Where(entry => entry.State == EntityState.Modified && entry.Entity.WithdrawnAt is not null)
            .Where(ended => !consents.Exists(other => other.State == EntityState.Added && other.Entity.Audience == ended.Entity.Audience
                && StoryOf(other) == StoryOf(ended) && other.Entity.WithdrawnAt is null))
            .Select(StoryOf);
    }

    private static Id<Story> StoryOf(EntityEntry<Consent> entry) => entry.Property(consent => consent.StoryId).CurrentValue;
}
