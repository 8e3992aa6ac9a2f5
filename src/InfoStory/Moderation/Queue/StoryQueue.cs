using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Protection.Flags;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Queue;

/// <summary>The stories that wait, and for whom.</summary>
public sealed class StoryQueue(InfoStoryContext db, IFullText fullText, TagCatalogue tags, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>No count of a lane goes beyond.</summary>
    public const int MostCounted = 1000;

    /// <summary>True while nobody has told a story yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => !await db.Stories.AnyAsync(cancellation);

    /// <summary>
    /// One page of a part of the queue as this person sees it, from just after the cursor. One statement for each of the one to seven
    /// stretches of an index that the part is made of, each a page long at most, and one for the flags of the page; some more where many hold the words.
    /// </summary>
    public async Task<QueuePage> ListAsync(QueueFilter filter, Actor actor, Cursor? after, CancellationToken cancellation)
    {
        List<QueueRow> rows = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation)) rows.AddRange(await PageAsync(part, after, cancellation));

        rows = [.. rows.OrderBy(row => row.Position.At).ThenBy(row => row.Position.Id)];
        var next = Cursor.After(rows, PageSize, row => row.Position);
        return new(await WithFlagsAsync(rows.Count > PageSize ? rows[..PageSize] : rows, actor, cancellation), next);
    }

    /// <summary>
    /// How many stories wait in each lane for this person, none counted beyond <see cref="MostCounted"/>. A dozen statements at most, on indexes.
    /// </summary>
    public async Task<IReadOnlyDictionary<Lane, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        Dictionary<Lane, int> counts = [];
        foreach (var lane in Enum.GetValues<Lane>().Except([Lane.All])) counts[lane] = await CountAsync(new() { Lane = lane }, actor, cancellation);
        return counts;
    }

    /// <summary>How many stories are in this part of the queue, none counted beyond <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(QueueFilter filter, Actor actor, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var part in await PartsAsync(filter, actor, cancellation)) count += await CountAsync(part, part.Stories, cancellation);
        return Math.Min(count, MostCounted);
    }

    /// <summary>The references and revisions of what is in this part, longest owed first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<StoryAtRevision>> ChooseAsync(QueueFilter filter, Actor actor, int most, CancellationToken cancellation)
    {
        List<(Cursor Place, StoryAtRevision Story)> chosen = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            var stories = await (await part.FirstAsync(part.Stories, most, cancellation)).InOrder().Take(most)
                .Select(story => new { story.OwedSince, story.Id, story.Reference, story.Revision }).ToListAsync(cancellation);
            chosen.AddRange(stories.Select(story =>
                (DangerFirst.Place(part.InDanger, story.OwedSince, story.Id.Value), new StoryAtRevision(story.Reference, story.Revision))));
        }

        return [.. chosen.OrderBy(story => story.Place.At).ThenBy(story => story.Place.Id).Take(most).Select(story => story.Story)];
    }

    /// <summary>
    /// The reference of the story of a part of the queue that has waited longest and can be handed to this person; null where there is none.
    /// <paramref name="but"/> is passed over: whoever has just put a story aside is not handed it again.
    /// </summary>
    public async Task<string?> FirstAsync(QueueFilter filter, Actor actor, string? but, CancellationToken cancellation)
    {
        List<(Cursor Place, string Reference)> found = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            var handed = part.Stories.Where(HandedTo(actor));
            if (but is not null) handed = handed.Where(story => story.Reference != but);
            var one = await (await part.FirstAsync(handed, 1, cancellation)).InOrder()
                .Select(story => new { story.OwedSince, story.Id, story.Reference }).FirstOrDefaultAsync(cancellation);
            if (one is not null) found.Add((DangerFirst.Place(part.InDanger, one.OwedSince, one.Id.Value), one.Reference));
        }

        return found.OrderBy(story => story.Place.At).ThenBy(story => story.Place.Id).Select(story => story.Reference).FirstOrDefault();
    }

    /// <summary>
    /// The reference of the story just after, or just before, this one in a part of the queue, wherever this one is now; null at the end. What cannot be
    /// handed to this person is passed over: what somebody else goes on with, and what is on hold for whoever is no safeguarding lead.
    /// </summary>
    /// <exception cref="NotFoundException">There is no story with this reference.</exception>
    public async Task<string?> BesideAsync(QueueFilter filter, Actor actor, string reference, bool before, CancellationToken cancellation)
    {
        actor.MustModerate();
        var here = await PlaceOfAsync(reference, actor, cancellation);
        var (at, id) = (here.OwedSince, here.Id);
        List<(DateTime At, long Id, string Reference)> found = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            // Whoever is in danger stands before all others.
            var isApart = part.InDanger != here.InDanger;
            if (isApart && before != part.InDanger) continue;

            var handed = part.Stories.Where(HandedTo(actor));
            var stories = await part.FirstAsync(isApart ? handed : handed.Beyond(at, id, backwards: before), 1, cancellation, backwards: before);
            var one = await stories.InOrder(backwards: before).Select(story => new { story.OwedSince, story.Id, story.Reference })
                .FirstOrDefaultAsync(cancellation);
            if (one is not null) found.Add((DangerFirst.Place(part.InDanger, one.OwedSince, 0).At, one.Id.Value, one.Reference));
        }

        var ordered = found.OrderBy(story => story.At).ThenBy(story => story.Id).Select(story => story.Reference);
        return before ? ordered.LastOrDefault() : ordered.FirstOrDefault();
    }

    /// <summary>
    /// Where a story stands in a part of the queue, counted from 1, and how many are there; null where it is not in it. Neither beyond
    /// <see cref="MostCounted"/>. Three statements at most for each stretch.
    /// </summary>
    public async Task<(int? Place, int Of)> PlaceAsync(QueueFilter filter, Actor actor, string reference, CancellationToken cancellation)
    {
        actor.MustModerate();
        var here = await PlaceOfAsync(reference, actor, cancellation);
        var (at, id) = (here.OwedSince, here.Id);
        var (before, of, isIn) = (0, 0, false);
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            var count = await CountAsync(part, part.Stories, cancellation);
            of += count;
            if (part.InDanger != here.InDanger)
            {
                before += part.InDanger ? count : 0;
                continue;
            }

            isIn = isIn || await CountAsync(part, part.Stories.Where(story => story.Reference == reference), cancellation) > 0;
            before += await CountAsync(part, part.Stories.Beyond(at, id, backwards: true), cancellation);
        }

        return (isIn && before < MostCounted ? before + 1 : null, Math.Min(of, MostCounted));
    }

    /// <summary>By what a story has its place in the queue of this person.</summary>
    private async Task<(DateTime OwedSince, Id<Story> Id, bool InDanger)> PlaceOfAsync(string reference, Actor actor, CancellationToken cancellation)
    {
        var here = await db.Stories.AsNoTracking().Where(story => story.Reference == reference)
            .Select(story => new
            {
                story.OwedSince,
                story.Id,
                InDanger = story.State == StoryState.OnHold && story.Safeguarding == SafeguardingLevel.ImmediateDanger,
            }).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException("The story");
        return (here.OwedSince, here.Id, here.InDanger && actor.May(AccessPolicy.Safeguard));
    }

    /// <summary>
    /// A claim that nobody has touched for hours holds nothing back; what only a publisher or a lead can go on with is handed to them, whoever claimed it.
    /// </summary>
    private static Expression<Func<Story, bool>> HandedTo(Actor actor)
    {
        var (me, lead) = (actor.StaffId, actor.May(AccessPolicy.Safeguard));
        return story => (lead || story.State != StoryState.OnHold)
            && (story.ClaimedById == null || story.ClaimedById == me || (story.Waits != Waits.ForHolder && story.Waits != Waits.ForAuthor));
    }

    /// <summary>What of each stretch the filter leaves.</summary>
    private async Task<IEnumerable<QueueStretch>> PartsAsync(QueueFilter filter, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var (stories, words) = string.IsNullOrWhiteSpace(filter.Words) ? (db.Stories, null) : await WithWordsAsync(filter.Words, cancellation);
        if (filter.Reads) stories = stories.Where(StoryOnHold.ReadableBy(actor));
        var now = clock.UtcNow;
        return QueueStretches.Of(stories.AsNoTracking(), filter, actor, now)
            .Select(part => part with { Stories = filter.Narrow(part.Stories, db, actor, now), Words = words });
    }

    /// <summary>The stories that hold these words; all of them with the words that are still to be looked for where many do.</summary>
    private async Task<(IQueryable<Story> Stories, QueueWords? Words)> WithWordsAsync(string typed, CancellationToken cancellation)
    {
        if (Reference.Of(typed) is { } reference) return (db.Stories.Where(story => story.Reference == reference), null);
        if (Reference.Begun(typed) is var (first, last))
            return (db.Stories.Where(story => story.Reference.CompareTo(first) >= 0 && story.Reference.CompareTo(last) <= 0), null);
        if (SearchWords.Parse(typed, OneThing.In(await tags.AllAsync(cancellation))) is not { } words) return (db.Stories.Where(_ => false), null);
        return await fullText.StoriesWithAsync<Story>(db, words, QueueWords.Few, cancellation) is { } few
            ? (few, null)
            : (db.Stories, new QueueWords(db, fullText, words));
    }

    /// <summary>How many of some stories of a stretch hold the words, or are there; none is counted beyond <see cref="MostCounted"/>.</summary>
    private static async Task<int> CountAsync(QueueStretch part, IQueryable<Story> stories, CancellationToken cancellation) =>
        await (await part.FirstAsync(stories, MostCounted, cancellation)).Take(MostCounted).CountAsync(cancellation);

    private async Task<List<QueueRow>> PageAsync(QueueStretch part, Cursor? after, CancellationToken cancellation)
    {
        if (!DangerFirst.GoesOn(after, part.InDanger, out var from)) return [];

        var stories = part.Stories;
        if (from is { } place) stories = stories.Beyond(place.At, new(place.Id));
        var messages = db.Messages;
        var rows = await (await part.FirstAsync(stories, PageSize + 1, cancellation)).InOrder().Take(PageSize + 1)
            .Select(story => new QueueRow(
                story.Id, story.Revision, story.Reference, story.State,
                story.State == StoryState.OnHold ? null : story.PublicTitle, story.Kind, story.Service!.Name, story.Place!.Name,
                story.ClaimedBy, story.ReceivedAt, story.OwedSince, story.Waits, story.Suspicion != null, story.ContentNotes)
            {
                Turn = story.Turn,
                HasAnswered = (story.DecidedAt == null || story.DecidedAt < story.OwedSince)
                    && messages.Any(message => message.StoryId == story.Id && message.FromAuthor && message.At >= story.OwedSince),
                Length = story.Told.Length,
                Criticality = story.Criticality,
                FlaggedAt = story.FlaggedAt,
            })
            .ToListAsync(cancellation);
        return part.InDanger ? rows.ConvertAll(row => row with { InDanger = true }) : rows;
    }

    /// <summary>
    /// Of a story on hold, only a lead sees how long it is, how it was scored and what was flagged; nobody else is told of a duplicate that is on hold.
    /// </summary>
    private async Task<IReadOnlyList<QueueRow>> WithFlagsAsync(List<QueueRow> rows, Actor actor, CancellationToken cancellation)
    {
        List<Id<Story>> readable = [.. rows.Where(row => row.State.MayBeReadBy(actor) && row.FlaggedAt is not null).Select(row => row.Id)];
        var open = readable.Count == 0
            ? []
            : await db.OpenFlagsSeenBy(actor).Where(flag => readable.Contains(flag.StoryId)).Select(flag => new { flag.StoryId, flag.Kind })
                .ToListAsync(cancellation);
        var flags = open.ToLookup(flag => flag.StoryId, flag => flag.Kind);
        return rows.ConvertAll(row => row with
        {
            Length = row.State.MayBeReadBy(actor) ? row.Length : 0,
            Criticality = row.State.MayBeReadBy(actor) ? row.Criticality : null,
            Flags = readable.Contains(row.Id) ? [.. flags[row.Id].Order()] : null,
        });
    }
}
