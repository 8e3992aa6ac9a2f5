using System.Security.Cryptography;
using System.Text;
using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.People;

/// <summary>The sessions of staff, kept on the server so that they can be ended there.</summary>
public sealed class StaffSessions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    /// <summary>Keeps a ticket and returns the key under which it is found: 256 random bits in hexadecimal.</summary>
    public async Task<string> StartAsync(long staffId, byte[] ticket, DateTime expiresAt, CancellationToken cancellation)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var stamp = await db.Staff.Where(staff => staff.Id == staffId).Select(staff => staff.SecurityStamp).SingleAsync(cancellation);
        db.Add(new StaffSession { KeyHash = Hash(key), StaffId = staffId, Stamp = stamp ?? "", Ticket = ticket, StartedAt = clock.UtcNow, ExpiresAt = expiresAt });
        await db.SaveChangesAsync(cancellation);

        return key;
    }

    /// <summary>The ticket of a session that still stands; null once it expired, the account was closed, or its security stamp changed.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (hash, now) = (Hash(key), clock.UtcNow);
        return await (
            from session in db.Set<StaffSession>()
            join staff in db.Staff on session.StaffId equals staff.Id
            where session.KeyHash == hash && session.ExpiresAt > now && staff.ClosedAt == null && staff.SecurityStamp == session.Stamp
            select session.Ticket).FirstOrDefaultAsync(cancellation);
    }

    public async Task RenewAsync(string key, byte[] ticket, DateTime expiresAt, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = Hash(key);
        await db.Set<StaffSession>().Where(session => session.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, ticket).SetProperty(session => session.ExpiresAt, expiresAt), cancellation);
    }

    public async Task EndAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = Hash(key);
        await db.Set<StaffSession>().Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Removes sessions that can no longer be used and returns how many.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = clock.UtcNow;
        return await db.Set<StaffSession>().Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
