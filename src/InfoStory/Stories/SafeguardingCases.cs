using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>Opens safeguarding cases, and heightens them.</summary>
public sealed class SafeguardingCases(InfoStoryContext db)
{
    /// <summary>
    /// Reads what the author of a story writes after it was sent. Words of danger put it on hold, and open, open again or heighten its case; saved with the
    /// words themselves, so that there is no moment in which we have them and nobody is told. One that is published stays so until a safeguarding lead, who is
    /// told, takes its case study down.
    /// </summary>
    public async Task ReadAsync(Story story, string words, DateTime now, CancellationToken cancellation)
    {
        story.ContentNotes.AddRange([.. SafetyNet.Notes(words).Except(story.ContentNotes).Order()]);
        var level = SafetyNet.Level(words);
        if (level == SafeguardingLevel.None) return;

        var isHeld = story.State == StoryState.OnHold || !story.Can(StoryAct.Raise);
        await RaiseAsync(story, level, "what the author wrote to the team", now, cancellation);
        if (!isHeld) db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.PutOnHold, Actor.System, now));
    }

    /// <summary>Opens a case for a story that goes on hold, unless one is open; saved with whatever put it there.</summary>
    /// <param name="by">Who put the story on hold, or the rule that did.</param>
    public async Task OpenAsync(Story story, string by, DateTime now, CancellationToken cancellation)
    {
        if (await FindAsync(story, cancellation) is null) Open(story, story.Safeguarding, by, now);
    }

    private async Task RaiseAsync(Story story, SafeguardingLevel level, string by, DateTime now, CancellationToken cancellation)
    {
        var open = await FindAsync(story, cancellation);
        open?.Raise(level, by, now);
        if (story.Can(StoryAct.Raise)) story.Raise(open?.Level ?? level);
        if (open is null) Open(story, level, by, now);
    }

    private Task<SafeguardingCase?> FindAsync(Story story, CancellationToken cancellation) => story.Id.Value > 0
        ? db.SafeguardingCases.FirstOrDefaultAsync(one => one.StoryId == story.Id && one.ClosedAt == null, cancellation)
        : Task.FromResult<SafeguardingCase?>(null);

    private void Open(Story story, SafeguardingLevel level, string by, DateTime now)
    {
        var raised = new SafeguardingCase
        {
            StoryId = story.Id,
            Level = level == SafeguardingLevel.None ? SafeguardingLevel.Concern : level,
            RaisedAt = now,
            RaisedBy = by
        };
        db.Add(raised);
        db.Entry(raised).Reference(one => one.Story).CurrentValue = story;
    }
}
