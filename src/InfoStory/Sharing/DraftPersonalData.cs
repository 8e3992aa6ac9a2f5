using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Sharing;

/// <summary>A draft is gone when it becomes a story; if one under its key is there all the same, it goes with the story.</summary>
internal sealed class DraftPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Draft)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var key = forgetting.Keys.SendKey;
        db.Drafts.RemoveRange(await db.Drafts.Where(draft => draft.KeyHash == key).ToListAsync(cancellation));
    }
}
