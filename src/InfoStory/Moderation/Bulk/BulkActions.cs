using System.Text.Json;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Bulk;

/// <summary>Where one story was before an act on many, and the revision it had after it.</summary>
internal sealed record Before(string Reference, int Revision, PlaceInLife Place, long? TagAdded);

/// <summary>Does one thing to many stories: to all of them in one save, or to none.</summary>
public sealed class BulkActions(InfoStoryContext db, Claims claims, IValidator<ActOnMany> rules, AuthorNotifier notifier, TimeProvider clock)
{
    /// <summary>For so long it can be undone.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromSeconds(30);

    /// <returns>The number by which it can be undone for <see cref="Regret"/>.</returns>
    /// <exception cref="ValidationException">The command breaks a rule.</exception>
    /// <exception cref="ConflictException">
    /// A story has changed since it was chosen, or its state does not allow it, or the colleague is none any more. Nothing is done to any.
    /// </exception>
    public async Task<Id<BulkAct>> DoAsync(ActOnMany command, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        await rules.ValidateAndThrowAsync(command, cancellation);
        if (command.Tag is not null) command = command with { Tag = (await Successors.LoadAsync(db, cancellation)).Of(command.Tag) };
        var colleague = command.Act == BulkKind.Assign ? await claims.FindAsync(command.To!.Value, cancellation) : null;
        var (now, stories) = (clock.UtcNow, await FindAsync([.. command.Stories.DistinctBy(story => story.Reference)], cancellation));

        List<Before> before = [];
        foreach (var story in stories)
        {
            var place = story.PlaceInLife;
            var added = Do(story, command, colleague, actor, now);
            db.Touch(story);
            before.Add(new(story.Reference, story.Revision + 1, place, added ? command.Tag!.Value.Value : null));
        }

        await notifier.NoteAsync(stories, Named(command.Act!.Value), actor, now, cancellation, due: now + Regret);
        var act = new BulkAct { StaffId = actor.StaffId!.Value, At = now, Stories = JsonSerializer.Serialize(before) };
        db.Add(act);
        await db.SaveOrConflictAsync(cancellation);
        return act.Id;
    }

    /// <summary>Puts every story back where it was.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="ConflictException">It was longer ago, or somebody has gone on with one of the stories. Nothing is done to any.</exception>
    public async Task<int> UndoAsync(Id<BulkAct> id, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var now = clock.UtcNow;
        var act = await db.Set<BulkAct>().FirstOrDefaultAsync(act => act.Id == id && act.StaffId == actor.StaffId, cancellation);
        if (act is null || act.At + Regret < now) throw new ConflictException($"You can undo this for {Regret.TotalSeconds:0} seconds. It was longer ago.");

        var before = JsonSerializer.Deserialize<List<Before>>(act.Stories)!.ToDictionary(one => one.Reference, StringComparer.Ordinal);
        var stories = await FindAsync([.. before.Values.Select(one => new StoryAtRevision(one.Reference, one.Revision))], cancellation);
        foreach (var story in stories)
        {
            var was = before[story.Reference];
            var undone = story.State == StoryState.Declined ? HistoryAct.DeclineUndone : HistoryAct.Undone;
            story.Restore(was.Place);
            story.Tags.RemoveAll(tag => tag.TagId.Value == was.TagAdded);
            db.Touch(story);
            db.History.Add(HistoryEntry.Of(story.Reference, undone, actor, now));
        }

        await notifier.TellNothingAsync(stories, act.At + Regret, cancellation);
        db.Remove(act);
        await db.SaveOrConflictAsync(cancellation);
        return before.Count;
    }

    /// <summary>Forgets what can no longer be undone. Returns how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - Regret;
        return db.Set<BulkAct>().Where(act => act.At < before).ExecuteDeleteAsync(cancellation);
    }

    private static bool Do(Story story, ActOnMany command, Colleague? colleague, Actor actor, DateTime now)
    {
        try
        {
            if (command.Act == BulkKind.Tag) return story.AddTag(command.Tag!.Value, actor);
            if (story.State == StoryState.OnHold) throw new ConflictException("A story on hold is decided by a safeguarding lead, by itself.");
            if (command.Act == BulkKind.Assign) story.Pass(colleague!.ToActor(), now);
            else story.Decline(PlainText.Tidy(command.Reason), now);
            return false;
        }
        catch (ConflictException refused)
        {
            throw new ConflictException($"{story.Reference}: {refused.Message} Nothing was done to any of them.");
        }
    }

    private static HistoryAct Named(BulkKind act) => act switch
    {
        BulkKind.Tag => HistoryAct.Tagged,
        BulkKind.Assign => HistoryAct.PassedOn,
        BulkKind.DeclineAsSpam => HistoryAct.Declined,
    };

    /// <exception cref="ConflictException">One of them is gone or has changed.</exception>
    private async Task<List<Story>> FindAsync(IReadOnlyList<StoryAtRevision> chosen, CancellationToken cancellation)
    {
        var references = chosen.Select(story => story.Reference).ToList();
        var stories = await db.Stories.AsSplitQuery().Include(story => story.Tags)
            .Where(story => references.Contains(story.Reference)).ToListAsync(cancellation);

        var revisions = stories.ToDictionary(story => story.Reference, story => story.Revision, StringComparer.Ordinal);
        var changed = chosen.Where(story => !revisions.TryGetValue(story.Reference, out var revision) || revision != story.Revision)
            .Select(story => story.Reference).ToList();
        if (changed.Count > 0)
            throw new ConflictException("Somebody has gone on with "
                + $"{string.Join(", ", changed.Take(5))}{(changed.Count > 5 ? $" and {changed.Count - 5} more" : "")}. Nothing was done to any of them.");

        return stories;
    }
}
