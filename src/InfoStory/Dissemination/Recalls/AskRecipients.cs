using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Recalls;

/// <summary>Organisations that were asked. Where one is no more, whoever does its work has its letters.</summary>
internal sealed class AskRecipients(InfoStoryContext db) : IRecipients
{
    private const int LongestLine = 10;

    public string Prefix => AskLetters.Recipient;

    public async Task<IReadOnlyDictionary<string, Addressee>> FindAsync(IReadOnlyCollection<string> holders, CancellationToken cancellation)
    {
        Dictionary<string, Addressee> found = [];
        foreach (var key in RecipientKeys.In<Organisation>(holders, Prefix))
        {
            if (await MailboxAsync(key, cancellation) is { } mailbox) found[AskLetters.RecipientOf(key)] = new(mailbox, LetterLane.Personal);
        }

        return found;
    }

    private async Task<string?> MailboxAsync(Id<Organisation> key, CancellationToken cancellation)
    {
        for (var (next, left) = ((Id<Organisation>?)key, LongestLine); next is { } here && left > 0; left--)
        {
            var one = await db.Organisations.AsNoTracking().Where(there => there.Id == here)
                .Select(there => new { there.Mailbox, there.SuccessorId }).FirstOrDefaultAsync(cancellation);
            if (one is null or { SuccessorId: null }) return one?.Mailbox;
            next = one.SuccessorId;
        }

        return null;
    }
}
