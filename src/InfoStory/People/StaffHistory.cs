using InfoStory.Data;

namespace InfoStory.People;

/// <summary>What was done to the accounts of staff. History names an account by its number, so that no address stays when the account goes.</summary>
public sealed class StaffHistory(InfoStoryContext db, TimeProvider clock)
{
    public static string Subject(long staffId) => $"staff {staffId}";

    public async Task AddAsync(long staffId, string act, CancellationToken cancellation)
    {
        db.History.Add(HistoryEntry.Of(Subject(staffId), act, Actor.System, clock.UtcNow));
        await db.SaveChangesAsync(cancellation);
    }
}
