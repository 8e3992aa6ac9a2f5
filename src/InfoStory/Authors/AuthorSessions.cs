using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Authors;

/// <summary>The sessions of authors, kept on the server so that they end there: half an hour after the last use, two hours after they began at most.</summary>
public sealed class AuthorSessions(IDbContextFactory<InfoStoryContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>So many browsers have one story open at once; one more ends the session that began first.</summary>
    public const int MostAtOnce = 20;

    /// <summary>Begins a session and returns the key under which it is found: 256 random bits in hexadecimal.</summary>
    public async Task<string> BeginAsync(Id<Story> story, CancellationToken cancellation)
    {
        var (key, now) = (SessionKey.New(), clock.UtcNow);

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Add(new AuthorSession { KeyHash = SessionKey.Hash(key), StoryId = story, BegunAt = now, UsedAt = now });
        await db.SaveChangesAsync(cancellation);
        var sessions = db.Set<AuthorSession>().Where(session => session.StoryId == story);
        var oldest = await sessions.OrderByDescending(session => session.Id).Select(session => session.Id).Take(MostAtOnce)
            .OrderBy(id => id).FirstOrDefaultAsync(cancellation);
        await sessions.Where(session => session.Id < oldest).ExecuteDeleteAsync(cancellation);
        return key;
    }

    /// <summary>The story of a session that still stands, and notes that it was used; null once it ended.</summary>
    public async Task<Id<Story>?> UseAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (hash, now) = (SessionKey.Hash(key), clock.UtcNow);
        var (idle, longest) = (now - AuthorSession.Idle, now - AuthorSession.Longest);
        var found = await db.Set<AuthorSession>().Where(session => session.KeyHash == hash && session.UsedAt > idle && session.BegunAt > longest)
            .Select(session => new { session.Id, session.StoryId, session.UsedAt }).FirstOrDefaultAsync(cancellation);
        if (found is null) return null;

        if (now - found.UsedAt >= Noted)
            await db.Set<AuthorSession>().Where(session => session.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.UsedAt, now), cancellation);
        return found.StoryId;
    }

    /// <summary>Ends the session with this key; it may have ended already.</summary>
    public async Task EndAsync(string key, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var hash = SessionKey.Hash(key);
        await db.Set<AuthorSession>().Where(session => session.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Removes sessions that can no longer be used and returns how many.</summary>
    public async Task<int> DeleteEndedAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (idle, longest) = (clock.UtcNow - AuthorSession.Idle, clock.UtcNow - AuthorSession.Longest);
        return await db.Set<AuthorSession>().Where(session => session.UsedAt <= idle || session.BegunAt <= longest).ExecuteDeleteAsync(cancellation);
    }
}
