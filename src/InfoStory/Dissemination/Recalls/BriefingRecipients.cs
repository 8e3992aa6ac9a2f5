using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Those who were given a briefing, as long as we know who that is.</summary>
internal sealed class BriefingRecipients(InfoStoryContext db, BriefingRecall briefings, TimeProvider clock) : IRecipients
{
    public string Prefix => BriefingCopy.Named;

    public async Task<IReadOnlyDictionary<string, Addressee>> FindAsync(IReadOnlyCollection<string> holders, CancellationToken cancellation)
    {
        Dictionary<string, Addressee> found = [];
        foreach (var key in RecipientKeys.In<BriefingCopy>(holders, Prefix))
        {
            if (await briefings.HolderAsync(key, cancellation) is not { } holder) continue;

            var copy = await db.BriefingCopies.AsNoTracking().Include(one => one.Briefing).FindAsync(one => one.Id == key, cancellation);
            found[copy.Subject] = new(holder.Email, LetterLane.Personal, new(copy.Briefing!.Question, copy.Kind, copy.IsOpen(clock.UtcNow)));
        }

        return found;
    }
}
