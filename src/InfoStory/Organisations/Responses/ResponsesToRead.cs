using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using InfoStory.Protection.Flags;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>An answer that waits to be read.</summary>
/// <param name="IsCorrection">It takes the place of one that is public.</param>
public sealed record ResponseRow(Id<Response> Id, string Organisation, DateTime SentAt, DateOnly SentOn, bool IsCorrection)
{
    /// <summary>The title of the case study that it answers; from which stories that is where those are about something hard.</summary>
    public string CaseStudy { get; init; } = "";

    /// <summary>For how many days it has waited.</summary>
    public int Days { get; init; }
}

/// <summary>A page of answers; <paramref name="Next"/> is null on the last one.</summary>
public sealed record ResponsePage(IReadOnlyList<ResponseRow> Rows, Cursor? Next);

/// <summary>Another answer with nearly the same words; <paramref name="Percent"/> of 100 runs of five words are the same.</summary>
public sealed record AlikeResponse(Id<Response> Id, string Organisation, DateOnly SentOn, int Percent);

/// <summary>One answer on the desk.</summary>
/// <param name="By">Who wrote it last: their name, their number where they are forgotten; null where the team wrote it down.</param>
/// <param name="Flags">What the rules for public words point at, a sentence for each text.</param>
/// <param name="Earlier">What was public before, newest first.</param>
public sealed record ResponseOnDesk(
    Id<Response> Id, int Revision, ResponseState State, Id<Ask> AskId, string Organisation, ResponseWords Words, DateTime? SentAt, DateOnly? SentOn, string? By,
    IReadOnlyList<string> Flags, IReadOnlyList<AlikeResponse> Alike, IReadOnlyList<PublicResponse> Earlier)
{
    public Id<CaseStudy> CaseStudyId { get; init; }

    /// <inheritdoc cref="ResponseRow.CaseStudy"/>
    public string CaseStudy { get; init; } = "";

    /// <summary>What its stories are about, which is said before it is read.</summary>
    public IReadOnlyList<ContentNote> ContentNotes { get; init; } = [];

    /// <summary>Why it cannot be published; null where it can, and where it is public.</summary>
    public string? WhyNot { get; init; }
}

/// <summary>An answer that is to be given back.</summary>
/// <param name="To">The address that is written to; null where nobody can or may be.</param>
public sealed record ResponseToReturn(string Organisation, int Revision, string? To);

