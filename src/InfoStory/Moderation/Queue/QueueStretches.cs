using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Moderation.Queue;

/// <summary>
/// A stretch of an index; <see cref="InDanger"/> where somebody may be in immediate danger in each story of it, <see cref="Words"/> where it is still to be
/// gone through for words.
/// </summary>
internal sealed record QueueStretch(IQueryable<Story> Stories, bool InDanger = false, QueueWords? Words = null)
{
    /// <summary>Some stories of it, where only the first of them, or the last, are asked for: those of them that hold the words.</summary>
    public async ValueTask<IQueryable<Story>> FirstAsync(IQueryable<Story> stories, int most, CancellationToken cancellation, bool backwards = false) =>
        Words is null ? stories : await Words.FirstAsync(stories, most, backwards, cancellation);
}

/// <summary>What a part of the queue is made of.</summary>
internal static class QueueStretches
{
    private static readonly Waits[] Undecided = [Waits.ForHolder, Waits.ForSomeone, Waits.ForAuthor, Waits.ForPublisher];

    /// <summary>Stretches of an index, each in the order of the queue, that have no story in common.</summary>
    public static IEnumerable<QueueStretch> Of(IQueryable<Story> stories, QueueFilter filter, Actor actor, DateTime now)
    {
        if (filter.State is { } state)
        {
            var there = stories.Where(story => story.State == state);
            return state == StoryState.OnHold ? Held(there, actor) : [new(there)];
        }

        return filter.Lane switch
        {
            Lane.Me => ForMe(stories, actor, now),
            Lane.Someone => [new(stories.Where(story => story.Waits == Waits.ForSomeone))],
            Lane.Author => [new(stories.Where(story => story.Waits == Waits.ForAuthor))],
            Lane.Held => Held(stories.Where(story => story.Waits == Waits.ForLead), actor),
            Lane.All => Enum.GetValues<Waits>().SelectMany(waits => waits == Waits.ForLead
                ? Held(stories.Where(story => story.Waits == Waits.ForLead), actor)
                : [new(stories.Where(story => story.Waits == waits))]),
            Lane.Mine => Undecided.Select(waits => new QueueStretch(stories.Where(story => story.ClaimedById == actor.StaffId && story.Waits == waits))),
        };
    }

    /// <summary>Longest owed first, or last.</summary>
    public static IOrderedQueryable<Story> InOrder(this IQueryable<Story> stories, bool backwards = false) => backwards
        ? stories.OrderByDescending(story => story.OwedSince).ThenByDescending(story => story.Id)
        : stories.OrderBy(story => story.OwedSince).ThenBy(story => story.Id);

    /// <summary>Those after this place, or before it.</summary>
    public static IQueryable<Story> Beyond(this IQueryable<Story> stories, DateTime at, Id<Story> id, bool backwards = false) => backwards
        ? stories.Where(story => story.OwedSince <= at && (story.OwedSince < at || story.Id < id))
        : stories.Where(story => story.OwedSince >= at && (story.OwedSince > at || story.Id > id));

    /// <summary>Danger first for a lead; for anybody else one stretch by time, as the order would tell what they may not know.</summary>
    private static IEnumerable<QueueStretch> Held(IQueryable<Story> onHold, Actor actor)
    {
        if (!actor.May(AccessPolicy.Safeguard)) return [new(onHold)];

        return
        [
            new(onHold.Where(story => story.Safeguarding == SafeguardingLevel.ImmediateDanger), InDanger: true),
            new(onHold.Where(story => story.Safeguarding != SafeguardingLevel.ImmediateDanger)),
        ];
    }

    private static IEnumerable<QueueStretch> ForMe(IQueryable<Story> stories, Actor actor, DateTime now)
    {
        List<QueueStretch> parts = [new(stories.Where(story => story.ClaimedById == actor.StaffId && story.Waits == Waits.ForHolder))];
        if (actor.May(AccessPolicy.Safeguard)) parts.AddRange(Held(stories.Where(story => story.Waits == Waits.ForLead), actor));
        // A publisher sees these among everything that is ready.
        if (actor.May(AccessPolicy.Safeguard) && !actor.May(AccessPolicy.Publish))
        {
            parts.Add(new(stories.Where(
                story => story.Waits == Waits.ForPublisher && story.SecondedAt == null
                    && (story.Criticality == Criticality.SeriousHarm || story.HighestCriticality == Criticality.SeriousHarm))));
        }

        if (actor.May(AccessPolicy.Publish))
        {
            parts.Add(new(stories.Where(story => story.Waits == Waits.ForPublisher
                && story.Consents.AsQueryable().Where(Consent.Standing(now)).Any(consent => consent.Audience == Audience.Website))));
        }

        return parts;
    }
}
