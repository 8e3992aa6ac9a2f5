using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Moderation.Queue;
using InfoStory.People;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight;

/// <summary>How things stand, in numbers; none is counted beyond <see cref="StoryQueue.MostCounted"/>.</summary>
public sealed record Standing
{
    /// <summary>Stories that wait for somebody to claim them.</summary>
    public required int Waiting { get; init; }

    /// <summary>Of those that nobody has claimed yet, what should have been read by now.</summary>
    public required int Unread { get; init; }

    /// <summary>Stories in review that should have been decided by now.</summary>
    public required int Undecided { get; init; }

    /// <summary>Safeguarding cases that a lead should have opened by now.</summary>
    public required int Unopened { get; init; }

    public required int Campaigns { get; init; }

    public required int Invitations { get; init; }

    /// <summary>Letters that are not sent yet.</summary>
    public required int Letters { get; init; }

    /// <summary>Accounts in use without a second factor; who was invited and has not come is none of them.</summary>
    public required int WithoutSecondFactor { get; init; }

    /// <summary>Letters that were given up, and wait for somebody to try them again or let them go.</summary>
    public required int GivenUp { get; init; }
}

/// <summary>What an administrator looks at first.</summary>
public sealed class Overview(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>Nine statements, each short however many stories there are.</summary>
    public async Task<Standing> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Administer, "Only an administrator can see this.");
        var now = clock.UtcNow;
        return new()
        {
            Waiting = await CountAsync(db.Stories.Where(story => story.Waits == Waits.ForSomeone), cancellation),
            Unread = await LateAsync(StoryState.Received, now, cancellation),
            Undecided = await LateAsync(StoryState.InReview, now, cancellation),
            Unopened = await UnopenedAsync(now, cancellation),
            Campaigns = await CountAsync(db.Campaigns.Where(campaign => campaign.StartsAt <= now && now < campaign.EndsAt), cancellation),
            Invitations = await db.Invitations.OrderByDescending(invitation => invitation.Id).Take(StoryQueue.MostCounted)
                .CountAsync(invitation => invitation.ClosedAt == null && invitation.ExpiresAt > now, cancellation),
            Letters = await CountAsync(db.Set<Letter>().Where(letter => letter.GivenUpAt == null), cancellation),
            WithoutSecondFactor = await CountAsync(StaffList.WithoutSecondFactor(db), cancellation),
            GivenUp = await CountAsync(db.Set<Letter>().Where(letter => letter.GivenUpAt != null), cancellation),
        };
    }

    private Task<int> LateAsync(StoryState state, DateTime now, CancellationToken cancellation)
    {
        var before = Deadline.LateBefore(state, now);
        return CountAsync(db.Stories.Where(story => story.State == state && story.OwedSince < before), cancellation);
    }

    /// <summary>Working days are counted here, because no database knows them.</summary>
    private async Task<int> UnopenedAsync(DateTime now, CancellationToken cancellation)
    {
        var waiting = await db.SafeguardingCases.AsNoTracking().Where(one => one.ClosedAt == null && one.OpenedAt == null)
            .OrderBy(one => one.RaisedAt).ThenBy(one => one.Id).Take(StoryQueue.MostCounted).Select(one => new { one.Level, one.RaisedAt })
            .ToListAsync(cancellation);
        return waiting.Count(one => SafeguardingCase.DueFor(one.Level, one.RaisedAt) <= now);
    }

    private static Task<int> CountAsync<T>(IQueryable<T> rows, CancellationToken cancellation) => rows.Take(StoryQueue.MostCounted).CountAsync(cancellation);
}