/// <summary>Shows publishers what organisations answered. Nothing here decides anything.</summary>
public sealed class ResponsesToRead(InfoStoryContext db, IWordsOfTeam words, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The most that are compared with, and that are named.</summary>
    private const int Compared = 6, Named = 3, Looked = 500;

    /// <summary>Those that wait to be read, longest first, from just after the cursor. One statement.</summary>
    public async Task<ResponsePage> ListAsync(Cursor? after, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, ResponseDesk.PublishersOnly);
        var waiting = db.Responses.AsNoTracking().ReadableBy(actor).Where(one => one.State == ResponseState.Sent);
        if (after is { At: var at, Id: var id })
            waiting = waiting.Where(one => one.SentAt > at || (one.SentAt == at && one.Id > new Id<Response>(id)));
        var rows = await waiting.OrderBy(one => one.SentAt).ThenBy(one => one.Id).Take(PageSize + 1).Select(one => new
        {
            Row = new ResponseRow(one.Id, one.Ask!.Organisation!.Name, one.SentAt!.Value, one.SentOn!.Value,
                db.Set<Response>().Any(other => other.AskId == one.AskId && other.State == ResponseState.Published)),
            one.CaseStudy!.Title,
            Stories = one.CaseStudy.Stories.Select(drawn => drawn.Story!).Select(story => new { story.Reference, story.ContentNotes }).ToList(),
        }).ToListAsync(cancellation);
        return new(
            [
                .. rows.Take(PageSize).Select(one => one.Row with
                {
                    Days = (int)(clock.UtcNow - one.Row.SentAt).TotalDays,
                    CaseStudy = Name(one.Title, one.Stories.Exists(story => story.ContentNotes.Count > 0), one.Stories.Select(story => story.Reference)),
                }),
            ],
            Cursor.After(rows, PageSize, one => new(one.Row.SentAt, one.Row.Id.Value)));
    }

    private static string Name(string title, bool isHard, IEnumerable<string> references) => isHard ? $"From {string.Join(", ", references)}" : title;

    /// <summary>One that was sent, whatever became of it. A draft is its organisation's.</summary>
    /// <exception cref="NotFoundException">There is none, or a story behind it is on hold.</exception>
    public async Task<ResponseOnDesk> ShowAsync(Id<Response> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, ResponseDesk.PublishersOnly);
        var one = await db.Responses.AsNoTracking().ReadableBy(actor).AsSplitQuery().Include(one => one.Ask!.Organisation)
            .Include(one => one.Ask!.Events).ThenInclude(happened => happened.Other).Include(one => one.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story)
            .FindAsync(one => one.Id == id && one.State != ResponseState.Draft, cancellation);
        var by = one.ResponderId is { } key
            ? await db.Responders.Where(person => person.Id == key).Select(person => person.Name).FirstOrDefaultAsync(cancellation)
                ?? ResponderSets.Subject(key)
            : null;
        return new(
            one.Id, one.Revision, one.State, one.AskId, one.Ask!.Organisation!.Name, one.Words, one.SentAt, one.SentOn, by,
            one.State == ResponseState.Sent ? await words.LookAsync(ResponseDesk.ToRead(one.Words), cancellation) : [],
            await AlikeAsync(one, actor, cancellation), await EarlierAsync(one, cancellation))
        {
            CaseStudyId = one.CaseStudyId,
            CaseStudy = Name(
                one.CaseStudy!.Title, one.CaseStudy.Stories.Exists(drawn => drawn.Story!.ContentNotes.Count > 0),
                one.CaseStudy.Stories.Select(drawn => drawn.Story!.Reference)),
            ContentNotes = [.. one.CaseStudy.Stories.SelectMany(drawn => drawn.Story!.ContentNotes).Distinct().Order()],
            WhyNot = one.State == ResponseState.Sent ? await ResponseDesk.WhyNotAsync(db, one.Ask!, clock.UtcNow, cancellation) : null,
        };
    }

    /// <summary>One that was sent once, also where somebody has given it back meanwhile. None of its words.</summary>
    /// <exception cref="NotFoundException">There is none, or a story behind it is on hold.</exception>
    public async Task<ResponseToReturn> ToReturnAsync(Id<Response> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, ResponseDesk.PublishersOnly);
        var one = await ResponseDesk.Loaded(db.Responses.AsNoTracking().ReadableBy(actor)).FindAsync(one => one.Id == id && one.SentOn != null, cancellation);
        return new(one.Ask!.Organisation!.Name, one.Revision, (await ResponseDesk.ToAsync(db, one, clock.UtcNow, cancellation))?.Address);
    }

    /// <summary>What was public of the same ask before this one, newest first.</summary>
    private async Task<IReadOnlyList<PublicResponse>> EarlierAsync(Response one, CancellationToken cancellation) =>
        [.. (await db.Responses.AsNoTracking().Where(other => other.AskId == one.AskId && other.Id < one.Id && other.State == ResponseState.Published)
            .OrderByDescending(other => other.Id).ToListAsync(cancellation)).Select(other => new PublicResponse(other.Words, other.SentOn!.Value, null))];

    /// <summary>Answers to other asks, of any organisation, that share enough runs of words: a template, perhaps. Two statements.</summary>
    private async Task<IReadOnlyList<AlikeResponse>> AlikeAsync(Response one, Actor actor, CancellationToken cancellation)
    {
        var mine = Shingles.Of(one.Words.ToCompare, cancellation);
        if (mine.Keys.Count == 0) return [];

        var (keys, ask, id) = (mine.Keys.ToList(), one.AskId, one.Id);
        var shared = await db.Set<ResponseShingle>().AsNoTracking().Where(other => keys.Contains(other.Key) && other.ResponseId < id)
            .OrderByDescending(other => other.ResponseId).ThenBy(other => other.Key).Select(other => other.ResponseId).Take(Looked).ToListAsync(cancellation);
        var likely = shared.GroupBy(other => other).OrderByDescending(other => other.Count()).ThenByDescending(other => other.Key.Value)
            .Select(other => other.Key).Take(Compared).ToList();
        if (likely.Count == 0) return [];

        var others = await db.Responses.AsNoTracking().ReadableBy(actor).Include(other => other.Ask!.Organisation)
            .Where(other => likely.Contains(other.Id) && other.AskId != ask).ToListAsync(cancellation);
        return
        [
            .. others.Select(other => (Other: other, Likeness: mine.Likeness(Shingles.Of(other.Words.ToCompare, cancellation))))
                .Where(other => other.Likeness >= Shingles.Near).OrderByDescending(other => other.Likeness).ThenBy(other => other.Other.Id.Value).Take(Named)
                .Select(other => new AlikeResponse(
                    other.Other.Id, other.Other.Ask!.Organisation!.Name, other.Other.SentOn!.Value, (int)Math.Floor(other.Likeness * 100))),
        ];
    }
}
