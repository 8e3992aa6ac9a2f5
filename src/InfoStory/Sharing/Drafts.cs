using System.Text.Json.Serialization;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Sharing;

/// <summary>A draft as the pages of the share journey show it.</summary>
public sealed record DraftAnswers(
    StoryAnswers Answers, string? ServiceName, string? PlaceName, IReadOnlyList<Audience>? Audiences, int? Months, bool SeeFirst, bool SomeoneAtRisk)
{
    /// <summary>No answer, so nothing that is shown: how often the draft was kept.</summary>
    [JsonIgnore]
    public int Revision { get; init; }

    public static readonly DraftAnswers None = new(new(), null, null, null, null, false, false);

    /// <summary>This one answer as a draft would show it that has no other.</summary>
    public static DraftAnswers Only(IAnswer answer)
    {
        var draft = new Draft { KeyHash = "", StartedAt = default, ExpiresAt = default };
        answer.WriteTo(draft);
        return new(draft.Answers, null, null, draft.Audiences, draft.Months, draft.SeeFirst, draft.SomeoneAtRisk);
    }
}

/// <summary>Keeps what an author has answered so far.</summary>
public sealed class Drafts(InfoStoryContext db, DraftRoom room, TimeProvider clock)
{
    /// <summary>The answers so far; null where there is no draft under this secret, or it has expired or been sent.</summary>
    public async Task<DraftAnswers?> FindAsync(DraftSecret? secret, CancellationToken cancellation)
    {
        if (secret is null) return null;

        var (hash, now) = (secret.Hash, clock.UtcNow);
        return await (
            from draft in db.Drafts.AsNoTracking()
            where draft.KeyHash == hash && draft.ExpiresAt > now
            join tag in db.Set<Tag>() on draft.Answers.ServiceId equals tag.Id into services
            from service in services.DefaultIfEmpty()
            join at in db.Set<Place>() on draft.Answers.PlaceId equals at.Id into places
            from place in places.DefaultIfEmpty()
            select new DraftAnswers(draft.Answers, service.Name, place.Name, draft.Audiences, draft.Months, draft.SeeFirst, draft.SomeoneAtRisk)
            {
                Revision = draft.Revision,
            })
            .FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Keeps one answer for another seven days, in a new draft where there is none yet, whatever stands there.</summary>
    /// <inheritdoc cref="SaveAsync{T}(DraftSecret?, T, IValidator{T}, Func{DraftSecret, DraftAnswers?, Task}, CancellationToken)"/>
    public Task<DraftSecret> SaveAsync<T>(DraftSecret? secret, T answer, IValidator<T> rules, CancellationToken cancellation) where T : IAnswer =>
        SaveAsync(secret, answer, rules, (_, _) => Task.CompletedTask, cancellation);

    /// <summary>
    /// Keeps one answer for another seven days, in a new draft where there is none yet. Where another answer comes between the look and the save, it
    /// looks again.
    /// </summary>
    /// <param name="secret">The secret in the author's browser.</param>
    /// <param name="answer">One question, answered.</param>
    /// <param name="rules">The rules of that answer.</param>
    /// <param name="look">
    /// Sees the secret under which the answer will be kept and what is kept now, null where no draft is and none was sent, and throws where the
    /// answer must not go over it.
    /// What it changes is saved with the answer.
    /// </param>
    /// <param name="cancellation">Nothing is kept.</param>
    /// <returns>The secret of the draft: the one given, or a new one.</returns>
    /// <exception cref="ValidationException">The answer breaks a rule; nothing is kept.</exception>
    /// <exception cref="ConflictException">
    /// The draft has been sent, and its author has not seen the receipt yet; or others came in between three times.
    /// </exception>
    /// <exception cref="TooManyException">There is no room for it; nothing is kept.</exception>
    public async Task<DraftSecret> SaveAsync<T>(
        DraftSecret? secret, T answer, IValidator<T> rules, Func<DraftSecret, DraftAnswers?, Task> look, CancellationToken cancellation) where T : IAnswer
    {
        await rules.ValidateAndThrowAsync(answer, cancellation);

        var kept = secret;
        await db.InsistAsync(async () => kept = await SaveOnceAsync(secret, answer, look, cancellation));
        return kept!;
    }

    private async Task<DraftSecret> SaveOnceAsync(
        DraftSecret? secret, IAnswer answer, Func<DraftSecret, DraftAnswers?, Task> look, CancellationToken cancellation)
    {
        var seen = await FindAsync(secret, cancellation);
        var kept = secret is not null && (seen is not null || secret.IsFresh) ? secret : DraftSecret.New();
        if (seen is null) await MustNotBeSentAsync(secret, cancellation);
        await look(kept, seen);

        var now = clock.UtcNow;
        var draft = await FindOpenAsync(secret, now, cancellation);
        if (draft?.Revision != seen?.Revision) throw ConflictException.AtOnce();

        if (draft is not null) db.Touch(draft);
        else
        {
            draft = new() { KeyHash = kept.Hash, StartedAt = now, ExpiresAt = now };
            db.Drafts.Add(draft);
        }

        await room.MakeAsync(draft, draft.Take(answer), cancellation);
        draft.ExpiresAt = now + Draft.Life;
        await db.SaveOrConflictAsync(cancellation);

        return kept;
    }

    /// <summary>Keeps an open draft for another seven days, as an answer would.</summary>
    public async Task ProlongAsync(DraftSecret secret, CancellationToken cancellation)
    {
        var (hash, now) = (secret.Hash, clock.UtcNow);
        var until = now + Draft.Life;
        await db.Drafts.Where(draft => draft.KeyHash == hash && draft.ExpiresAt > now)
            .ExecuteUpdateAsync(draft => draft.SetProperty(d => d.ExpiresAt, until), cancellation);
    }

    /// <summary>Forgets the draft; does nothing where there is none under this secret.</summary>
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

    /// <summary>A new draft would take the place of the secret from which the receipt is made, before its author has read it.</summary>
    private async Task MustNotBeSentAsync(DraftSecret? secret, CancellationToken cancellation)
    {
        if (secret is null) return;

        var hash = secret.Hash;
        if (await db.Stories.AnyAsync(story => story.SendKey == hash, cancellation))
            throw new ConflictException("You have sent this story already. Read your six words first, then you can tell another story.");
    }

    private async Task<Draft?> FindOpenAsync(DraftSecret? secret, DateTime now, CancellationToken cancellation)
    {
        if (secret is null) return null;

        var hash = secret.Hash;
        return await db.Drafts.FirstOrDefaultAsync(draft => draft.KeyHash == hash && draft.ExpiresAt > now, cancellation);
    }
}
