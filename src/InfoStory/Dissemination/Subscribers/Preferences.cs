using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>A subscription as its owner sees it by a link of their letters. Nothing of it is set where the link opens nothing.</summary>
public sealed record SubscriptionToRead(LinkStanding Standing)
{
    public int Revision { get; init; }

    /// <summary>Enough for its owner to know it again: l…@example.org.</summary>
    public string Email { get; init; } = "";

    /// <summary>The same of the address that waits for a yes; null where none does.</summary>
    public string? NextEmail { get; init; }

    public SubscriberAudience Audience { get; init; }

    public Rhythm Rhythm { get; init; }

    /// <summary>Empty for everything.</summary>
    public IReadOnlyList<InterestToRead> Interests { get; init; } = [];

    /// <summary>When it ended; null while it has not.</summary>
    public DateTime? EndedAt { get; init; }
}

/// <summary>Everything that is held on one subscriber (UK GDPR, article 15), all times in UTC.</summary>
public sealed record HeldSubscription(
    string Email, string? NextEmail, SubscriberAudience Audience, Rhythm Rhythm, IReadOnlyList<string> Interests, SubscriberState State, DateTime AskedAt,
    string? YouAgreedTo, DateTime? ConfirmedAt, HeldImport? Import, IReadOnlyList<HeldSubscriberAct> History);

/// <summary>How an imported subscriber came to the list.</summary>
public sealed record HeldImport(LawfulBasis Basis, string Source, DateOnly Since, DateTime At);

public sealed record HeldSubscriberAct(string Act, string? Why, DateTime At);

