using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Bulk;

/// <summary>
/// Where a story was before an act on many, by its reference, until that cannot be undone any more. Withdrawing keeps the reference, and so this;
/// erasing deletes it.
/// </summary>
internal sealed class BulkPersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(BulkAct)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        if (!forgetting.Erases) return;

        // Few rows: each is deleted within the hour.
        var reference = forgetting.Keys.Reference;
        db.RemoveRange(await db.Set<BulkAct>().Where(act => act.Stories.Contains(reference)).ToListAsync(cancellation));
    }
}
