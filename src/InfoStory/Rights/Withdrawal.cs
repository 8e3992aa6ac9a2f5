using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;

namespace InfoStory.Rights;

/// <summary>The author takes a story back.</summary>
public sealed class Withdrawal(InfoStoryContext db, StoryLock storyLock, Forgetter forgetter, Erasure erasure, TimeProvider clock)
{
    /// <summary>
    /// Forgets in every room what was told and what was written about it, in one save: from then on it is on no public page, in no search and in no
    /// feed. Nobody writes beside it from the first thing that is read to the last that is forgotten (<see cref="BesideStories"/>). What stays is in
    /// docs/decisions/0007. Doing it twice changes nothing.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    public Task WithdrawAsync(Id<Story> id, CancellationToken cancellation) => db.InsistAsync(() => WithdrawOnceAsync(id, cancellation));

    /// <summary>The author wants nothing to be left at all (<see cref="Erasure"/>).</summary>
    public Task EraseAsync(Id<Story> id, CancellationToken cancellation) => erasure.EraseAsync(id, byAuthor: true, cancellation);

    private Task WithdrawOnceAsync(Id<Story> id, CancellationToken cancellation) => db.TogetherAsync(
        async () =>
        {
            await storyLock.HoldAsync(id, cancellation);
            var story = await db.Stories.FindAsync(story => story.Id == id, cancellation);
            if (story.State == StoryState.Withdrawn) return;

            var forgetting = new Forgetting(story, Erases: false, Actor.Author, clock.UtcNow);
            await forgetter.ForgetAsync(forgetting, cancellation);
            db.History.Add(HistoryEntry.Of(story.Reference, HistoryAct.TakenBack, Actor.Author, forgetting.Now));
            await db.SaveOrConflictAsync(cancellation);
        },
        cancellation);
}
