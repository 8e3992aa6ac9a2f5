using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Dissemination.Digests;

/// <summary>One digest in a list.</summary>
/// <param name="CaseStudies">Those that were not left out.</param>
public sealed record DigestRow(
    Id<Digest> Id, SubscriberAudience Audience, Rhythm Rhythm, DigestState State, DateTime MadeAt, DateTime? EndedAt, int CaseStudies, int Letters,
    string? ApprovedBy, string? DroppedWhy);

/// <summary>The digests of one audience in one rhythm.</summary>
public sealed record DigestListRow(Id<DigestList> Id, SubscriberAudience Audience, Rhythm Rhythm, bool IsAutomatic);

/// <summary>What waits for approval or goes out, oldest first; the newest of the others; and every list.</summary>
public sealed record DigestsNow(IReadOnlyList<DigestRow> Open, IReadOnlyList<DigestRow> Ended, IReadOnlyList<DigestListRow> Lists);

/// <summary>A case study in a digest.</summary>
/// <param name="Title">Null where it may not go to this audience now.</param>
public sealed record DigestItemOnDesk(Id<CaseStudy> CaseStudy, string? Title, bool IsLeftOut);

/// <summary>A digest with the letter that somebody gets who follows what was asked for.</summary>
/// <param name="Letter">Null where there is nothing in it for them.</param>
/// <param name="Interest">What they follow; null for everything.</param>
/// <param name="Reach">How many get it, where somebody has to approve it; else null.</param>
public sealed record DigestOnDesk(
    DigestRow Row, int Revision, IReadOnlyList<DigestItemOnDesk> Items, DigestInWords? Letter, InterestToRead? Interest, DigestReach? Reach);

/// <summary>How many readers there is something for in a digest.</summary>
/// <param name="Looked">So many of its list were looked at.</param>
/// <param name="IsAll">That is everyone; else there may be more.</param>
public sealed record DigestReach(int Readers, int Looked, bool IsAll)
{
    public bool IsNobody => IsAll && Readers == 0;
}

