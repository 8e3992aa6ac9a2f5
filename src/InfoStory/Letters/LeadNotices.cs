using System.Linq.Expressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.People;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Letters;

/// <summary>Letters to safeguarding leads. They name a story by its reference and carry no word of it.</summary>
public sealed class LeadNotices(InfoStoryContext db, Batch batch, SiteAddress site, TimeProvider clock)
{
    private static readonly Expression<Func<SafeguardingCase, Due>> Facts = one => new(one.Id, one.Story!.Reference, one.Level, one.RaisedAt);

    /// <summary>The most cases that one run looks at, of each level, to tell and to raise the alarm.</summary>
    public const int AtOnce = 200;

    /// <summary>
    /// Writes to every lead about every new case, and to every lead and administrator about every case that nobody has opened in time; each once. Immediate
    /// danger goes first. Two processes that do this at once write once.
    /// </summary>
    /// <returns>How many letters were written.</returns>
    public async Task<int> WriteDueAsync(CancellationToken cancellation)
    {
        var (now, written) = (clock.UtcNow, 0);
        foreach (var level in new[] { SafeguardingLevel.ImmediateDanger, SafeguardingLevel.Concern })
        {
            written += await TellAsync(level, now, cancellation);
            written += await RaiseAlarmAsync(level, now, cancellation);
        }

        return written;
    }

    /// <summary>
    /// Where no letter can leave: marks every case that nobody has opened in time, once, so that the lane, its history and the health page say it. That
    /// leads were told is said of none, and where letters leave later they are told.
    /// </summary>
    /// <returns>How many cases it marked.</returns>
    public async Task<int> MarkLateAsync(CancellationToken cancellation)
    {
        var (now, marked) = (clock.UtcNow, 0);
        foreach (var level in new[] { SafeguardingLevel.ImmediateDanger, SafeguardingLevel.Concern })
        {
            marked += await batch.EachAsync(
                $"{nameof(LeadNotices)}.{level}.Late", Late(level, now), AtOnce, one => one.Id.Value, one => MarkAsync(one, alarm: true, 1, now, cancellation),
                cancellation);
        }

        return marked;
    }

    /// <summary>The moment since which the case that waits longest past its time is late; null where none is.</summary>
    public async Task<DateTime?> LateSinceAsync(SafeguardingLevel level, CancellationToken cancellation)
    {
        var oldest = await Open(level).Where(one => one.OpenedAt == null).OrderBy(one => one.RaisedAt).ThenBy(one => one.Id)
            .Select(one => (DateTime?)one.RaisedAt).FirstOrDefaultAsync(cancellation);
        return oldest is { } raised && SafeguardingCase.DueFor(level, raised) is var due && due <= clock.UtcNow ? due : null;
    }

    private Task<int> TellAsync(SafeguardingLevel level, DateTime now, CancellationToken cancellation) => batch.EachAsync(
        $"{nameof(LeadNotices)}.{level}", Open(level).Where(one => one.NoticedAt == null).OrderBy(one => one.RaisedAt).ThenBy(one => one.Id).Select(Facts),
        AtOnce, one => one.Id.Value, one => WriteAsync(one, Roles.SafeguardingLead, "A story needs you", alarm: false, now, cancellation), cancellation);

    private Task<int> RaiseAlarmAsync(SafeguardingLevel level, DateTime now, CancellationToken cancellation) => batch.EachAsync(
        $"{nameof(LeadNotices)}.{level}.Alarm", Late(level, now), AtOnce, one => one.Id.Value,
        one => WriteAsync(
            one, Roles.SafeguardingLead | Roles.Administrator,
            "Nobody has opened a story that needs a safeguarding lead", alarm: true, now, cancellation),
        cancellation);

    /// <summary>Only a case whose time is over takes a place. Working days are counted here, because no database knows them.</summary>
    private IAsyncEnumerable<Due> Late(SafeguardingLevel level, DateTime now)
    {
        var before = now - SafeguardingCase.ShortestTime(level);
        return Open(level).Where(one => one.AlarmedAt == null && one.OpenedAt == null && one.RaisedAt <= before)
            .OrderBy(one => one.RaisedAt).ThenBy(one => one.Id).Select(Facts).AsAsyncEnumerable()
            .Where(one => SafeguardingCase.DueFor(one.Level, one.RaisedAt) <= now);
    }

    private IQueryable<SafeguardingCase> Open(SafeguardingLevel level) =>
        db.SafeguardingCases.AsNoTracking().Where(one => one.ClosedAt == null && one.Level == level);

    private async Task<int> WriteAsync(Due one, Roles to, string title, bool alarm, DateTime now, CancellationToken cancellation)
    {
        var people = await PeopleAsync(to, cancellation);
        // Where there is no lead, somebody who can appoint one must know.
        if (people.Count == 0) people = await PeopleAsync(Roles.Administrator, cancellation);
        if (people.Count == 0) throw new NotReadyException("Nobody has an account to whom a safeguarding case could be told.");

        var by = one.Level == SafeguardingLevel.ImmediateDanger ? "within 15 minutes" : "within one working day";
        var body = $"""
            {one.Reference} needs a safeguarding lead {by}.{(alarm ? " Nobody has opened it yet." : "")}

            {site.Url}/moderation/safeguarding/{one.Reference}

            Sign in to read it. Nothing of it is in this letter.
            """;
        db.AddRange(people.Select(person => new Letter
        {
            Subject = StaffHistory.Subject(person.Id),
            To = person.Email,
            CaseId = one.Id,
            Lane = LetterLane.Urgent,
            Title = title,
            Body = body,
            WrittenAt = now,
            NextTryAt = now
        }));
        return await MarkAsync(one, alarm, people.Count, now, cancellation);
    }

    private async Task<int> MarkAsync(Due one, bool alarm, int count, DateTime now, CancellationToken cancellation)
    {
        db.History.Add(HistoryEntry.Of(one.Reference, alarm ? HistoryAct.AlarmRaised : HistoryAct.LeadsTold, Actor.System, now));

        try
        {
            await db.SaveTogetherAsync(() => TakeAsync(one.Id, alarm, now, cancellation), cancellation);
            return count;
        }
        catch (ConflictException)
        {
            return 0;
        }
    }

    private Task<List<Addressee>> PeopleAsync(Roles to, CancellationToken cancellation) =>
        db.Staff.Where(staff => staff.ClosedAt == null && staff.Email != null && (staff.Roles & to) != Roles.None)
            .Select(staff => new Addressee(staff.Id, staff.Email!)).ToListAsync(cancellation);

    private async Task TakeAsync(Id<SafeguardingCase> id, bool alarm, DateTime now, CancellationToken cancellation)
    {
        var taken = alarm
            ? await db.SafeguardingCases.Where(one => one.Id == id && one.AlarmedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.AlarmedAt, now), cancellation)
            : await db.SafeguardingCases.Where(one => one.Id == id && one.NoticedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.NoticedAt, now), cancellation);
        if (taken == 0) throw new ConflictException("Another process has written these letters.");
    }

    private sealed record Addressee(long Id, string Email);

    private sealed record Due(Id<SafeguardingCase> Id, string Reference, SafeguardingLevel Level, DateTime RaisedAt);
}
