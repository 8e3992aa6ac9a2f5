using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation;

/// <summary>One line of the queue. It shows no words as told: the title is the public one, or none yet. A suspicious story may not be from a person.</summary>
public sealed record QueueRow(
    Id<Story> Id, string Reference, StoryState State, string? PublicTitle, StoryKind? Kind, string? Service, string? Place, string? ClaimedBy, DateTime ReceivedAt, bool IsSuspicious);

/// <summary>A page of the queue, oldest first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, Cursor? Next, IReadOnlyDictionary<StoryState, int> Counts);

/// <summary>The stories that wait for the team.</summary>
public sealed class Queue(InfoStoryContext db)
{
    public const int PageSize = 50;

    /// <summary>True while nobody has told a story yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => !await db.Stories.AnyAsync(cancellation);

    /// <summary>Stories in one state, oldest first, from just after the cursor; and how many there are in every state. Two statements.</summary>
    public async Task<QueuePage> ListAsync(StoryState state, Cursor? after, CancellationToken cancellation)
    {
        var stories = db.Stories.AsNoTracking().Where(story => story.State == state);
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<Story>(id);
            stories = stories.Where(story => story.ReceivedAt >= at && (story.ReceivedAt > at || story.Id > key));
        }

        var rows = await stories.OrderBy(story => story.ReceivedAt).ThenBy(story => story.Id).Take(PageSize + 1)
            .Select(story => new QueueRow(
                story.Id, story.Reference, story.State, story.PublicTitle, story.Kind, story.Service!.Name, story.Place!.Name, story.ClaimedBy, story.ReceivedAt, story.Suspicion != null))
            .ToListAsync(cancellation);
        var counts = await db.Stories.GroupBy(story => story.State).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

        return new(rows.Count > PageSize ? rows[..PageSize] : rows, Cursor.After(rows, PageSize, row => new(row.ReceivedAt, row.Id.Value)), counts);
    }
}
