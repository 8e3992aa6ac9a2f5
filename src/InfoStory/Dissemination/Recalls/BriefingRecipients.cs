using InfoStory.Dissemination.Briefings;
using InfoStory.Letters;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Those who were given a briefing, as long as we know who that is.</summary>
internal sealed class BriefingRecipients(BriefingRecall briefings) : IRecipients
{
    public string Prefix => BriefingCopy.Named;

    public async Task<IReadOnlyDictionary<string, Addressee>> FindAsync(IReadOnlyCollection<string> holders, CancellationToken cancellation)
    {
        Dictionary<string, Addressee> found = [];
        foreach (var key in RecipientKeys.In<BriefingCopy>(holders, Prefix))
        {
            if (await briefings.HolderAsync(key, cancellation) is { } holder) found[BriefingCopy.SubjectOf(key)] = new(holder.Email, LetterLane.Personal);
        }

        return found;
    }
}
