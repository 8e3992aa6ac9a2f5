using System.Text.Json;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>What somebody had typed when they left, and when.</summary>
public sealed record KeptEdit(ReviewStory Form, DateTime At);

/// <summary>Keeps what the team types about a story until it is saved, so that a closed window or a session that ended loses nothing.</summary>
public sealed class EditDrafts(InfoStoryContext db, StoryLock storyLock, TimeProvider clock)
{
    /// <summary>The longest that a kept edit may be, in characters of JSON.</summary>
    public const int MaxLength = 60_000;

    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Keeps what is typed in place of what was kept before. What is too long to ever be saved is not kept.</summary>
    /// <returns>False where it was too long.</returns>
    /// <exception cref="NotFoundException">There is no such story, or its author took it back.</exception>
    public async Task<bool> KeepAsync(string reference, ReviewStory form, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var text = JsonSerializer.Serialize(form);
        if (text.Length > MaxLength) return false;

        await db.InsistAsync(() => KeepOnceAsync(reference, text, actor, cancellation));
        return true;
    }

    /// <summary>
    /// What this person typed about this story and did not save; null where there is nothing. On hold it waits: it was begun from words that only a
    /// safeguarding lead reads now.
    /// </summary>
    public async Task<KeptEdit?> FindAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        var draft = await Of(reference, db.Stories.Where(StoryOnHold.ReadableBy(actor)), actor).AsNoTracking().FirstOrDefaultAsync(cancellation);
        return draft is null ? null : new(JsonSerializer.Deserialize<ReviewStory>(draft.Form)!, draft.At);
    }

    /// <summary>Forgets it.</summary>
    public Task ForgetAsync(string reference, Actor actor, CancellationToken cancellation) =>
        Of(reference, db.Stories, actor).ExecuteDeleteAsync(cancellation);

    /// <summary>Deletes what nobody came back for within two weeks. Returns how many.</summary>
    public Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - Life;
        return db.Set<EditDraft>().Where(draft => draft.At < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task KeepOnceAsync(string reference, string text, Actor actor, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Reference == reference && story.State != StoryState.Withdrawn, cancellation);
        var draft = await db.Set<EditDraft>().FirstOrDefaultAsync(draft => draft.StoryId == story.Id && draft.StaffId == actor.StaffId, cancellation);
        if (draft is null) db.Add(draft = new() { StoryId = story.Id, StaffId = actor.StaffId!.Value, Form = text, At = clock.UtcNow });
        (draft.Form, draft.At) = (text, clock.UtcNow);

        try
        {
            await storyLock.SaveAsync(story, cancellation);
        }
        catch (DbUpdateException)
        {
            // Two windows kept the first letters at the same moment: the next letters are kept.
            db.ChangeTracker.Clear();
        }
    }

    private IQueryable<EditDraft> Of(string reference, IQueryable<Story> stories, Actor actor)
    {
        actor.MustModerate();
        var named = stories.Where(story => story.Reference == reference).Select(story => story.Id);
        return db.Set<EditDraft>().Where(draft => draft.StaffId == actor.StaffId && named.Contains(draft.StoryId));
    }
}
