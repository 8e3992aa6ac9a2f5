using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>How many notes the team wrote to one another: they may speak of others, so a copy only counts them (docs/privacy.md).</summary>
public sealed record HeldNotes(int Count);

/// <summary>What the team wrote about a story: notes, and edits that were not saved yet.</summary>
internal sealed class DeskPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Note), typeof(EditDraft)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation) =>
        export.Add(new HeldNotes(await db.Notes.CountAsync(note => note.StoryId == story.Id, cancellation)));

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var id = forgetting.Keys.Id;
        db.Notes.RemoveRange(await db.Notes.Where(note => note.StoryId == id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<EditDraft>().Where(draft => draft.StoryId == id).ToListAsync(cancellation));
    }
}
