using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Search;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Queue;

/// <summary>
/// One line of the queue. It shows no words as told, and no title of a story on hold: nobody reads what is hard to read by looking at a list.
/// </summary>
public sealed record QueueRow(
    Id<Story> Id, int Revision, string Reference, StoryState State, string? PublicTitle, StoryKind? Kind, string? Service, string? Place,
    string? ClaimedBy, DateTime ReceivedAt, DateTime OwedSince, Waits Waits, bool IsSuspicious, IReadOnlyList<ContentNote> ContentNotes);

/// <summary>A page of the queue, longest owed first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, Cursor? Next);

/// <summary>The stories that wait, and for whom.</summary>
public sealed class StoryQueue(InfoStoryContext db, IFullText fullText, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>No count of a lane goes beyond.</summary>
    public const int MostCounted = 1000;

    private static readonly Waits[] Undecided = [Waits.ForHolder, Waits.ForSomeone, Waits.ForAuthor, Waits.ForPublisher];

    /// <summary>True while nobody has told a story yet.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) => !await db.Stories.AnyAsync(cancellation);

    /// <summary>
    /// One page of a part of the queue as this person sees it, from just after the cursor. One statement for each of the one to four
    /// stretches of an index that the part is made of, each a page long at most.
    /// </summary>
    public async Task<QueuePage> ListAsync(QueueFilter filter, Actor actor, Cursor? after, CancellationToken cancellation)
    {
        List<QueueRow> rows = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation)) rows.AddRange(await PageAsync(part, after, cancellation));

        rows = [.. rows.OrderBy(row => row.OwedSince).ThenBy(row => row.Id.Value)];
        return new(rows.Count > PageSize ? rows[..PageSize] : rows, Cursor.After(rows, PageSize, row => new(row.OwedSince, row.Id.Value)));
    }

    /// <summary>
    /// How many stories are in each lane for this person, none counted beyond <see cref="MostCounted"/>. A dozen statements at most, on indexes.
    /// </summary>
    public async Task<IReadOnlyDictionary<Lane, int>> CountAsync(Actor actor, CancellationToken cancellation)
    {
        Dictionary<Lane, int> counts = [];
        foreach (var lane in Enum.GetValues<Lane>()) counts[lane] = await CountAsync(new() { Lane = lane }, actor, cancellation);
        return counts;
    }

    /// <summary>How many stories are in this part of the queue, none counted beyond <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(QueueFilter filter, Actor actor, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var part in await PartsAsync(filter, actor, cancellation)) count += await part.Take(MostCounted).CountAsync(cancellation);
        return Math.Min(count, MostCounted);
    }

    /// <summary>The references and revisions of what is in this part, longest owed first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<StoryAtRevision>> ChooseAsync(QueueFilter filter, Actor actor, int most, CancellationToken cancellation)
    {
        List<(DateTime At, StoryAtRevision Story)> chosen = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            var stories = await part.OrderBy(story => story.OwedSince).ThenBy(story => story.Id).Take(most)
                .Select(story => new { story.OwedSince, story.Reference, story.Revision }).ToListAsync(cancellation);
            chosen.AddRange(stories.Select(story => (story.OwedSince, new StoryAtRevision(story.Reference, story.Revision))));
        }

        return [.. chosen.OrderBy(story => story.At).Take(most).Select(story => story.Story)];
    }

    /// <summary>The reference of the story just after, or just before, this one in a part of the queue, wherever this one is now; null at the end.</summary>
    /// <exception cref="NotFoundException">There is no story with this reference.</exception>
    public async Task<string?> BesideAsync(QueueFilter filter, Actor actor, string reference, bool before, CancellationToken cancellation)
    {
        actor.MustModerate();
        var here = await db.Stories.AsNoTracking().Where(story => story.Reference == reference)
            .Select(story => new { story.OwedSince, story.Id }).FirstOrDefaultAsync(cancellation)
            ?? throw new NotFoundException("The story");
        var (at, id) = (here.OwedSince, here.Id);
        List<(DateTime At, long Id, string Reference)> found = [];
        foreach (var part in await PartsAsync(filter, actor, cancellation))
        {
            var beside = before
                ? part.Where(story => story.OwedSince <= at && (story.OwedSince < at || story.Id < id))
                    .OrderByDescending(story => story.OwedSince).ThenByDescending(story => story.Id)
                : part.Where(story => story.OwedSince >= at && (story.OwedSince > at || story.Id > id))
                    .OrderBy(story => story.OwedSince).ThenBy(story => story.Id);
            var one = await beside.Select(story => new { story.OwedSince, story.Id, story.Reference }).FirstOrDefaultAsync(cancellation);
            if (one is not null) found.Add((one.OwedSince, one.Id.Value, one.Reference));
        }

        var ordered = found.OrderBy(story => story.At).ThenBy(story => story.Id).Select(story => story.Reference);
        return before ? ordered.LastOrDefault() : ordered.FirstOrDefault();
    }

    /// <summary>What of each stretch the filter leaves.</summary>
    private async Task<IEnumerable<IQueryable<Story>>> PartsAsync(QueueFilter filter, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        var stories = string.IsNullOrWhiteSpace(filter.Words) ? db.Stories : await WithWordsAsync(filter.Words, cancellation);
        if (filter.Reads) stories = stories.Where(StoryOnHold.ReadableBy(actor));
        return Stretches(stories.AsNoTracking(), filter, actor).Select(part => filter.Narrow(part, db, actor));
    }

    private async Task<IQueryable<Story>> WithWordsAsync(string typed, CancellationToken cancellation)
    {
        if (Reference.Of(typed) is { } reference) return db.Stories.Where(story => story.Reference == reference);
        return SearchWords.Parse(typed) is { } words ? await fullText.StoriesWithAsync<Story>(db, words, cancellation) : db.Stories.Where(_ => false);
    }

    /// <summary>Stretches of an index, each in the order of the queue, that have no story in common.</summary>
    private IEnumerable<IQueryable<Story>> Stretches(IQueryable<Story> stories, QueueFilter filter, Actor actor)
    {
        if (filter.State is { } state) return [stories.Where(story => story.State == state)];

        return filter.Lane switch
        {
            Lane.Me => ForMe(stories, actor),
            Lane.Someone => [stories.Where(story => story.Waits == Waits.ForSomeone)],
            Lane.Author => [stories.Where(story => story.Waits == Waits.ForAuthor)],
            Lane.Held => [stories.Where(story => story.Waits == Waits.ForLead)],
            Lane.Mine => Undecided.Select(waits => stories.Where(story => story.ClaimedById == actor.StaffId && story.Waits == waits)),
        };
    }

    private IEnumerable<IQueryable<Story>> ForMe(IQueryable<Story> stories, Actor actor)
    {
        var now = clock.UtcNow;
        yield return stories.Where(story => story.ClaimedById == actor.StaffId && story.Waits == Waits.ForHolder);
        if (actor.May(AccessPolicy.Safeguard)) yield return stories.Where(story => story.Waits == Waits.ForLead);
        // A publisher sees these among everything that is ready.
        if (actor.May(AccessPolicy.Safeguard) && !actor.May(AccessPolicy.Publish))
            yield return stories.Where(story => story.Waits == Waits.ForPublisher && story.Criticality == Criticality.SeriousHarm && story.SecondedAt == null);
        if (actor.May(AccessPolicy.Publish))
        {
            yield return stories.Where(story => story.Waits == Waits.ForPublisher
                && story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.Audience == Audience.Website));
        }
    }

    private static Task<List<QueueRow>> PageAsync(IQueryable<Story> stories, Cursor? after, CancellationToken cancellation)
    {
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<Story>(id);
            stories = stories.Where(story => story.OwedSince >= at && (story.OwedSince > at || story.Id > key));
        }

        return stories.OrderBy(story => story.OwedSince).ThenBy(story => story.Id).Take(PageSize + 1)
            .Select(story => new QueueRow(
                story.Id, story.Revision, story.Reference, story.State,
                story.State == StoryState.OnHold ? null : story.PublicTitle, story.Kind, story.Service!.Name, story.Place!.Name,
                story.ClaimedBy, story.ReceivedAt, story.OwedSince, story.Waits, story.Suspicion != null, story.ContentNotes))
            .ToListAsync(cancellation);
    }
}
