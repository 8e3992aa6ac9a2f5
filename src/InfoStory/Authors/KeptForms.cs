using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Organisations.Responses;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>Whose a form is: a member of staff's, a responder's, or, where both are null, the author's of the story.</summary>
public sealed record FormOwner(long? StaffId, Id<Story>? StoryId, Id<Responder>? ResponderId = null)
{
    public bool IsAuthor => StaffId is null && ResponderId is null;
}

/// <summary>
/// What a form of somebody else is about, as its address names it: a story by its reference, a case study, an ask, an answer, or a promise by its slug. All
/// null where it names none.
/// </summary>
public sealed record FormSubject(
    string? Reference = null, Id<CaseStudy>? CaseStudy = null, Id<Ask>? Ask = null, Id<Response>? Response = null, string? Promise = null)
{
    public bool NamesNone => this == new FormSubject();
}

/// <summary>A form that waits, its words still sealed.</summary>
public sealed record WaitingForm(string Key, FormOwner Owner, byte[] Words, DateTime At);

/// <summary>
/// Keeps forms that were posted after their session had ended (docs/decisions/0048), and those that are being typed (0093), for a day. What is typed comes
/// and goes sealed.
/// </summary>
public sealed class KeptForms(InfoStoryContext db, StoryLock storyLock, TimeProvider clock) : IForgetsLeftOut
{
    /// <summary>The longest that a sealed form may be, in bytes. All fields of a case study fit in.</summary>
    public const int MaxLength = 400_000;

    /// <summary>So many of one person wait at once.</summary>
    public const int MostOfOne = 20;

    /// <summary>So many of all authors together wait at once: they have no account by which they could be counted.</summary>
    public const int MostOfAuthors = 2_000;

    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private DateTime Oldest => clock.UtcNow - Life;

    /// <summary>
    /// Keeps a form under a key. Beside others: none takes the place of another, but for the one of this key, and the one that it was made from.
    /// </summary>
    /// <param name="words">Sealed.</param>
    /// <param name="from">The key of the kept form that this one went on from; null where it went on from none.</param>
    /// <returns>False where it is too long, too many wait, or what it is about was taken back or is gone: nothing is kept then.</returns>
    public async Task<bool> KeepAsync(string key, FormOwner owner, FormSubject subject, byte[] words, string? from, CancellationToken cancellation)
    {
        if (words.Length > MaxLength || await HasMostAsync(owner, [key, from ?? key], cancellation)) return false;

        var about = owner.StoryId ?? await FindStoryAsync(subject, cancellation);
        if (about is null && !subject.NamesNone) return false;

        try
        {
            await db.InsistAsync(() => KeepOnceAsync(key, owner, about, subject.CaseStudy, words, cancellation));
        }
        catch (Exception exception) when (exception is NotFoundException or ConflictException or DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        if (from is not null && from != key) await ForgetAsync(from, owner, cancellation);
        return true;
    }

    /// <summary>The form of this key, whoever asks; null where there is none, or its day is over.</summary>
    public async Task<WaitingForm?> FindAsync(string key, CancellationToken cancellation) =>
        await ReadAsync(db.Set<KeptForm>().Where(form => form.Key == key), cancellation) is [var found] ? found : null;

    /// <summary>What waits for this person, newest first.</summary>
    public Task<IReadOnlyList<WaitingForm>> OfAsync(FormOwner owner, CancellationToken cancellation) => ReadAsync(Of(owner), cancellation);

    /// <summary>
    /// By their keys, what the forms of this person are about: the title of a case study where that may be read before it is opened, else its stories, or
    /// the story. One that is about none is not among them.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(FormOwner owner, CancellationToken cancellation)
    {
        var (stories, studies, readable) = (db.Stories, db.CaseStudies, db.CaseStudies.OfNoStoryOnHold());
        var found = await Of(owner).AsNoTracking().Where(form => form.StoryId != null).Select(form => new
        {
            form.Key,
            stories.First(story => story.Id == form.StoryId).Reference,
            Title = readable.Where(study => study.Id == form.CaseStudyId).Select(study => study.Title).FirstOrDefault(),
            Stories = studies.Where(study => study.Id == form.CaseStudyId).SelectMany(study => study.Stories)
                .Select(drawn => new { drawn.Story!.Reference, drawn.Story.ContentNotes }).ToList(),
        }).ToListAsync(cancellation);
        return found.ToDictionary(
            one => one.Key,
            one => one.Title is { } title && one.Stories.TrueForAll(story => story.ContentNotes.Count == 0) ? $"“{title}”"
                : string.Join(", ", one.Stories.Select(story => story.Reference).DefaultIfEmpty(one.Reference)),
            StringComparer.Ordinal);
    }

    /// <summary>What waits for this person of this case study, last typed first.</summary>
    public async Task<IReadOnlyList<WaitingForm>> OfAsync(FormOwner owner, Id<CaseStudy> study, CancellationToken cancellation) =>
        [.. (await ReadAsync(Of(owner).Where(form => form.CaseStudyId == study), cancellation)).OrderByDescending(form => form.At)];

    async Task IForgetsLeftOut.ForgetAsync(Id<CaseStudy> study, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<KeptForm>().Where(form => form.CaseStudyId == study).ToListAsync(cancellation));

    /// <summary>Forgets a form of this person, nobody else's.</summary>
    public Task ForgetAsync(string key, FormOwner owner, CancellationToken cancellation) =>
        Of(owner).Where(form => form.Key == key).ExecuteDeleteAsync(cancellation);

    /// <summary>Deletes what nobody came back for within its day. Returns how many.</summary>
    public Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var oldest = Oldest;
        return db.Set<KeptForm>().Where(form => form.At <= oldest).ExecuteDeleteAsync(cancellation);
    }

