using FluentValidation;
using InfoStory.Data;
using InfoStory.People;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Stories;

/// <summary>A draft as the pages of the share journey show it.</summary>
public sealed record DraftAnswers(
    string? Told, string? Title, WhoIsTelling? WhoIsTelling, Id<Tags.Tag>? Service, string? ServiceName, Id<Places.Place>? Place, string? PlaceName,
    bool? Website, bool? PolicyMakers, bool SeeFirst)
{
    public static readonly DraftAnswers None = new(null, null, null, null, null, null, null, null, null, false);
}

/// <summary>Keeps what an author has answered so far.</summary>
public sealed class Drafts(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>The answers so far; null where there is no draft under this secret, or it has expired or been sent.</summary>
    public async Task<DraftAnswers?> FindAsync(DraftSecret? secret, CancellationToken cancellation)
    {
        if (secret is null) return null;

        var (hash, now) = (secret.Hash, clock.UtcNow);
        return await (
            from draft in db.Drafts.AsNoTracking()
            where draft.KeyHash == hash && draft.ExpiresAt > now
            join tag in db.Set<Tags.Tag>() on draft.ServiceId equals tag.Id into services
            from service in services.DefaultIfEmpty()
            join at in db.Set<Places.Place>() on draft.PlaceId equals at.Id into places
            from place in places.DefaultIfEmpty()
            select new DraftAnswers(
                draft.Told, draft.Title, draft.WhoIsTelling, draft.ServiceId, service.Name, draft.PlaceId, place.Name,
                draft.Website, draft.PolicyMakers, draft.SeeFirst)).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Keeps one answer for another seven days, in a new draft where there is none yet.</summary>
    /// <returns>The secret of the draft: the one given, or a new one.</returns>
    /// <exception cref="ValidationException">The answer breaks a rule; nothing is kept.</exception>
    public async Task<DraftSecret> SaveAsync<T>(DraftSecret? secret, T answer, IValidator<T> rules, CancellationToken cancellation) where T : IAnswer
    {
        await rules.ValidateAndThrowAsync(answer, cancellation);

        var now = clock.UtcNow;
        var draft = await FindOpenAsync(secret, now, cancellation);
        if (draft is null || secret is null)
        {
            secret = DraftSecret.New();
            draft = new() { KeyHash = secret.Hash, ExpiresAt = now };
            db.Drafts.Add(draft);
        }

        answer.WriteTo(draft);
        draft.ExpiresAt = now + Draft.Life;
        await db.SaveChangesAsync(cancellation);

        return secret;
    }

    public async Task DeleteAsync(DraftSecret secret, CancellationToken cancellation)
    {
        var hash = secret.Hash;
        await db.Drafts.Where(draft => draft.KeyHash == hash).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Deletes drafts whose seven days are over and returns how many.</summary>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        return db.Drafts.Where(draft => draft.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
    }

    private async Task<Draft?> FindOpenAsync(DraftSecret? secret, DateTime now, CancellationToken cancellation)
    {
        if (secret is null) return null;

        var hash = secret.Hash;
        return await db.Drafts.FirstOrDefaultAsync(draft => draft.KeyHash == hash && draft.ExpiresAt > now, cancellation);
    }
}
