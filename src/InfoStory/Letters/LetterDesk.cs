using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>How many letters wait in a lane, and when the oldest was written; null where none waits.</summary>
public sealed record WaitingLetters(LetterLane Lane, int Letters, DateTime? Oldest);

/// <summary>A letter that is tried no more by itself. Whom it is for is named as history does, never by an address.</summary>
public sealed record GivenUpLetter(
    Id<Letter> Id, string Subject, string Title, LetterLane Lane, LetterTrouble? Reason, DateTime WrittenAt, DateTime GivenUpAt, bool CanBeTriedAgain);

/// <summary>How letters leave, what waits, and what was given up: the newest fifty of so many.</summary>
/// <param name="LateSince">When the letter that waits too long was due; null where none does.</param>
public sealed record LettersNow(
    LettersOut Out, IReadOnlyList<WaitingLetters> Waiting, DateTime? LateSince, int GivenUp, IReadOnlyList<GivenUpLetter> Newest);

/// <summary>What the team sees of the letters, and does about those that were given up.</summary>
public sealed class LetterDesk(InfoStoryContext db, Batch batch, LettersOut way, TimeProvider clock)
{
    /// <summary>A letter that waits longer raises the alarm.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    /// <summary>For so long a letter waits at most, and is kept after it was given up: no address stays for ever.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const int MostShown = 50, MostAtOnce = 500;

    private const string OnlyDispatch = "Only a publisher or an administrator sees to the letters.";

    private const string OnlyAdministrators = "Only an administrator looks into the folder of letters.";

