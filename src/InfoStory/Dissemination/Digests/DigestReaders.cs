using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>Writes to each reader what of a digest is new for them, and to nobody for whom nothing is.</summary>
public sealed class DigestReaders(InfoStoryContext db, Batch batch, SubscriberSeal seal, SubscriberLetters letters, SiteAddress site, TimeProvider clock)
{
    /// <summary>For so long a letter is news.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromDays(3);

    /// <summary>So many readers are looked at to say on a page how many get a letter.</summary>
    private const int MostCounted = 5_000;

    private const string Reader = $"{nameof(DigestReaders)}.Reader";

    private readonly DigestText text = new(site);

    /// <summary>They are counted once, however often it is begun anew with them.</summary>
    private readonly HashSet<Id<Subscriber>> unreadable = [];

    /// <summary>Writes with the next save. Readers who may not be written to any more are left out.</summary>
    /// <returns>How many letters it are.</returns>
    internal async Task<int> WriteAsync(
        Digest digest, DigestIssue issue, DigestInterests interests, IReadOnlyList<Subscriber> readers, CancellationToken cancellation)
    {
        var addresses = await AddressesAsync(readers, cancellation);
        var had = await HadAsync(issue, readers, cancellation);
        List<Id<Subscriber>> told = [];
        foreach (var reader in readers.Where(one => addresses.ContainsKey(one.Id)))
        {
            var follows = await interests.OfAsync(reader.Interests, cancellation);
            var known = had[reader.Subject].ToHashSet();
            var mine = Of(issue, reader, known, follows);
            if (mine.IsEmpty) continue;

            Add(digest, reader, addresses[reader.Id], mine.Pieces, mine.News);
            told.Add(reader.Id);
        }

        var until = digest.Until;
        await db.Subscribers.Where(one => told.Contains(one.Id) && (one.ToldTo == null || one.ToldTo < until))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldTo, until), cancellation);
        return told.Count;
    }

    /// <summary>How many readers there is something for now. It looks at so many on the list that a page need not wait long.</summary>
    internal async Task<DigestReach> CountAsync(Digest digest, DigestIssue issue, DigestInterests interests, CancellationToken cancellation)
    {
        var list = db.Subscribers.AsNoTracking().Where(one =>
            one.State == SubscriberState.Confirmed && one.Audience == digest.Audience && one.Rhythm == digest.Rhythm).OrderBy(one => one.Id);
        var (readers, looked, last) = (0, 0, new Id<Subscriber>(0));
        while (true)
        {
            var next = await list.Where(one => one.Id > last).Take(DigestWriting.AtOnce).ToListAsync(cancellation);
            if (next.Count == 0 || looked >= MostCounted) return new(readers, looked, next.Count == 0);

            var had = await HadAsync(issue, next, cancellation);
            foreach (var reader in next)
            {
                var (known, follows) = (had[reader.Subject].ToHashSet(), await interests.OfAsync(reader.Interests, cancellation));
                if (!Of(issue, reader, known, follows).IsEmpty) readers++;
            }

            (looked, last) = (looked + next.Count, next[^1].Id);
        }
    }

    /// <summary>What of it is new for one. Whoever came later gets what became public since, and not what everybody else was told before.</summary>
    private static DigestIssue Of(DigestIssue issue, Subscriber reader, HashSet<Id<CaseStudy>> known, IReadOnlySet<Id<CaseStudy>> follows)
    {
        var pieces = issue.Pieces
            .Where(piece => piece.PublishedAt > reader.ConfirmedAt && !known.Contains(piece.Id) && follows.Contains(piece.Id)).ToList();
        return new(pieces, [.. issue.News.Where(one => pieces.Contains(one.Of) || (known.Contains(one.Of.Id) && !(reader.ToldTo >= one.At)))]);
    }

    /// <summary>No letter can be written to this reader: the digest goes on after them, and the health page counts it.</summary>
    /// <param name="after">Where the digest was; one that was moved since stays there.</param>
    internal async Task PassOverAsync(Id<Digest> id, Id<Subscriber> after, Id<Subscriber> bad, Exception fault, CancellationToken cancellation)
    {
        await batch.TryAsync(Reader, bad.Value, () => Task.FromException<int>(fault), cancellation);
        await db.Digests.Where(one => one.Id == id && one.State == DigestState.Sending && one.Last == after)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Last, bad), cancellation);
        batch.GiveUp(Reader, bad.Value);
    }

    private void Add(Digest digest, Subscriber reader, string to, IReadOnlyList<DigestPiece> pieces, IReadOnlyList<DigestNews> news)
    {
        var (now, links) = (clock.UtcNow, letters.LinksOf(reader.Id, reader.Version));
        var words = text.Of(pieces, news, digest.Rhythm, links);
        var letter = new Letter
        {
            Subject = reader.Subject,
            To = to,
            Title = words.Title,
            Body = words.Body,
            Lane = LetterLane.List,
            ListId = SubscriberLetters.List,
            Unsubscribe = links.Leave,
            WrittenAt = now,
            NextTryAt = now,
            ExpiresAt = pieces.Concat(news.Select(one => one.Of)).Select(piece => piece.Until).Append(now + CountsFor).Min(),
        };
        db.Add(new DigestLetter { Letter = letter, DigestId = digest.Id, SubscriberId = reader.Id, ToldTo = reader.ToldTo });
        db.AddRange(pieces.Select(piece => new Delivery
        {
            CaseStudyId = piece.Id,
            Audience = digest.Audience.ReadsAs(),
            Recipient = reader.Subject,
            SentAt = now,
            Letter = letter,
        }));
    }

    /// <summary>
    /// Where to write to whom. One that cannot be opened is counted on the health page; one whose mailbox must not be written to, whatever stands behind its
    /// plus sign, is left out. One statement.
    /// </summary>
    private async Task<Dictionary<Id<Subscriber>, string>> AddressesAsync(IReadOnlyList<Subscriber> readers, CancellationToken cancellation)
    {
        Dictionary<Id<Subscriber>, string> opened = [];
        foreach (var reader in readers.Where(one => !unreadable.Contains(one.Id)))
        {
            if (await batch.TryAsync(Reader, reader.Id.Value, () => Task.FromResult(Open(reader, opened)), cancellation) > 0) continue;

            batch.GiveUp(Reader, reader.Id.Value);
            unreadable.Add(reader.Id);
        }

        var mailboxes = opened.ToDictionary(one => one.Key, one => seal.MailboxOf(one.Value));
        var asked = mailboxes.Values.ToList();
        var barred = await db.Suppressions.Where(one => asked.Contains(one.Mailbox!)).Select(one => one.Mailbox!).ToListAsync(cancellation);
        foreach (var one in mailboxes.Where(one => barred.Contains(one.Value))) opened.Remove(one.Key);
        return opened;
    }

    private int Open(Subscriber reader, Dictionary<Id<Subscriber>, string> opened)
    {
        opened[reader.Id] = seal.Open(reader.Sealed!);
        return 1;
    }

    private async Task<ILookup<string, Id<CaseStudy>>> HadAsync(DigestIssue issue, IReadOnlyList<Subscriber> readers, CancellationToken cancellation)
    {
        var (studies, subjects) = (issue.Pieces.Concat(issue.News.Select(one => one.Of)).Select(piece => piece.Id).Distinct().ToList(),
            readers.Select(reader => reader.Subject).ToList());
        return (await db.Deliveries.AsNoTracking().Where(one => studies.Contains(one.CaseStudyId) && subjects.Contains(one.Recipient))
            .Select(one => new { one.Recipient, one.CaseStudyId }).ToListAsync(cancellation)).ToLookup(one => one.Recipient, one => one.CaseStudyId);
    }
}
