using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>One act on an account: what, by whom, when.</summary>
public sealed record StaffAct(string Act, string By, DateTime At);

/// <summary>What was done to the accounts of staff. History names an account by its number, so that no address stays when the account goes.</summary>
public sealed class StaffHistory(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>What history says an account is.</summary>
    public static string Subject(long staffId) => $"staff {staffId}";

    /// <summary>Saves an act of InfoStory itself, with what else is unsaved in the same context.</summary>
    public Task AddAsync(long staffId, HistoryAct act, CancellationToken cancellation, string? detail = null) =>
        AddAsync(staffId, act, Actor.System, cancellation, detail);

    /// <summary>Saves an act of this person, with what else is unsaved in the same context.</summary>
    public async Task AddAsync(long staffId, HistoryAct act, Actor actor, CancellationToken cancellation, string? detail = null)
    {
        Note(staffId, act, actor, detail);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Written with the next save of the same context.</summary>
    public void Note(long staffId, HistoryAct act, Actor actor, string? detail = null) =>
        db.History.Add(HistoryEntry.Of(Subject(staffId), act, actor, clock.UtcNow, detail));

    /// <summary>What was done to one account, newest first, at most 50 acts.</summary>
    public Task<List<StaffAct>> OfAsync(long staffId, CancellationToken cancellation)
    {
        var subject = Subject(staffId);
        return db.History.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Number).Take(50)
            .Select(entry => new StaffAct(entry.Act.With(entry.Why), entry.By, entry.At)).ToListAsync(cancellation);
    }
}