    /// <summary>A few short statements, however many letters wait.</summary>
    public async Task<LettersNow> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Dispatch, OnlyDispatch);
        var (now, givenUp) = (clock.UtcNow, db.Set<Letter>().AsNoTracking().Where(letter => letter.GivenUpAt != null));
        var newest = await givenUp.OrderByDescending(letter => letter.GivenUpAt).ThenByDescending(letter => letter.Id).Take(MostShown)
            .ToListAsync(cancellation);
        return new(
            way, await WaitingAsync(cancellation), await LateSinceAsync(cancellation), await givenUp.CountAsync(cancellation),
            [.. newest.Select(letter => new GivenUpLetter(
                letter.Id, letter.Subject, letter.Title, letter.Lane, letter.Reason, letter.WrittenAt, letter.GivenUpAt!.Value,
                letter.CanBeTriedAgain(now)))]);
    }

    /// <summary>Each lane with what waits in it, also where nothing does. One pass over an index.</summary>
    public async Task<IReadOnlyList<WaitingLetters>> WaitingAsync(CancellationToken cancellation)
    {
        var waiting = await PartsAsync(cancellation);
        return
        [
            .. from lane in Enum.GetValues<LetterLane>()
               let parts = waiting.FindAll(part => part.Lane == lane)
               select new WaitingLetters(lane, parts.Sum(part => part.Letters), parts.Min(part => (DateTime?)part.Written)),
        ];
    }

    /// <summary>
    /// When the letter that has waited longest was due, where that is more than 15 minutes ago; else null. A letter of a list that nobody has tried yet only
    /// waits for its turn, which the limit per minute may make long, and raises no alarm; nor do one or two that were refused twice, because anybody may have
    /// typed their addresses, nor those of lists. One pass over an index.
    /// </summary>
    public async Task<DateTime?> LateSinceAsync(CancellationToken cancellation)
    {
        var (before, parts) = (clock.UtcNow - TooLong, await PartsAsync(cancellation));
        var areMany = parts.Where(part => part.IsRefused && part.Lane != LetterLane.List).Sum(part => part.Letters) >= LetterRun.NobodyInARow;
        var first = parts.Where(part => part.IsRefused ? areMany && part.Lane != LetterLane.List : part.IsTried || part.Lane != LetterLane.List)
            .Min(part => (DateTime?)(part.IsTried ? part.Written : part.Due));
        return first < before ? first : null;
    }

    /// <summary>The letters that were tried more than once and still wait: how many there are, how many go to staff or are about somebody at risk.</summary>
    public async Task<(int Letters, int ToStaff)> RefusedAsync(CancellationToken cancellation)
    {
        var refused = db.Set<Letter>().Where(Letter.IsRefused);
        return (await refused.CountAsync(cancellation), await refused.CountAsync(Letter.IsToStaff, cancellation));
    }

    /// <summary>Lets a letter that was given up wait again, from now on as a new one. Publishers and administrators only.</summary>
    /// <returns>False where it is not there to be tried again: somebody else was first, or what is in it has ended.</returns>
    public Task<bool> TryAgainAsync(Id<Letter> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Dispatch, OnlyDispatch);
        return ActAsync(db.Set<Letter>().Where(Worth).Where(letter => letter.Id == id), HistoryAct.LetterTriedAgain, actor, Again, cancellation);
    }

    /// <summary>Lets the 500 letters that were given up first wait again, each from now on as a new one. Publishers and administrators only.</summary>
    /// <returns>How many it were; what has ended stays given up.</returns>
    public Task<int> TryAllAgainAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Dispatch, OnlyDispatch);
        return EachAsync(Worth, HistoryAct.LetterTriedAgain, actor, Again, cancellation);
    }

    /// <summary>Deletes a letter that was given up. Publishers and administrators only.</summary>
    /// <returns>False where it is not there any more.</returns>
    public Task<bool> LetGoAsync(Id<Letter> id, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Dispatch, OnlyDispatch);
        var given = db.Set<Letter>().Where(letter => letter.Id == id && letter.GivenUpAt != null);
        return ActAsync(given, HistoryAct.LetterLetGo, actor, letter => db.Remove(letter), cancellation);
    }

    /// <summary>The newest 50 letters in the folder, newest first; none where letters leave in another way. Administrators only.</summary>
    public IReadOnlyList<FiledLetter> Filed(Actor actor)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        return way.Folder?.Last(MostShown) ?? [];
    }

    /// <summary>The head and the words of a letter in the folder, as plain text. Administrators only, and only where nobody works with real stories.</summary>
    /// <exception cref="NotFoundException">There is no such letter, or its words are not shown here.</exception>
    public string TextOf(string name, Actor actor)
    {
        actor.Must(AccessPolicy.Administer, OnlyAdministrators);
        return way.Folder is { ShowsWords: true } folder && folder.Text(name) is { } text ? text : throw new NotFoundException("letter");
    }

    /// <summary>Gives up what has waited for 30 days, and lets go what was given up 30 days ago; at most 500 of each at a time.</summary>
    /// <returns>How many were let go.</returns>
    public async Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var (now, before) = (clock.UtcNow, clock.UtcNow - KeptFor);
        Expression<Func<Letter, bool>> waits = letter => letter.GivenUpAt == null && letter.WrittenAt < before,
            isOld = letter => letter.GivenUpAt != null && letter.GivenUpAt < before;
        await EachAsync(
            waits, HistoryAct.LetterGivenUp, Actor.System, letter => (letter.GivenUpAt, letter.Reason) = (now, LetterTrouble.TooLate), cancellation);
        return await EachAsync(isOld, HistoryAct.LetterLetGo, Actor.System, letter => db.Remove(letter), cancellation);
    }

    /// <summary>What was given up and is still worth something.</summary>
    private Expression<Func<Letter, bool>> Worth
    {
        get
        {
            var now = clock.UtcNow;
            return letter => letter.GivenUpAt != null && (letter.ExpiresAt == null || letter.ExpiresAt > now);
        }
    }

    /// <summary>That it was tried still counts: it may have arrived (<see cref="CaseStudies.Deliveries.UntriedLetters"/>).</summary>
    private void Again(Letter letter) =>
        (letter.GivenUpAt, letter.Reason, letter.Tries, letter.NextTryAt) = (null, null, Math.Min(letter.Tries, 1), clock.UtcNow);

    /// <summary>
    /// What waits, by its lane and by whether it was tried, also where nobody was there, or refused: how many, when the first was written, and when due.
    /// </summary>
    private Task<List<Part>> PartsAsync(CancellationToken cancellation) => db.Set<Letter>().Where(letter => letter.GivenUpAt == null)
        .GroupBy(letter => new { letter.Lane, IsTried = letter.Tries > 0 || letter.NextTryAt > letter.WrittenAt, IsRefused = letter.Tries > 1 })
        .Select(part => new Part(
            part.Key.Lane, part.Key.IsTried, part.Key.IsRefused, part.Count(), part.Min(letter => letter.WrittenAt), part.Min(letter => letter.NextTryAt)))
        .ToListAsync(cancellation);

    private Task<int> EachAsync(
        Expression<Func<Letter, bool>> which, HistoryAct act, Actor actor, Action<Letter> change, CancellationToken cancellation) => batch.EachAsync(
        $"{nameof(LetterDesk)}.{act}", db.Set<Letter>().Where(which).OrderBy(letter => letter.Id).Select(letter => letter.Id), MostAtOnce, id => id.Value,
        async id => await ActAsync(db.Set<Letter>().Where(which).Where(letter => letter.Id == id), act, actor, change, cancellation) ? 1 : 0, cancellation);

    private async Task<bool> ActAsync(
        IQueryable<Letter> which, HistoryAct act, Actor actor, Action<Letter> change, CancellationToken cancellation)
    {
        if (await which.FirstOrDefaultAsync(cancellation) is not { } letter) return false;

        change(letter);
        db.History.Add(HistoryEntry.Of(letter.Subject, act, actor, clock.UtcNow));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private sealed record Part(LetterLane Lane, bool IsTried, bool IsRefused, int Letters, DateTime Written, DateTime Due);
}
