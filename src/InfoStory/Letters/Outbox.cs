using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>The letters that wait, lane by lane.</summary>
public sealed class Outbox(InfoStoryContext db, Batch batch, ContactSeal seal, SiteAddress site, LetterPacing pacing, TimeProvider clock)
{
    /// <summary>The most letters that are read at once.</summary>
    public const int AtOnce = 50;

    private const int UrgentAtOnce = 10;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1), AtMostOneIn = TimeSpan.FromMinutes(10), LinkCountsFor = TimeSpan.FromDays(1),
        DoubtfulWait = TimeSpan.FromMinutes(15);

    /// <summary>What was not tried yet goes before what was.</summary>
    private static readonly (LetterLane Lane, bool IsAgain)[] Places =
        [(LetterLane.Personal, false), (LetterLane.Personal, true), (LetterLane.List, false), (LetterLane.List, true)];

    /// <summary>
    /// Keeps a letter that lets somebody sign in until it is sent, for as long as its link counts.
    /// To one subject at most one in ten minutes; a further one is not written.
    /// </summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> WriteAsync(
        string subject, string to, string title, string body, CancellationToken cancellation, TimeSpan? counts = null)
    {
        var (now, since) = (clock.UtcNow, clock.UtcNow - AtMostOneIn);
        if (await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.LetterWritten && entry.At > since, cancellation))
            return false;

        db.Add(new Letter
        {
            Subject = subject,
            To = to,
            Title = title,
            Body = body,
            Lane = LetterLane.Urgent,
            WrittenAt = now,
            NextTryAt = now,
            ExpiresAt = now + (counts ?? LinkCountsFor),
        });
        db.History.Add(HistoryEntry.Of(subject, HistoryAct.LetterWritten, Actor.System, now));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>
    /// Hands over every urgent letter whose time has come: immediate danger first, then whatever is about somebody at risk, then links to sign in. The job that
    /// does this does nothing else, so that no other letter, however slow its server is, stands before one of these. No limit per minute counts them.
    /// </summary>
    /// <inheritdoc cref="SendDueAsync" path="/returns"/>
    public async Task<int> SendUrgentAsync(IPostman postman, CancellationToken cancellation)
    {
        await using var round = postman.Open();
        var (run, sent) = (new LetterRun($"{nameof(Outbox)}.Urgent", round, clock), 0);
        while (!run.IsOver && !run.HasSeenNone)
        {
            var due = Due(LetterLane.Urgent, run).OrderByDescending(letter => letter.CaseId != null
                    && db.Set<SafeguardingCase>().Any(one => one.Id == letter.CaseId && one.Level == SafeguardingLevel.ImmediateDanger))
                .ThenByDescending(letter => letter.CaseId != null).ThenBy(letter => letter.Tries > 0)
                .ThenBy(letter => letter.NextTryAt).ThenBy(letter => letter.Id);
            // A few at a time: what was written meanwhile and stands before the rest does not wait for it.
            if (!await due.AnyAsync(cancellation)) break;
            sent += await SendAsync(run, due, UrgentAtOnce, cancellation);
        }

        await EndAsync(run, cancellation);
        return sent;
    }

    /// <summary>
    /// Hands over every other letter whose time has come, as many as the limit of this minute leaves: first people's own, then those of lists. A letter that
    /// fails is tried again later and given up in its turn. Two processes that do this at once never hand over the same one.
    /// </summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(IPostman postman, CancellationToken cancellation)
    {
        await using var round = postman.Open();
        var (run, sent) = (new LetterRun(nameof(Outbox), round, clock), 0);
        var places = Places.ToList();
        while (!run.IsOver)
        {
            var (due, place, count) = await FirstDueAsync(run, places, cancellation);
            if (count == 0 || await pacing.TakeAsync(count, cancellation) is not (> 0 and var allowed)) break;
            sent += await SendAsync(run, due, allowed, cancellation);
            // What has thrown has its turn later, and holds up nobody behind it.
            if (run.HasSeenNone) places.Remove(place);
        }

        await EndAsync(run, cancellation);
        return sent;
    }

    /// <summary>The first place in which a letter is due, and how many of it are read at once.</summary>
    private async Task<(IQueryable<Letter> Due, (LetterLane Lane, bool IsAgain) Place, int Count)> FirstDueAsync(
        LetterRun run, IEnumerable<(LetterLane Lane, bool IsAgain)> places, CancellationToken cancellation)
    {
        foreach (var place in places)
        {
            var (lane, isAgain) = place;
            var due = Due(lane, run).Where(letter => isAgain ? letter.Tries > 0 : letter.Tries == 0)
                .OrderBy(letter => letter.NextTryAt).ThenBy(letter => letter.WrittenAt).ThenBy(letter => letter.Id);
            if (await due.Take(AtOnce).CountAsync(cancellation) is > 0 and var count) return (due, place, count);
        }

        return (db.Set<Letter>(), default, 0);
    }

    private IQueryable<Letter> Due(LetterLane lane, LetterRun run)
    {
        var (now, refused) = (clock.UtcNow, run.Refused);
        return db.Set<Letter>().AsNoTracking()
            .Where(letter => letter.Lane == lane && letter.GivenUpAt == null && letter.NextTryAt <= now && !refused.Contains(letter.Subject));
    }

    private async Task<int> SendAsync(LetterRun run, IQueryable<Letter> due, int most, CancellationToken cancellation)
    {
        run.Look();
        return await batch.EachAsync(run.Work, due, most, letter => letter.Id.Value, letter => SendAsync(run, letter, cancellation), cancellation);
    }

    private async Task<int> SendAsync(LetterRun run, Letter letter, CancellationToken cancellation)
    {
        run.See();
        if (run.IsOver || run.Refused.Contains(letter.Subject) || !await TakeAsync(letter, clock.UtcNow, cancellation)) return 0;

        var isLast = letter.Tries + 1 >= Letter.MaxTries;
        try
        {
            if (letter.IsWorthless(clock.UtcNow)) return await GiveUpAsync(run, letter, LetterTrouble.TooLate, "it was too late for it");

            var to = letter.To ?? await AddressAsync(letter.ContactKey!, cancellation);
            if (to is null) return await GiveUpAsync(run, letter, LetterTrouble.NoAddress, why: null);

            var delivery = await run.DeliverAsync(letter.For(to, site.Signature), cancellation);
            if (delivery is LetterOutcome.Later or LetterOutcome.NobodyThere) run.Refused.Add(letter.Subject);
            return delivery switch
            {
                LetterOutcome.Done => await ForgetAsync(letter) + await GiveUpDoubtfulAsync(run, cancellation),
                LetterOutcome.Never => await GiveUpAsync(run, letter, LetterTrouble.CannotBeWrittenTo, "letters cannot be sent to this address"),
                // What is about somebody at risk is tried for the whole day: a server that says "never" may be set up wrongly.
                LetterOutcome.Refused or LetterOutcome.NobodyHasIt when letter.CaseId is null || isLast =>
                    await RefuseAsync(run, letter, delivery == LetterOutcome.NobodyHasIt, cancellation),
                LetterOutcome.NobodyThere => await GiveBackAsync(letter, letter.Tries, FirstWait, cancellation),
                _ when isLast => await GiveUpAsync(run, letter, LetterTrouble.NeverTaken, why: null),
                _ => 0,
            };
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            run.Refused.Add(letter.Subject);
            if (!isLast) throw;

            db.ChangeTracker.Clear();
            return await GiveUpAsync(run, letter, LetterTrouble.NeverTaken, why: null);
        }
    }

    /// <summary>The author's address, opened for this moment only; null where it was taken away or there never was one.</summary>
    private async Task<string?> AddressAsync(string key, CancellationToken cancellation)
    {
        var closed = await db.Set<Contact>().AsNoTracking().Where(contact => contact.Key == key)
            .Select(contact => contact.Sealed).FirstOrDefaultAsync(cancellation);
        return closed is null ? null : seal.Open(closed).Email;
    }

    /// <summary>The wait doubles, and is up to a quarter shorter, so that what failed together does not come back together.</summary>
    private async Task<bool> TakeAsync(Letter letter, DateTime now, CancellationToken cancellation)
    {
        var next = now + (FirstWait * Math.Pow(2, Math.Min(letter.Tries, Letter.MaxTries)) * (1 - (Random.Shared.NextDouble() / 4)));
        return await db.Set<Letter>().Where(mine => mine.Id == letter.Id && mine.Tries == letter.Tries && mine.GivenUpAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mine => mine.Tries, letter.Tries + 1).SetProperty(mine => mine.NextTryAt, next), cancellation) == 1;
    }

    /// <summary>The try does not count. Nor does that there was one where nobody is there, because nothing can have left.</summary>
    private async Task<int> GiveBackAsync(Letter letter, int tries, TimeSpan wait, CancellationToken cancellation)
    {
        var next = clock.UtcNow + wait;
        await db.Set<Letter>().Where(mine => mine.Id == letter.Id && mine.Tries == letter.Tries + 1)
            .ExecuteUpdateAsync(set => set.SetProperty(mine => mine.Tries, tries).SetProperty(mine => mine.NextTryAt, next), cancellation);
        return 0;
    }

    /// <summary>It has left: that is written down even where the program stops at this moment.</summary>
    private async Task<int> ForgetAsync(Letter letter)
    {
        // As the database has it since its try began: it is not one that never left.
        letter.Tries++;
        letter.LeftAt = clock.UtcNow;
        db.Remove(letter);
        db.History.Add(HistoryEntry.Of(letter.Subject, HistoryAct.LetterSent, Actor.System, clock.UtcNow));
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was taken back while it was on its way.
            db.ChangeTracker.Clear();
            db.History.Add(HistoryEntry.Of(letter.Subject, HistoryAct.LetterSent, Actor.System, clock.UtcNow));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        return 1;
    }

    /// <summary>
    /// Where everything is refused, a setting is wrong and not each letter: they wait, a quarter of an hour so that what is behind them has its turn. Where
    /// another is taken, or few were refused, each is given up.
    /// </summary>
    private async Task<int> RefuseAsync(LetterRun run, Letter letter, bool nobodyHasIt, CancellationToken cancellation)
    {
        if (run.HasTaken) return await GiveUpRefusedAsync(run, letter, nobodyHasIt);

        run.Refused.Add(letter.Subject);
        run.Doubtful.Add((letter, nobodyHasIt));
        if (run.Doubtful.Count < LetterRun.NobodyInARow) return 0;

        run.End();
        return await DoubtAsync(run, cancellation);
    }

    /// <summary>Where others wait because everything was refused, one or two that are tried alone wait with them.</summary>
    private async Task EndAsync(LetterRun run, CancellationToken cancellation)
    {
        if (run.Doubtful.Count == 0) return;

        var later = clock.UtcNow + FirstWait;
        if (await db.Set<Letter>().AnyAsync(letter => letter.GivenUpAt == null && letter.Tries == 1 && letter.NextTryAt > later, cancellation))
            await DoubtAsync(run, cancellation);
        else
            await GiveUpDoubtfulAsync(run, cancellation);
    }

    private async Task<int> DoubtAsync(LetterRun run, CancellationToken cancellation)
    {
        foreach (var (letter, _) in run.Doubtful) await GiveBackAsync(letter, Math.Max(letter.Tries, 1), DoubtfulWait, cancellation);
        run.Doubtful.Clear();
        return 0;
    }

    private async Task<int> GiveUpDoubtfulAsync(LetterRun run, CancellationToken cancellation)
    {
        foreach (var (letter, nobodyHasIt) in run.Doubtful)
            await batch.TryAsync(run.Work, letter.Id.Value, () => GiveUpRefusedAsync(run, letter, nobodyHasIt), cancellation);

        run.Doubtful.Clear();
        return 0;
    }

    private Task<int> GiveUpRefusedAsync(LetterRun run, Letter letter, bool nobodyHasIt) => GiveUpAsync(
        run, letter, nobodyHasIt ? LetterTrouble.NobodyHasIt : LetterTrouble.Refused, nobodyHasIt ? "nobody has this address" : "it was refused for good");

    private async Task<int> GiveUpAsync(LetterRun run, Letter letter, LetterTrouble reason, string? why)
    {
        db.Attach(letter);
        (letter.GivenUpAt, letter.Reason) = (clock.UtcNow, reason);
        db.History.Add(HistoryEntry.Of(letter.Subject, HistoryAct.LetterGivenUp, Actor.System, clock.UtcNow, why));
        await db.SaveChangesAsync(CancellationToken.None);
        batch.GiveUp(run.Work, letter.Id.Value);
        return 0;
    }
}
