using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// Hears by one tap from others who live with it that a change is fixed where they are. Three networks confirm it, where no author says how it is. Whoever
/// calls it says which network that is, which only the front of house can tell.
/// </summary>
public sealed class FixedWhereIAm(InfoStoryContext db, TimeProvider clock)
{
    private const string Changed = "This promise has changed since you opened the page. Read what happened first.";

    /// <summary>
    /// Says so of a promise whose case study is public. A network counts once for each time that it is made, and whoever says it again is never told. Hanging
    /// up undoes nothing.
    /// </summary>
    /// <param name="promise">Which one.</param>
    /// <param name="made">Which time it was made, as the page showed it.</param>
    /// <param name="network">What stands for the network, below <see cref="FixedTap.Networks"/>.</param>
    /// <exception cref="ConflictException">It is not made any more, was made anew since, or an author has said how it is.</exception>
    /// <exception cref="NotFoundException">There is no such promise, or its case study is public no more.</exception>
    public async Task TapAsync(Id<Promise> promise, int made, int network)
    {
        var now = clock.UtcNow;
        try
        {
            await db.TogetherAsync(async () =>
            {
                db.Add(new FixedTap { PromiseId = promise, Made = made, Network = network, On = clock.Today() });
                await db.SaveChangesAsync(CancellationToken.None);
                // After it is written, so that nothing is left where it is dropped, made anew or taken down at this moment.
                await MustHearAsync(promise, made, now);
            }, CancellationToken.None);
        }
        catch (ClashException)
        {
            // This network has said so, or the promise is gone.
            db.ChangeTracker.Clear();
            await MustHearAsync(promise, made, now);
        }

        await SettleAsync(promise, made);
    }

    /// <summary>
    /// Counts what is saved, so that of two taps at once the one that comes last sees both, and writes down what that comes to. It begins an edition only where
    /// what is shown changes: at the third, and at every fifth.
    /// </summary>
    private Task SettleAsync(Id<Promise> id, int made) => db.InsistAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var promise = await db.Promises.WithEvents().FirstOrDefaultAsync(one => one.Id == id, CancellationToken.None);
        if (promise is null || promise.TimesMade != made || !promise.HearsOthers) return;

        var said = await db.Set<FixedTap>().CountAsync(tap => tap.PromiseId == id && tap.Made == made, CancellationToken.None);
        if (!promise.HearOthers(said, clock.UtcNow)) return;

        db.Touch(promise);
        if (promise.Events[^1] is { Kind: PromiseEventKind.OthersConfirmed, Id.Value: 0 })
            db.History.Add(HistoryEntry.Of(Promising.Subject(id), HistoryAct.PromiseConfirmedByOthers, Actor.System, clock.UtcNow));
        await db.SaveOrConflictAsync(CancellationToken.None);
    });

    private async Task MustHearAsync(Id<Promise> id, int made, DateTime now)
    {
        var shown = db.CaseStudies.Shown(now);
        var promise = await db.Promises.AsNoTracking().WithEvents()
            .FirstOrDefaultAsync(one => one.Id == id && shown.Any(study => study.Id == one.CaseStudyId), CancellationToken.None)
            ?? throw new NotFoundException("The promise");
        if (promise.TimesMade != made || !promise.HearsOthers) throw new ConflictException(Changed);
    }
}
