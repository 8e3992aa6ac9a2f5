using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Rights;

/// <summary>Gives authors a copy of what is held on them.</summary>
public sealed class MyData(InfoStoryContext db, IEnumerable<IPersonalDataHolder> holders, TimeProvider clock)
{
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<HeldData> ReadAsync(Id<Story> id, CancellationToken cancellation)
    {
        var (story, export) = (await KeysAsync(id, cancellation), new DataExport());
        foreach (var room in holders) await room.ExportAsync(story, export, cancellation);
        return new(export);
    }

    /// <summary>Puts into the history that the author took a copy away; once a day says as much, and nobody fills the history by asking.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task DownloadedAsync(Id<Story> id, CancellationToken cancellation)
    {
        var story = await KeysAsync(id, cancellation);
        var before = clock.UtcNow.AddDays(-1);
        var subject = story.Reference;
        if (await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.Downloaded && entry.At > before, cancellation)) return;

        db.History.Add(HistoryEntry.Of(subject, HistoryAct.Downloaded, Actor.Author, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<StoryKeys> KeysAsync(Id<Story> id, CancellationToken cancellation) =>
        await db.Stories.Where(story => story.Id == id).Select(story => new StoryKeys(story.Id, story.Reference, story.SendKey))
            .FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The story");
}
