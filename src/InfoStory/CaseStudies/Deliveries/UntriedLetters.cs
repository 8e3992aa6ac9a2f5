using InfoStory.Data;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>
/// What never left need not be called back: a letter that is deleted before its first try takes its deliveries with it, whoever deletes it; and so does one
/// that is given up untried because its time is over, and is never tried again. One whose try has begun may be with its reader, so its deliveries stay. It is
/// asked in the transaction of the save, in which nobody begins a try.
/// </summary>
public sealed class UntriedLetters : IBeforeSaving
{
    public bool Concerns(InfoStoryContext db) => Deleted(db).Any() || Ended(db).Any();

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        var ended = Ended(db).Select(entry => (Id<Letter>?)entry.Entity.Id).ToList();
        if (ended.Count > 0) db.RemoveRange(await db.Deliveries.Where(delivery => ended.Contains(delivery.LetterId)).ToListAsync(cancellation));
        var keys = Deleted(db).Select(entry => entry.Entity.Id).ToList();
        if (keys.Count == 0) return;

        var untried = db.Set<Letter>().Where(letter => keys.Contains(letter.Id) && letter.Tries == 0);
        // To write what stands there makes whoever wants to begin a try wait.
        if (await untried.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, letter => letter.Tries), cancellation) == 0) return;

        db.RemoveRange(await db.Deliveries.Where(delivery => untried.Any(letter => letter.Id == delivery.LetterId)).ToListAsync(cancellation));
    }

    /// <summary>Letters that this save gives up untried because their time is over.</summary>
    internal static IEnumerable<EntityEntry<Letter>> Ended(InfoStoryContext db) => db.ChangeTracker.Entries<Letter>()
        .Where(entry => entry is { State: EntityState.Modified, Entity: { Tries: 0, GivenUpAt: { } at, Reason: LetterTrouble.TooLate } letter }
            && letter.IsWorthless(at));

    private static IEnumerable<EntityEntry<Letter>> Deleted(InfoStoryContext db) =>
        db.ChangeTracker.Entries<Letter>().Where(entry => entry.State == EntityState.Deleted && entry.Entity.Tries == 0);
}
