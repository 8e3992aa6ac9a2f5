using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Csv;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>
/// Brings many addresses at once. Each is first told, in a letter, how to say no, and gets nothing else for seven days. An address that left, or is not
/// written to, stays away.
/// </summary>
public sealed class SubscriberImports(
    InfoStoryContext db, SubscriberSeal seal, SubscriberLetters letters, ImportedRows rows, IValidator<ImportSubscribers> rules, TimeProvider clock)
{
    /// <summary>The most rows of one import.</summary>
    public const int Most = 2_000;

    private const int AtOnce = 200;

    private const string Publishers = "Only publishers look after subscribers.";

    /// <summary>What an import would do; nothing is changed.</summary>
    /// <exception cref="ValidationException">The answer breaks a rule.</exception>
    public async Task<ImportReport> CheckAsync(ImportSubscribers command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        await rules.ValidateAndThrowAsync(command, cancellation);
        return (await SortAsync(command, cancellation)).Report;
    }

    /// <summary>Adds every row that can be added, and leaves the others out. Once more with the same rows adds what is missing.</summary>
    /// <exception cref="ValidationException">The answer breaks a rule.</exception>
    /// <exception cref="ClashException">One of them subscribed at that moment; those before are added.</exception>
    public async Task<ImportReport> ImportAsync(ImportSubscribers command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        await rules.ValidateAndThrowAsync(command, cancellation);
        var (added, report) = await SortAsync(command, cancellation);
        Id<SubscriberImport>? begun = null;
        foreach (var some in added.Chunk(AtOnce))
            await db.TogetherAsync(async () => begun = await AddAsync(some, begun, command, actor, cancellation), cancellation);
        return report;
    }

    private async Task<Id<SubscriberImport>> AddAsync(
        ImportedRow[] some, Id<SubscriberImport>? begun, ImportSubscribers command, Actor actor, CancellationToken cancellation)
    {
        var import = begun is { } id
            ? await db.Set<SubscriberImport>().FindAsync(one => one.Id == id, cancellation)
            : await BeginAsync(command, actor, cancellation);
        List<(Subscriber Subscriber, string To)> written = [];
        foreach (var row in some) written.Add((Subscriber.Imported(seal.Close(row.Email), row.Choices, import.Id, clock.UtcNow), row.Email));

        db.AddRange(written.Select(one => one.Subscriber));
        // The links in the letters need the keys that the database gives.
        await db.SaveChangesAsync(cancellation);
        foreach (var (subscriber, to) in written) letters.OfferToLeave(subscriber, import, to);
        await db.SaveChangesAsync(cancellation);
        return import.Id;
    }

    private async Task<SubscriberImport> BeginAsync(ImportSubscribers command, Actor actor, CancellationToken cancellation)
    {
        var import = new SubscriberImport
        {
            Basis = command.Basis!.Value,
            Source = PlainText.Tidy(command.Source),
            Since = command.Since!.Value,
            At = clock.UtcNow,
            StaffId = actor.StaffId,
        };
        db.Add(import);
        await db.SaveChangesAsync(cancellation);
        db.History.Add(HistoryEntry.Of(import.Subject, HistoryAct.SubscribersImported, actor, clock.UtcNow, import.Basis.InWords()));
        return import;
    }

    private async Task<(IReadOnlyList<ImportedRow> Added, ImportReport Report)> SortAsync(ImportSubscribers command, CancellationToken cancellation)
    {
        var (read, problems) = await rows.ReadAsync(CsvText.Read(command.Rows!, ImportedRows.Columns, Most), cancellation);
        var once = read.DistinctBy(row => row.Key).ToList();
        var (known, suppressed) = (new HashSet<string?>(), new HashSet<string?>());
        foreach (var some in once.Chunk(AtOnce))
        {
            var (keys, mailboxes) = (some.Select(row => row.Key).ToArray(), some.Select(row => row.Mailbox).ToArray());
            known.UnionWith(await db.Subscribers.Where(one => keys.Contains(one.AddressKey)).Select(one => one.AddressKey).ToListAsync(cancellation));
            suppressed.UnionWith(await db.Suppressions.Where(one => keys.Contains(one.AddressKey)).Select(one => one.AddressKey).ToListAsync(cancellation));
            suppressed.UnionWith(await db.Suppressions.Where(one => mailboxes.Contains(one.Mailbox)).Select(one => one.Mailbox).ToListAsync(cancellation));
        }

        var barred = once.Where(row => suppressed.Contains(row.Key) || suppressed.Contains(row.Mailbox)).ToList();
        var added = once.Except(barred).Where(row => !known.Contains(row.Key)).ToList();
        return (added, new(
            added.Count, once.Count(row => known.Contains(row.Key)), barred.Count, read.Count - once.Count, problems));
    }
}
