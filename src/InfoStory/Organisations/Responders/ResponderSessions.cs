using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responders;

/// <summary>
/// The sessions of responders, kept on the server so that they end there: two hours after the last use, twelve hours after they began at most, and at once
/// where their person answers for nobody any more.
/// </summary>
public sealed class ResponderSessions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>Begins a session, ends every link that was sent before, and returns the key under which the session is found.</summary>
    public async Task<string> BeginAsync(Id<Responder> responder, CancellationToken cancellation)
    {
        var (key, now) = (SessionKey.New(), clock.UtcNow);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Add(new ResponderSession { KeyHash = SessionKey.Hash(key), ResponderId = responder, BegunAt = now, UsedAt = now });
        await db.SaveChangesAsync(cancellation);
        await db.Responders.Where(one => one.Id == responder).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.LastSignedInAt, now).SetProperty(one => one.LinkVersion, one => one.LinkVersion + 1), cancellation);
        return key;
    }

    /// <summary>Whose session this is that still stands, and notes that it was used; null once it ended.</summary>
    public async Task<Id<Responder>?> UseAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (hash, now) = (SessionKey.Hash(key), clock.UtcNow);
        var (idle, longest) = (now - ResponderSession.Idle, now - ResponderSession.Longest);
        var found = await db.Set<ResponderSession>()
            .Where(session => session.KeyHash == hash && session.UsedAt > idle && session.BegunAt > longest)
            // A seat that was closed and opened again since does not bring the old session back.
            .Where(session => db.Set<ResponderSeat>().Any(seat =>
                seat.ResponderId == session.ResponderId && seat.OpenedAt <= session.BegunAt && seat.ClosedAt == null))
            .Select(session => new { session.Id, session.ResponderId, session.UsedAt }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;

        if (now - found.UsedAt >= Noted)
            await db.Set<ResponderSession>().Where(session => session.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.UsedAt, now), cancellation);
        return found.ResponderId;
    }

    /// <summary>Ends the session with this key; it may have ended already.</summary>
    public async Task EndAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = SessionKey.Hash(key);
        await db.Set<ResponderSession>().Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Removes sessions that can no longer be used and returns how many.</summary>
    public async Task<int> DeleteEndedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (idle, longest) = (clock.UtcNow - ResponderSession.Idle, clock.UtcNow - ResponderSession.Longest);
        return await db.Set<ResponderSession>().Where(session => session.UsedAt <= idle || session.BegunAt <= longest).ExecuteDeleteAsync(cancellation);
    }
}
