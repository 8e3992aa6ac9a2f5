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

    /// <summary>So many windows of one person keep what is typed about one story; the one that was still for longest makes room.</summary>
    public const int MostWindows = 5;

    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>Keeps what is typed in place of what was kept before in the same window. What is too long to ever be saved is not kept.</summary>
    /// <returns>False where it was too long.</returns>
    /// <exception cref="NotFoundException">There is no such story, or its author took it back.</exception>
    public async Task<bool> KeepAsync(string reference, ReviewStory form, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var text = JsonSerializer.Serialize(form);
        if (text.Length > MaxLength) return false;

        await db.InsistAsync(() => KeepOnceAsync(reference, text, form.Window, actor, cancellation));
        return true;
    }

    /// <summary>
    /// What this person typed last about this story and did not save, in whatever window; null where there is nothing. Once that is saved or forgotten,
    /// what was typed in another window comes up. On hold it waits: it was begun from words that only a
    /// safeguarding lead reads now.
    /// </summary>
    public async Task<KeptEdit?> FindAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        var draft = await Of(reference, db.Stories.Where(StoryOnHold.ReadableBy(actor)), actor).AsNoTracking()
            .OrderByDescending(draft => draft.At).ThenByDescending(draft => draft.Id).FirstOrDefaultAsync(cancellation);
        return draft is null ? null : new(JsonSerializer.Deserialize<ReviewStory>(draft.Form)! with { Page = draft.Page }, draft.At);
    }

    /// <summary>Forgets what was typed in this window.</summary>
    public Task ForgetAsync(string reference, ReviewStory form, Actor actor, CancellationToken cancellation)
    {
        var page = form.Window;
        return Of(reference, db.Stories, actor).Where(draft => draft.Page == page).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Deletes what nobody came back for within two weeks. Returns how many.</summary>
    public Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - Life;
        return db.Set<EditDraft>().Where(draft => draft.At < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task KeepOnceAsync(string reference, string text, string page, Actor actor, CancellationToken cancellation)
    {
        var story = await db.Stories.FindAsync(story => story.Reference == reference && story.State != StoryState.Withdrawn, cancellation);
        var kept = await db.Set<EditDraft>().Where(draft => draft.StoryId == story.Id && draft.StaffId == actor.StaffId)
            .OrderByDescending(draft => draft.At).ThenByDescending(draft => draft.Id).ToListAsync(cancellation);
        var draft = kept.Find(draft => draft.Page == page);
        if (draft is null)
        {
            db.RemoveRange(kept.Skip(MostWindows - 1));
            db.Add(draft = new() { StoryId = story.Id, StaffId = actor.StaffId!.Value, Page = page, Form = text, At = clock.UtcNow });
        }

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