/// <summary>Where publishers look at digests before they go out, approve them, or drop them.</summary>
public sealed class DigestDesk(
    InfoStoryContext db, DigestReading reading, DigestReaders readers, Interests interests, Library library, IValidator<DecideDigest> rules, SiteAddress site,
    TimeProvider clock)
{
    /// <summary>So many that have ended are listed.</summary>
    public const int MostEnded = 20;

    private const string Publishers = "Only publishers see to digests.", Empty = "Nothing in this digest may go out now, so it cannot be approved. Drop it.",
        Theirs = "(a link of their own)";

    private readonly DigestText text = new(site);

    /// <summary>Three short statements.</summary>
    public async Task<DigestsNow> ListAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        var open = await Rows(db.Digests.Where(one => one.State == DigestState.Waiting || one.State == DigestState.Sending).OrderBy(one => one.Id))
            .ToListAsync(cancellation);
        List<DigestRow> ended = [];
        foreach (var state in (DigestState[])[DigestState.Sent, DigestState.Dropped])
        {
            ended.AddRange(await Rows(db.Digests.Where(one => one.State == state).OrderByDescending(one => one.Id).Take(MostEnded)).ToListAsync(cancellation));
        }

        var lists = await db.DigestLists.AsNoTracking().OrderBy(list => list.Id)
            .Select(list => new DigestListRow(list.Id, list.Audience, list.Rhythm, list.IsAutomatic)).ToListAsync(cancellation);
        return new(open, [.. ended.OrderByDescending(one => one.Id.Value).Take(MostEnded)], lists);
    }

    /// <summary>A digest with the letter, word for word but for its two links, as somebody gets it who follows this filter of the library.</summary>
    /// <param name="interest">An address of the library with a filter; null or empty for everything.</param>
    /// <exception cref="NotFoundException">There is no such digest.</exception>
    public async Task<DigestOnDesk> ShowAsync(Id<Digest> id, string? interest, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        var digest = await db.Digests.AsNoTracking().Include(one => one.Items).FindAsync(one => one.Id == id, cancellation);
        var row = await Rows(db.Digests.Where(one => one.Id == id)).SingleAsync(cancellation);
        var issue = await IssueAsync(digest, digest.Items, cancellation);
        var titles = issue.Pieces.ToDictionary(piece => piece.Id, piece => piece.Title);
        var asked = PlainText.TidyOrNull(interest) is { } typed && Interest.Parse(typed) is { IsEverything: false } parsed ? parsed : null;
        return new(
            row, digest.Revision,
            [.. digest.Items.OrderBy(item => item.CaseStudyId.Value)
                .Select(item => new DigestItemOnDesk(item.CaseStudyId, titles.GetValueOrDefault(item.CaseStudyId), item.IsLeftOut))],
            await PreviewAsync(digest, issue, asked, cancellation), asked is null ? null : await interests.FindAsync(asked, cancellation),
            digest.State == DigestState.Waiting ? await ReachAsync(digest, issue, cancellation) : null);
    }

    /// <summary>It goes out from now on.</summary>
    /// <exception cref="NotFoundException">There is no such digest.</exception>
    /// <exception cref="ConflictException">It changed since it was shown, is approved or dropped already, or nothing in it may go out now.</exception>
    public async Task ApproveAsync(Id<Digest> id, DecideDigest command, Actor actor, CancellationToken cancellation)
    {
        var digest = await OpenAsync(id, command, actor, cancellation);
        if ((await IssueAsync(digest, digest.Items.Where(item => !item.IsLeftOut), cancellation)).IsEmpty) throw new ConflictException(Empty);

        digest.Approve(actor, clock.UtcNow);
        await SaveAsync(digest, HistoryAct.DigestApproved, null, actor, cancellation);
    }

    /// <summary>It goes to nobody, and what is in it comes in no other digest of this audience and rhythm.</summary>
    /// <exception cref="ValidationException">There is no reason, or it is too long.</exception>
    /// <exception cref="NotFoundException">There is no such digest.</exception>
    /// <exception cref="ConflictException">It changed since it was shown, or is approved or dropped already.</exception>
    public async Task DropAsync(Id<Digest> id, DecideDigest command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        await rules.ValidateAsync(command, options => options.IncludeRuleSets(DecideDigestRules.Drops).ThrowOnFailures(), cancellation);
        var digest = await OpenAsync(id, command, actor, cancellation);

        digest.Drop(PlainText.Tidy(command.Why), clock.UtcNow);
        await SaveAsync(digest, HistoryAct.DigestDropped, digest.DroppedWhy, actor, cancellation);
    }

    /// <summary>Leaves one case study out of a digest, or puts it back.</summary>
    /// <exception cref="NotFoundException">There is no such digest, or no such case study in it.</exception>
    /// <exception cref="ConflictException">It changed since it was shown, or is approved or dropped already.</exception>
    public async Task TurnAsync(Id<Digest> id, DecideDigest command, Actor actor, CancellationToken cancellation)
    {
        var digest = await OpenAsync(id, command, actor, cancellation);
        var item = digest.Items.Find(one => one.CaseStudyId == command.CaseStudy) ?? throw new NotFoundException("The case study");

        item.IsLeftOut = !item.IsLeftOut;
        db.Touch(digest);
        await SaveAsync(digest, HistoryAct.DigestChanged, $"case study {item.CaseStudyId} {(item.IsLeftOut ? "left out" : "put back")}", actor, cancellation);
    }

    /// <summary>From now on digests of this list go out by themselves, or need approval. The same again is nothing.</summary>
    /// <exception cref="NotFoundException">There is no such list.</exception>
    public async Task SetAutomaticAsync(Id<DigestList> id, bool isAutomatic, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        await db.InsistAsync(async () =>
        {
            var list = await db.DigestLists.FindAsync(one => one.Id == id, cancellation);
            if (list.IsAutomatic == isAutomatic) return;

            list.IsAutomatic = isAutomatic;
            db.History.Add(HistoryEntry.Of(
                list.Subject, isAutomatic ? HistoryAct.DigestsAutomatic : HistoryAct.DigestsPreviewed, actor, clock.UtcNow));
            await db.SaveOrConflictAsync(cancellation);
        });
    }

    private static IQueryable<DigestRow> Rows(IQueryable<Digest> digests) => digests.AsNoTracking().Select(one => new DigestRow(
        one.Id, one.Audience, one.Rhythm, one.State, one.MadeAt, one.EndedAt, one.Items.Count(item => !item.IsLeftOut), one.Letters, one.ApprovedBy,
        one.DroppedWhy));

    private async Task<Digest> OpenAsync(Id<Digest> id, DecideDigest command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Publishers);
        var digest = await db.Digests.Include(one => one.Items).FindAsync(one => one.Id == id, cancellation);
        digest.MustWait();
        return digest.At(command.Revision);
    }

    private async Task<DigestIssue> IssueAsync(Digest digest, IEnumerable<DigestItem> items, CancellationToken cancellation) => await reading.ReadAsync(
        digest.Audience, [.. items.Select(item => item.CaseStudyId)], await reading.EventsAsync(digest.From, digest.Until, cancellation), cancellation);

    /// <summary>News is shown whole: who got the case study before is told of it.</summary>
    private async Task<DigestInWords?> PreviewAsync(Digest digest, DigestIssue issue, Interest? asked, CancellationToken cancellation)
    {
        var means = await InterestsOf(digest).OfAsync(asked is null ? [] : [asked.ToString()], cancellation);
        var pieces = issue.Pieces.Where(piece => means.Contains(piece.Id)).ToList();
        var news = issue.News.Where(one => asked is null || means.Contains(one.Of.Id)).ToList();
        return pieces.Count + news.Count == 0
            ? null
            : text.Of(pieces, news, digest.Rhythm, new(Theirs, Theirs));
    }

    private Task<DigestReach> ReachAsync(Digest digest, DigestIssue issue, CancellationToken cancellation)
    {
        var leftOut = digest.Items.Where(item => item.IsLeftOut).Select(item => item.CaseStudyId).ToHashSet();
        return readers.CountAsync(
            digest, issue with { Pieces = [.. issue.Pieces.Where(piece => !leftOut.Contains(piece.Id))] }, InterestsOf(digest), cancellation);
    }

    private DigestInterests InterestsOf(Digest digest) =>
        new(interests, library, [.. digest.Items.Where(item => !item.IsLeftOut).Select(item => item.CaseStudyId)]);

    private async Task SaveAsync(Digest digest, HistoryAct act, string? why, Actor actor, CancellationToken cancellation)
    {
        db.History.Add(HistoryEntry.Of(digest.Subject, act, actor, clock.UtcNow, why));
        await db.SaveOrConflictAsync(cancellation);
    }
}
