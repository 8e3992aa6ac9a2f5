using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>A session that still stands: its number and its ticket.</summary>
public sealed record FoundSession(Id<StaffSession> Id, byte[] Ticket);

/// <summary>A session as its person sees it; <paramref name="LastUsedOn"/> is a day in UTC.</summary>
public sealed record SessionRow(Id<StaffSession> Id, string? Browser, DateTime StartedAt, DateOnly? LastUsedOn);

/// <summary>The sessions of staff, kept on the server so that they can be ended there.</summary>
public sealed class StaffSessions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.UtcNow);

    /// <summary>Keeps a ticket and returns the key under which it is found: 256 random bits in hexadecimal.</summary>
    /// <param name="stamp">The security stamp of the account when the ticket was made.</param>
    /// <param name="browser">Roughly which one; never an address.</param>
    public async Task<string> StartAsync(long staffId, string stamp, byte[] ticket, string? browser, DateTime expiresAt, CancellationToken cancellation)
    {
        var (key, now) = (SessionKey.New(), clock.UtcNow);

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Add(new StaffSession
        {
            KeyHash = SessionKey.Hash(key),
            StaffId = staffId,
            Stamp = stamp,
            Ticket = ticket,
            Browser = browser,
            StartedAt = now,
            LastUsedOn = Today,
            ExpiresAt = expiresAt
        });
        await db.SaveChangesAsync(cancellation);
        await db.Staff.Where(staff => staff.Id == staffId).ExecuteUpdateAsync(set => set.SetProperty(staff => staff.LastSignedInAt, now), cancellation);

        return key;
    }

    /// <summary>A session that still stands; null once it expired, the account was closed, or its security stamp changed. Notes the day.</summary>
    public async Task<FoundSession?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (hash, now, today) = (SessionKey.Hash(key), clock.UtcNow, Today);
        var found = await (
            from session in db.Set<StaffSession>()
            join staff in db.Staff on session.StaffId equals staff.Id
            where session.KeyHash == hash && session.ExpiresAt > now && staff.ClosedAt == null && staff.SecurityStamp == session.Stamp
            select new { session.Id, session.Ticket, session.LastUsedOn }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;

        if (found.LastUsedOn != today)
            await db.Set<StaffSession>().Where(session => session.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastUsedOn, today), cancellation);
        return new(found.Id, found.Ticket);
    }

    /// <param name="stamp">That of the ticket: a session that was ended does not come back with an old ticket.</param>
    public async Task RenewAsync(string key, string stamp, byte[] ticket, DateTime expiresAt, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = SessionKey.Hash(key);
        await db.Set<StaffSession>().Where(session => session.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Stamp, stamp).SetProperty(session => session.Ticket, ticket).SetProperty(
                session => session.ExpiresAt, expiresAt), cancellation);
    }

    /// <summary>Ends the session with this key; it may have ended already.</summary>
    public async Task EndAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = SessionKey.Hash(key);
        await db.Set<StaffSession>().Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The sessions of one person that still stand, newest first.</summary>
    public async Task<IReadOnlyList<SessionRow>> OfAsync(long staffId, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow;
        return await (
            from session in db.Set<StaffSession>()
            join staff in db.Staff on session.StaffId equals staff.Id
            where session.StaffId == staffId && session.ExpiresAt > now && staff.SecurityStamp == session.Stamp
            orderby session.Id descending
            select new SessionRow(session.Id, session.Browser, session.StartedAt, session.LastUsedOn)).ToListAsync(cancellation);
    }

    /// <summary>Ends one session of this person; nobody else's, and it may have ended already.</summary>
    public Task EndOneAsync(long staffId, Id<StaffSession> id, CancellationToken cancellation) =>
        EndAsync(staffId, sessions => sessions.Where(session => session.Id == id), cancellation);

    /// <summary>Ends every session of this person but one.</summary>
    public Task EndOthersAsync(long staffId, Id<StaffSession> keep, CancellationToken cancellation) =>
        EndAsync(staffId, sessions => sessions.Where(session => session.Id != keep), cancellation);

    /// <summary>Removes sessions that can no longer be used and returns how many.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow;
        return await db.Set<StaffSession>().Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
    }

    private async Task EndAsync(long staffId, Func<IQueryable<StaffSession>, IQueryable<StaffSession>> which, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await which(db.Set<StaffSession>().Where(session => session.StaffId == staffId)).ExecuteDeleteAsync(cancellation);
    }
}
