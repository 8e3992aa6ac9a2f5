using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>Opens safeguarding cases.</summary>
public sealed class SafeguardingCases(InfoStoryContext db)
{
    /// <summary>Opens a case for a story that goes on hold, unless one is open; saved with whatever put it there.</summary>
    /// <param name="by">Who put the story on hold, or the rule that did.</param>
    public async Task OpenAsync(Story story, string by, DateTime now, CancellationToken cancellation)
    {
        if (story.Id.Value > 0 && await db.SafeguardingCases.AnyAsync(one => one.StoryId == story.Id && one.ClosedAt == null, cancellation)) return;

        var raised = new SafeguardingCase
        {
            StoryId = story.Id,
            Level = story.Safeguarding == SafeguardingLevel.None ? SafeguardingLevel.Concern : story.Safeguarding,
            RaisedAt = now,
            RaisedBy = by
        };
        db.Add(raised);
        db.Entry(raised).Reference(one => one.Story).CurrentValue = story;
    }
}
