using InfoStory.Data;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Stops writing to subscribers whose letter was given up because nobody has their address, as their mail server says.</summary>
public sealed class Bounces(InfoStoryContext db, Batch batch, Suppressions suppressions)
{
    private const int AtOnce = 200;

    /// <summary>Each once: what was given up goes with the address, and until then somebody may try it again.</summary>
    /// <returns>How many are suppressed.</returns>
    public Task<int> SuppressAsync(CancellationToken cancellation) => batch.EachAsync(
        nameof(Bounces),
        db.Set<Letter>().AsNoTracking().Where(letter => letter.GivenUpAt != null && letter.Lane == LetterLane.List
            && letter.Reason == LetterTrouble.NobodyHasIt && letter.Subject.StartsWith(Subscriber.Named)).OrderBy(letter => letter.Id),
        AtOnce, letter => letter.Id.Value, letter => SuppressAsync(letter, cancellation), cancellation);

    private async Task<int> SuppressAsync(Letter letter, CancellationToken cancellation)
    {
        await suppressions.SuppressAsync(letter.To!, SuppressionReason.HardBounce, cancellation);
        // It goes with its subscriber; where nobody has this address any more, by itself.
        var id = letter.Id;
        db.RemoveRange(await db.Set<Letter>().Where(one => one.Id == id && one.GivenUpAt != null).ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        return 1;
    }
}