/// <summary>What a subscriber does by the links of their letters, which need no account: change, download, leave.</summary>
public sealed class Preferences(
    InfoStoryContext db, SubscriberSeal seal, SubscriberLetters letters, Suppressions suppressions, Subscriptions subscriptions, Interests interests,
    LinkKey links, IValidator<ChangeSubscription> rules, IValidator<ChangeAddress> addressRules, TimeProvider clock)
{
    private const int MostActs = 1000;

    private const string Changed = "This was changed in another tab since you opened it. Save again if you mean what stands here";

    private const string Over = "This link is not good any more. Use the one in the newest letter";

    public async Task<SubscriptionToRead> ReadAsync(string link, CancellationToken cancellation)
    {
        var (standing, subscriber) = await FindAsync(link, cancellation);
        if (standing != LinkStanding.Open) return new(standing) { EndedAt = subscriber?.EndedAt };

        return new(standing)
        {
            Revision = subscriber!.Revision,
            Email = Masked(seal.Open(subscriber.Sealed!)),
            NextEmail = subscriber.NextSealed is { } next ? Masked(seal.Open(next)) : null,
            Audience = subscriber.Audience,
            Rhythm = subscriber.Rhythm,
            Interests = await interests.ReadAsync(subscriber.Interests, cancellation),
        };
    }

    /// <summary>Changes what they get and how often.</summary>
    /// <exception cref="ValidationException">The answer breaks a rule, keeps what was not there, or follows more than five things.</exception>
    /// <exception cref="ConflictException">The link opens nothing, or something was changed since the revision that was on the screen.</exception>
    public async Task ChangeAsync(string link, ChangeSubscription command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        await db.InsistAsync(async () =>
        {
            var subscriber = await OpenAsync(link, cancellation);
            if (subscriber.Revision != command.Revision) throw new ConflictException(Changed);

            // As they are spelt on the page, where a tag may have another slug by now.
            var known = (await interests.ReadAsync(subscriber.Interests, cancellation)).Select(one => one.Interest.ToString()).ToList();
            if (command.Keep.Except(known).Any()) throw Refused(nameof(command.Keep), "Choose from what you follow now");

            List<string> followed = [.. command.Keep.Concat(await subscriptions.InterestsAsync(command, cancellation)).Distinct(StringComparer.Ordinal)];
            if (followed.Count > Subscriber.MostInterests)
                throw Refused(nameof(command.Words), $"You can follow {Subscriber.MostInterests} things at most. Untick one first");

            subscriber.Change(new(command.Audience!.Value, command.Rhythm!.Value, followed));
            await NoteAsync(subscriber.Subject, HistoryAct.SubscriptionChanged, cancellation);
            await db.SaveOrConflictAsync(cancellation);
        });
    }

    /// <summary>
    /// Writes to another address, which counts when its owner has said yes; until then the old one does. Whether a letter goes, nobody is told.
    /// </summary>
    /// <exception cref="ValidationException">The answer breaks a rule.</exception>
    /// <exception cref="ConflictException">The link opens nothing.</exception>
    public async Task AskForAddressAsync(string link, ChangeAddress command, CancellationToken cancellation)
    {
        await addressRules.ValidateAndThrowAsync(command, cancellation);
        var address = EmailAddress.Tidy(command.Email)!;
        var key = seal.KeyOf(address);
        await db.InsistAsync(async () =>
        {
            var subscriber = await OpenAsync(link, cancellation);
            // Whoever was imported and has not had their days to say no says neither yes nor no by this.
            if (subscriber.State != SubscriberState.Confirmed || subscriber.AddressKey == key) return;
            var mayWrite = !await suppressions.BarsAsync(address, cancellation) && await letters.TakeTurnAsync(address, cancellation);
            // The same twice leaves the letter good that is on its way. What waits is shown whether or not one is.
            if (!mayWrite && subscriber.NextKey == key) return;
            if (subscriber.NextKey is { } older) await letters.DropAsync(subscriber, older, cancellation);

            subscriber.AskForAddress(seal.Close(address), clock.UtcNow);
            if (mayWrite) letters.AskToConfirmAddress(subscriber, address);
            await db.SaveOrConflictAsync(cancellation);
        });
    }

    /// <summary>Leaves: the address is deleted at once, and a keyed hash of it stays so that no import brings it back. Twice is once.</summary>
    public async Task<LinkStanding> LeaveAsync(string link, CancellationToken cancellation)
    {
        var hasLeft = false;
        await db.InsistAsync(async () =>
        {
            if (await FindAsync(link, cancellation) is not (LinkStanding.Open, { } subscriber)) return;

            await suppressions.EndAsync(subscriber, SubscriberState.Left, SuppressionReason.Left, Actor.System, cancellation);
            await db.SaveOrConflictAsync(cancellation);
            hasLeft = true;
        });
        return hasLeft ? LinkStanding.LeftNow : (await FindAsync(link, cancellation)).Standing;
    }

    /// <summary>Everything that is held; that a copy was taken away is in the history, once a day.</summary>
    /// <exception cref="ConflictException">The link opens nothing.</exception>
    public async Task<HeldSubscription> TakeCopyAsync(string link, CancellationToken cancellation)
    {
        var subscriber = await OpenAsync(link, cancellation);
        var subject = subscriber.Subject;
        await NoteAsync(subject, HistoryAct.Downloaded, cancellation);
        await db.SaveChangesAsync(cancellation);

        var acts = await db.History.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Number).Take(MostActs)
            .Select(entry => new HeldSubscriberAct(entry.Act.Name, entry.Why, entry.At)).ToListAsync(cancellation);
        acts.Reverse();
        var import = await db.Set<SubscriberImport>().AsNoTracking().Where(one => one.Id == subscriber.ImportId)
            .Select(one => new HeldImport(one.Basis, one.Source, one.Since, one.At)).FirstOrDefaultAsync(cancellation);
        return new(
            seal.Open(subscriber.Sealed!), subscriber.NextSealed is { } next ? seal.Open(next) : null, subscriber.Audience, subscriber.Rhythm,
            subscriber.Interests, subscriber.State, subscriber.AskedAt, SubscriberWording.Of(subscriber.Wording), subscriber.ConfirmedAt, import, acts);
    }

    /// <summary>Once a day says as much, and nobody fills the history with a link.</summary>
    private async Task NoteAsync(string subject, HistoryAct act, CancellationToken cancellation)
    {
        var before = clock.UtcNow.AddDays(-1);
        if (!await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == act && entry.At > before, cancellation))
            db.History.Add(HistoryEntry.Of(subject, act, Actor.System, clock.UtcNow));
    }

    private async Task<Subscriber> OpenAsync(string link, CancellationToken cancellation) =>
        await FindAsync(link, cancellation) is (LinkStanding.Open, { } subscriber) ? subscriber : throw new ConflictException(Over);

    private async Task<(LinkStanding Standing, Subscriber? Subscriber)> FindAsync(string link, CancellationToken cancellation)
    {
        if (links.Open(LinkPurpose.Subscription, link) is not { } signed) return (LinkStanding.Over, null);

        var id = new Id<Subscriber>(signed.Subject);
        var subscriber = await db.Subscribers.FirstOrDefaultAsync(one => one.Id == id, cancellation);
        // A row that is gone had left, or had never been confirmed: its link says so too.
        if (subscriber is not { IsOn: true }) return (LinkStanding.Left, subscriber);

        return (signed.Version == subscriber.Version ? LinkStanding.Open : LinkStanding.Over, subscriber);
    }

    private static string Masked(string email) => $"{email.EnumerateRunes().First()}…{email[email.LastIndexOf('@')..]}";

    private static ValidationException Refused(string field, string sentence) => new([new ValidationFailure(field, sentence)]);
}
