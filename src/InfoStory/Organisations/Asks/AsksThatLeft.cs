using InfoStory.Data;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>
/// Writes down, in the save in which the outbox forgets a letter that has left, when the letter left by which an organisation hears of an ask. A letter that is
/// deleted otherwise never reached anybody, and nobody is called silent because of it.
/// </summary>
public sealed class AsksThatLeft : IBeforeSaving
{
    public bool Concerns(InfoStoryContext db) => Gone(db).Any();

    public async Task RunAsync(InfoStoryContext db, CancellationToken cancellation)
    {
        foreach (var letter in Gone(db).ToList())
        {
            // With its ask, so that the edition knows what it changes.
            var told = db.Set<AskEvent>().Where(one => one.LetterId == letter.Id)
                .Join(db.Asks, one => one.AskId, ask => ask.Id, (one, ask) => new { one, ask });
            foreach (var row in await told.ToListAsync(cancellation)) row.one.LeftAt = letter.LeftAt;
        }
    }

    private static IEnumerable<Letter> Gone(InfoStoryContext db) => db.ChangeTracker.Entries<Letter>()
        .Where(entry => entry is { State: EntityState.Deleted, Entity.LeftAt: not null } && AskLetters.IsToOrganisation(entry.Entity))
        .Select(entry => entry.Entity);
}
