using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InfoStory.Sharing;

/// <summary>How much room all drafts together may take.</summary>
public sealed record DraftLimit(int Most)
{
    /// <summary>How many more go than are needed where all is full, so that the next ones find room.</summary>
    internal int AtOnce => Math.Max(1, Most / 100);

    /// <summary>From here on somebody should look.</summary>
    internal int Soon => Most / 5 * 4;
}

/// <summary>How much room drafts take, how much there is, and whether it is time to look.</summary>
public sealed record DraftsHeld(long Held, int Most, bool IsSoonFull);

/// <summary>
/// Bounds what is kept of all drafts together. Where all is full, those make room that no person wrote or that somebody did the least for, and never one
/// that was touched within the hour (docs/decisions/0049).
/// </summary>
public sealed partial class DraftRoom(InfoStoryContext db, DraftLimit limit, TimeProvider clock, ILogger<DraftRoom> logger)
{
    private static readonly TimeSpan Untouched = TimeSpan.FromHours(1), Later = TimeSpan.FromMinutes(10);

    /// <summary>How much drafts take now. One statement, over an index of at most <see cref="DraftLimit.Most"/> entries.</summary>
    public async Task<DraftsHeld> HeldAsync(CancellationToken cancellation)
    {
        var held = await db.Drafts.SumAsync(draft => (long)draft.Weight, cancellation);
        return new(held, limit.Most, held >= limit.Soon);
    }

    /// <summary>Makes room for a draft that is about to be so much heavier; asks nothing for one that is not.</summary>
    /// <exception cref="TooManyException">All drafts there are were touched within the hour.</exception>
    internal async Task MakeAsync(Draft draft, int more, CancellationToken cancellation)
    {
        if (more <= 0) return;

        var held = (await HeldAsync(cancellation)).Held;
        if (held >= limit.Soon && held / limit.AtOnce != (held + more) / limit.AtOnce) SoonFull(held, limit.Most);
        if (held + more <= limit.Most) return;

        var (itself, before) = (draft.KeyHash, clock.UtcNow + Draft.Life - Untouched);
        var gone = await db.Drafts.Where(one => one.KeyHash != itself && (one.Weight > 1 || one.ExpiresAt <= before))
            .OrderByDescending(one => one.Weight).ThenBy(one => one.Answered).ThenBy(one => one.ExpiresAt)
            .Take(limit.AtOnce + more).ExecuteDeleteAsync(cancellation);
        MadeRoom(gone, limit.Most);
        if (gone < more) throw new TooManyException("So many stories are being told just now that we cannot keep another one. Nothing you typed is lost: "
            + "leave this page open and press the button again in 10 minutes", Later);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Drafts take {Held} of {Most}. Somebody may be filling them on purpose (docs/running.md)")]
    private partial void SoonFull(long held, int most);

    [LoggerMessage(Level = LogLevel.Warning, Message = "All {Most} drafts were taken, and {Gone} made room (docs/running.md)")]
    private partial void MadeRoom(int gone, int most);
}
