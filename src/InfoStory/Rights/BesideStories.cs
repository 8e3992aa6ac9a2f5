using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InfoStory.Rights;

/// <summary>
/// Whatever is saved beside a story takes the story's lock in the same transaction and asks in it whether the story still stands, so that no service can
/// forget it: what is written while an author takes a story back or has it erased is either forgotten with it, or refused (docs/decisions/0055).
/// </summary>
public sealed class BesideStories : IBeforeSaving
{
    private const string TakenBack = "The author has just taken this story back. Nothing was saved.",
        Gone = "This story has just been erased. Nothing was saved.",
        NotAllowed = "Who may hear this story has just been changed. Nothing was saved.",
        NoDraft = "These answers have just been sent or cleared in another tab. Look again before you go on.";

    /// <summary>What may be written beside a story that its author took back: the author still comes to see that it is gone.</summary>
    private static readonly Type[] AlsoTakenBack = [typeof(AuthorSession)];

    /// <summary>What is part of a case study is changed with it, and whoever takes a story back changes that.</summary>
    private static readonly Type[] OfCaseStudies = [typeof(CaseStudyTag), typeof(CaseStudyStory), typeof(FormerAddress), typeof(CaseStudyRevision)];

    public bool Concerns(InfoStoryContext db) =>
        Written(db).Any(entry => entry.Entity is HistoryEntry or Contact || StoryOf(entry) is not null || CaseStudyOf(entry) is not null);

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        // Whoever changes the story itself has its revision to keep others out.
        var own = db.ChangeTracker.Entries<Story>().Where(story => story.State != EntityState.Unchanged).ToList();
        var written = Written(db).ToList();
        await ByIdAsync(db, written, [.. own.Select(story => story.Property(one => one.Id).CurrentValue)], cancellation);
        await ByCaseStudyAsync(db, [.. written.Select(CaseStudyOf).OfType<Id<CaseStudy>>().Distinct()], cancellation);
        await MustBeAllowedAsync(db, written.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<Delivery>(), cancellation);
        await ByReferenceAsync(db, written, own.Select(story => story.Entity.Reference), cancellation);

        var keys = written.Select(entry => entry.Entity).OfType<Contact>().Select(contact => contact.Key);
        foreach (var key in keys.Except(own.Select(story => story.Entity.SendKey)).Order(StringComparer.Ordinal)) await ByKeyAsync(db, key, cancellation);
    }

    private static async Task ByIdAsync(InfoStoryContext db, List<EntityEntry> written, HashSet<Id<Story>> own, CancellationToken cancellation)
    {
        foreach (var beside in written.GroupBy(entry => AlsoTakenBack.Contains(entry.Metadata.ClrType)))
        {
            var ids = beside.Select(StoryOf).OfType<Id<Story>>().Distinct().Where(id => !own.Contains(id)).ToList();
            if (ids.Count == 0) continue;

            var stories = db.Stories.Where(story => ids.Contains(story.Id));
            var there = await StoryLock.TakeAsync(beside.Key ? stories : stories.Where(story => story.State != StoryState.Withdrawn), cancellation);
            if (there < ids.Count) throw new ConflictException(await stories.CountAsync(cancellation) == ids.Count ? TakenBack : Gone);
        }
    }

    /// <summary>What hangs on a case study, such as a promise, stands only while every story does that the case study draws on.</summary>
    private static async Task ByCaseStudyAsync(InfoStoryContext db, IReadOnlyList<Id<CaseStudy>> studies, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        var drawn = db.Set<CaseStudyStory>().Where(drawn => studies.Contains(drawn.CaseStudyId)).Select(one => one.StoryId);
        await StoryLock.TakeAsync(db.Stories.Where(story => drawn.Contains(story.Id)), cancellation);
        var standing = await db.CaseStudies.CountAsync(
            study => studies.Contains(study.Id) && study.Stories.All(one => one.Story!.State != StoryState.Withdrawn), cancellation);
        if (standing < studies.Count) throw new ConflictException(TakenBack);
    }

    /// <summary>What is sent is asked for once more when nobody can change any more who may hear it: what is not allowed then does not leave.</summary>
    private static async Task MustBeAllowedAsync(InfoStoryContext db, IEnumerable<Delivery> deliveries, CancellationToken cancellation)
    {
        // Which services are asked is decided story by story: whoever puts it to them has asked each that may name them.
        foreach (var alike in deliveries.GroupBy(delivery => (Audience: IsAsked(delivery) ? Audience.Website : delivery.Audience, delivery.SentAt)))
        {
            var keys = alike.Select(delivery => delivery.CaseStudyId).Distinct().ToList();
            var allowed = await db.CaseStudies.ShownTo(alike.Key.Audience, alike.Key.SentAt).CountAsync(study => keys.Contains(study.Id), cancellation);
            if (allowed < keys.Count) throw new ConflictException(NotAllowed);
        }
    }

    private static bool IsAsked(Delivery delivery) => delivery.Recipient.StartsWith(AskLetters.Recipient, StringComparison.Ordinal);

    /// <summary>The history of a story that was taken back goes on; that of one that was erased is blank, and stays so.</summary>
    private static async Task ByReferenceAsync(InfoStoryContext db, List<EntityEntry> written, IEnumerable<string> own, CancellationToken cancellation)
    {
        var references = written.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<HistoryEntry>()
            .Select(entry => entry.Subject).Where(subject => Reference.Of(subject) == subject).Except(own).ToList();
        if (references.Count > 0 && await StoryLock.TakeAsync(db.Stories.Where(story => references.Contains(story.Reference)), cancellation) < references.Count)
            throw new ConflictException(Gone);
    }

    /// <summary>A contact belongs to a story or, before it is sent, to a draft.</summary>
    private static async Task ByKeyAsync(InfoStoryContext db, string key, CancellationToken cancellation)
    {
        var stories = db.Stories.Where(story => story.SendKey == key);
        if (await StoryLock.TakeAsync(stories.Where(story => story.State != StoryState.Withdrawn), cancellation) > 0) return;
        if (await stories.AnyAsync(cancellation)) throw new ConflictException(TakenBack);
        if (db.ChangeTracker.Entries<Draft>().Any(draft => draft.Entity.KeyHash == key && draft.State is EntityState.Added or EntityState.Modified)) return;

        var drafts = await db.Drafts.Where(draft => draft.KeyHash == key)
            .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.ExpiresAt, draft => draft.ExpiresAt), cancellation);
        if (drafts == 0) throw new ConflictException(NoDraft);
    }

    private static IEnumerable<EntityEntry> Written(InfoStoryContext db) =>
        db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity is not Story);

    /// <summary>The case study to which a key of a new row leads; null where none does.</summary>
    private static Id<CaseStudy>? CaseStudyOf(EntityEntry entry) => entry switch
    {
        { State: not EntityState.Added } => null,
        { Entity: Delivery delivery } => delivery.CaseStudyId,
        _ => !OfCaseStudies.Contains(entry.Metadata.ClrType)
            && entry.Metadata.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.ClrType == typeof(CaseStudy)) is { } key
                ? (Id<CaseStudy>?)entry.Property(key.Properties[0]).CurrentValue
                : null,
    };

    /// <summary>The story to which a foreign key leads; null where none does.</summary>
    private static Id<Story>? StoryOf(EntityEntry entry) =>
        entry.Metadata.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType.ClrType == typeof(Story)) is { } key
            ? (Id<Story>?)entry.Property(key.Properties[0]).CurrentValue
            : null;
}
