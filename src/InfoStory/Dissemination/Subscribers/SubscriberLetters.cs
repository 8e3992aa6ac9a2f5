using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>The signed addresses that belong into every letter to a subscriber.</summary>
/// <param name="Preferences">Their page: change, download, leave.</param>
/// <param name="Leave">One press leaves, and so does one POST of a mail program (RFC 8058).</param>
public sealed record SubscriberLinks(string Preferences, string Leave);

/// <summary>
/// Writes to subscribers. Nothing in these letters tells us that they were opened: no picture, and no link but to a page that only shows a button.
/// </summary>
public sealed class SubscriberLetters(InfoStoryContext db, SubscriberSeal seal, LinkKey links, SiteAddress site, TimeProvider clock)
{
    /// <summary>The list to which letters about case studies belong.</summary>
    public const string List = "case-studies";

    /// <summary>How long somebody may say yes, or no to an import.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(7);

    private const int MostTyped = 3;

    private const string Foot = "You can change what you get, see what we keep about you, and leave here:";

    private static readonly TimeSpan AtMostOneIn = TimeSpan.FromHours(1);

    public SubscriberLinks LinksOf(Id<Subscriber> id, int version)
    {
        var link = links.Sign(LinkPurpose.Subscription, id.Value, version);
        return new($"{site.Url}/subscribe/preferences/{link}", $"{site.Url}/subscribe/leave/{link}");
    }

    /// <summary>
    /// Whether this address may be written to because somebody typed it in, whoever that was: once an hour, three times in seven days. It counts with the
    /// next save.
    /// </summary>
    internal async Task<bool> TakeTurnAsync(string address, CancellationToken cancellation)
    {
        var (mailbox, now) = (seal.BoundOf(address), clock.UtcNow);
        var since = now - Wait;
        var before = await db.Set<TypedAddress>().Where(typed => typed.Mailbox == mailbox && typed.At > since).Select(typed => typed.At)
            .ToListAsync(cancellation);
        if (before.Count >= MostTyped || before.Exists(at => at > now - AtMostOneIn)) return false;

        db.Add(new TypedAddress { Mailbox = mailbox, At = now });
        return true;
    }

    /// <summary>Asks whoever reads this mailbox to say yes.</summary>
    internal void AskToConfirm(Subscriber subscriber, string to) => Write(subscriber, to, "Do you want our letters? Please say yes", $"""
        Somebody, most likely you, has asked us to write to this address about case studies: what happened when services shared what they knew, or did not.

        Open this page and press its button to say yes:

        {ConfirmationOf(subscriber)}

        It works for seven days. If it was not you, do nothing: we delete this address after seven days.
        """);

    /// <summary>Tells somebody who is on the list, and asks again, where to change what they get.</summary>
    internal void SayAlreadyOn(Subscriber subscriber, string to) => Write(subscriber, to, "You get our letters already", $"""
        Somebody, most likely you, has asked us to write to this address about case studies. We do so already. Nothing was changed.

        {Foot}

        {LinksOf(subscriber.Id, subscriber.Version).Preferences}
        """);

    /// <summary>Asks whoever reads a new mailbox whether letters shall go there.</summary>
    internal void AskToConfirmAddress(Subscriber subscriber, string to) => Write(subscriber, to, "Shall our letters come to this address?", $"""
        A reader of our case studies has asked us to write to this address from now on.

        Open this page and press its button to say yes:

        {ConfirmationOf(subscriber)}

        It works for seven days. If it was not you, do nothing: we delete this address after seven days.
        """);

    /// <summary>Tells whoever reads the old mailbox that letters go to another from now on, which it does not name.</summary>
    internal void SayMoved(Subscriber subscriber, string to) => Write(subscriber, to, "Our letters go to another address now", """
        Somebody who reads this mailbox, most likely you, has asked us to write to another address about case studies, and there somebody said yes.

        We write to this address no more, and the links of our letters here open nothing any more. If it was not you, ask for letters again on our site.
        """);

    /// <summary>
    /// Deletes what waits or was given up of the letters to one of the addresses of a subscriber, with the next save. The others stay.
    /// </summary>
    internal async Task DropAsync(Subscriber subscriber, string key, CancellationToken cancellation)
    {
        var subject = subscriber.Subject;
        var written = await db.Set<Letter>().Where(letter => letter.Subject == subject).ToListAsync(cancellation);
        db.RemoveRange(written.Where(letter => letter.To is { } to && seal.KeyOf(to) == key));
    }

    /// <summary>Deletes all that waits or was given up of the letters to a subscriber, with the next save.</summary>
    internal async Task DropAllAsync(string subject, CancellationToken cancellation) =>
        db.RemoveRange(await db.Set<Letter>().Where(letter => letter.Subject == subject).ToListAsync(cancellation));

    /// <summary>
    /// Tells somebody who was imported, and gets nothing else until they had time to say no. Where their address was typed meanwhile, it also asks for a yes.
    /// </summary>
    internal void OfferToLeave(Subscriber subscriber, SubscriberImport import, string to, bool isAskedFor = false)
    {
        var leave = LinksOf(subscriber.Id, subscriber.Version);
        var yes = isAskedFor ? $"If you want them at once, open this page and press its button to say yes:\n\n{ConfirmationOf(subscriber)}\n\n" : "";
        Write(subscriber, to, "We would like to write to you about case studies", $"""
            We publish case studies of what happens when services share what they know, or do not, and would like to send you those that concern you.

            We have this address from: {import.Source}. We write because {import.Basis.InWords()}.

            {yes}If you do not want our letters, open this page and press its button. We will not write to you again:

            {leave.Leave}

            If you do nothing, the first one may come seven days after this letter.

            {Foot}

            {leave.Preferences}
            """, leave.Leave);
    }

    private string ConfirmationOf(Subscriber subscriber) => $"{site.Url}/subscribe/confirm/"
        + links.Sign(LinkPurpose.ConfirmSubscription, subscriber.Id.Value, subscriber.AddressVersion, clock.UtcNow + Wait);

    private void Write(Subscriber subscriber, string to, string title, string body, string? unsubscribe = null) => db.Add(new Letter
    {
        Subject = subscriber.Subject,
        To = to,
        Title = title,
        Body = body,
        Lane = unsubscribe is null ? LetterLane.Personal : LetterLane.List,
        ListId = unsubscribe is null ? null : List,
        Unsubscribe = unsubscribe,
        ExpiresAt = unsubscribe is null ? clock.UtcNow + Wait : null,
        WrittenAt = clock.UtcNow,
        NextTryAt = clock.UtcNow,
    });
}