    private async Task KeepOnceAsync(
        string key, FormOwner owner, Id<Story>? about, Id<CaseStudy>? study, byte[] words, CancellationToken cancellation)
    {
        var story = about is { } id
            ? await db.Stories.FindAsync(story => story.Id == id && story.State != StoryState.Withdrawn, cancellation)
            : null;
        if (await Of(owner).FirstOrDefaultAsync(form => form.Key == key, cancellation) is { } there) (there.Words, there.At) = (words, clock.UtcNow);
        else
        {
            db.Add(new KeptForm
            {
                Key = key,
                StaffId = owner.StaffId,
                ResponderId = owner.ResponderId,
                StoryId = about,
                CaseStudyId = study,
                Words = words,
                At = clock.UtcNow,
            });
        }

        if (story is null) await db.SaveChangesAsync(cancellation);
        else await storyLock.SaveAsync(story, cancellation);
    }

    private async Task<bool> HasMostAsync(FormOwner owner, string[] but, CancellationToken cancellation)
    {
        var oldest = Oldest;
        if (await Of(owner).CountAsync(form => form.At > oldest && !but.Contains(form.Key), cancellation) >= MostOfOne) return true;

        return owner.IsAuthor && await db.Set<KeptForm>().CountAsync(
            form => form.At > oldest && form.StaffId == null && form.ResponderId == null, cancellation) >= MostOfAuthors;
    }

    private async Task<Id<Story>?> FindStoryAsync(FormSubject subject, CancellationToken cancellation)
    {
        var (reference, study) = (subject.Reference?.ToUpperInvariant(), subject.CaseStudy);
        if (reference is not null)
            return await db.Stories.Where(story => story.Reference == reference).Select(story => (Id<Story>?)story.Id).FirstOrDefaultAsync(cancellation);

        var studies = subject switch
        {
            { Ask: { } ask } => db.Asks.Where(one => one.Id == ask).Select(one => one.CaseStudyId),
            { Response: { } response } => db.Responses.Where(one => one.Id == response).Select(one => one.CaseStudyId),
            { Promise: { } slug } => db.Promises.Where(one => one.Slug == slug).Select(one => one.CaseStudyId),
            _ => null,
        };
        if (studies is not null) study = await studies.Select(one => (Id<CaseStudy>?)one).FirstOrDefaultAsync(cancellation);

        return study is null
            ? null
            : await db.CaseStudies.Where(one => one.Id == study).SelectMany(one => one.Stories).OrderBy(drawn => drawn.StoryId)
                .Select(drawn => (Id<Story>?)drawn.StoryId).FirstOrDefaultAsync(cancellation);
    }

    private async Task<IReadOnlyList<WaitingForm>> ReadAsync(IQueryable<KeptForm> forms, CancellationToken cancellation)
    {
        var oldest = Oldest;
        var found = await forms.AsNoTracking().Where(form => form.At > oldest).OrderByDescending(form => form.Id).ToListAsync(cancellation);
        return [.. found.Select(form => new WaitingForm(form.Key, OwnerOf(form), form.Words, form.At))];
    }

    private static FormOwner OwnerOf(KeptForm form) => form switch
    {
        { StaffId: { } staff } => new(staff, null),
        { ResponderId: { } responder } => new(null, null, responder),
        _ => new(null, form.StoryId),
    };

    private IQueryable<KeptForm> Of(FormOwner owner) => owner switch
    {
        { StaffId: { } staff } => db.Set<KeptForm>().Where(form => form.StaffId == staff),
        { ResponderId: { } responder } => db.Set<KeptForm>().Where(form => form.ResponderId == responder),
        _ => db.Set<KeptForm>().Where(form => form.StaffId == null && form.ResponderId == null && form.StoryId == owner.StoryId),
    };
}
