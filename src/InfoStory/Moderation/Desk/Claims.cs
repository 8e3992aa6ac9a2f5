using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.People;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Desk;

/// <summary>A member of the team who can be given a story.</summary>
public sealed record Colleague(long Id, string Name)
{
    public Actor ToActor() => new(Id, Name, Roles.None);
}

/// <summary>Who goes on with a story. Nobody is asked why they pass one on or let it go.</summary>
public sealed class Claims(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>A claim that nobody touched for so long waits for someone again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(4);

    private static readonly Roles Moderating = AccessPolicies.RolesFor(AccessPolicy.Moderate);

    /// <summary>Everybody with an open account who may moderate, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(CancellationToken cancellation) =>
        await db.Staff.AsNoTracking().Where(staff => staff.ClosedAt == null && (staff.Roles & Moderating) != Roles.None).OrderBy(staff => staff.UserName)
            .Select(staff => new Colleague(staff.Id, staff.UserName!)).ToListAsync(cancellation);

    /// <summary>Gives the story to a colleague.</summary>
    /// <exception cref="NotFoundException">There is no such story.</exception>
    /// <exception cref="ConflictException">Somebody has saved the story since, or it is decided, or nobody of the team has this number any more.</exception>
    public async Task PassAsync(string reference, int revision, long to, Actor actor, CancellationToken cancellation)
    {
        actor.MustModerate();
        await db.Stories.FindAsync(story => story.Reference == reference, cancellation);
        var colleague = await FindAsync(to, cancellation);
        await ActAsync(reference, revision, HistoryAct.PassedOn, actor, story => story.Pass(colleague.ToActor(), clock.UtcNow), cancellation);
    }

    /// <exception cref="ConflictException">Nobody of the team who may moderate has this number any more.</exception>
    internal async Task<Colleague> FindAsync(long id, CancellationToken cancellation) =>
        (await ColleaguesAsync(cancellation)).FirstOrDefault(one => one.Id == id)
        ?? throw new ConflictException("This colleague cannot take a story any more. Choose another one.");

    /// <summary>Lets the story go: it waits for someone again.</summary>
    /// <exception cref="ConflictException">Somebody has saved the story since, or nobody holds it.</exception>
    public Task ReleaseAsync(string reference, int revision, Actor actor, CancellationToken cancellation) =>
        ActAsync(reference, revision, HistoryAct.Released, actor, story => story.Release(), cancellation);

    /// <summary>
    /// Shows claims that nobody touched for <see cref="Life"/> to everybody again. Their holders stay named, and what they do still counts. Returns how many.
    /// </summary>
    public Task<int> LapseAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - Life;
        return db.Stories.Where(story => story.Waits == Waits.ForHolder && story.ClaimedAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.Waits, Waits.ForSomeone), cancellation);
    }

    private async Task ActAsync(string reference, int revision, HistoryAct act, Actor actor, Action<Story> verb, CancellationToken cancellation)
    {
        actor.MustModerate();
        var story = (await db.Stories.FindAsync(story => story.Reference == reference, cancellation)).At(revision);

        verb(story);
        db.History.Add(HistoryEntry.Of(reference, act, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }
}
