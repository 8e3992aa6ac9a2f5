using InfoStory.Organisations.Asks;

namespace InfoStory.Tests.Life;

/// <summary>One thing that happened to an ask on a day, and when it was written down.</summary>
internal sealed record Happening(AskEventKind Kind, DateOnly On, DateTime At)
{
    public DateOnly? Until { get; init; }
}

/// <summary>Where an ask stands, as the model has it.</summary>
internal sealed record YearStanding(AskPhase Phase, DateOnly Ends, DateOnly Due, int Days, int Ran, DateOnly? Since, DateOnly? Until)
{
    /// <summary>The day at whose end 14 days were left; null where none was yet.</summary>
    public DateOnly? Fourteen { get; init; }

    public override string ToString() => $"{Phase}, ends {Ends:O}, due {Due:O}, {Ran} of {Days} days, since {Since:O} until {Until:O}";
}

/// <summary>
/// The clock of an ask (docs/decisions/0077) a second time, in the most naive way: it walks from day to day and takes one away for each that counts.
/// </summary>
internal sealed class YearClock
{
    private readonly List<Pause> pauses = [];
    private readonly List<DateOnly> counted = [];
    private readonly DateOnly asked;
    private int days = 28, holding, questions;

    /// <summary>The day on which it was asked, and 28 more.</summary>
    private int left = 29;
    private DateOnly ends;
    private DateOnly? fourteen;

    /// <summary>The day from which days are taken away.</summary>
    private DateOnly begun;

    /// <summary>Since when an answer is with the team.</summary>
    private DateOnly? sent;
    private bool wasReturned;
    private Happening? end;
    private Pause? pausedToday;
    private DateOnly? pausedUntil;

    private YearClock(DateOnly asked) => this.asked = begun = asked;

    public static YearStanding On(IReadOnlyList<Happening> all, DateOnly today)
    {
        var clock = new YearClock(all.Single(one => one.Kind == AskEventKind.Put).On);
        for (var day = clock.asked; day <= today || clock.left > 0; day = day.AddDays(1))
        {
            foreach (var one in all.Where(one => one.On == day && day <= today)) clock.Hear(one);
            if (day == today) clock.Look(day);
            clock.Count(day);
        }

        return clock.Standing(today);
    }

    private DateOnly Due => YearDays.WorkingDayFrom(ends);

    private bool IsInTime(DateOnly day) => left > 0 || day <= Due;

    private void Hear(Happening one)
    {
        if (end is not null) return;

        var day = one.On;
        switch (one.Kind)
        {
            case AskEventKind.HoldingReply:
                if (IsInTime(day) && ++holding == 1) Stop(one, one.Until!.Value);
                break;
            case AskEventKind.Question:
                if (IsInTime(day) && OpenQuestion(day) is null && ++questions <= 3) Stop(one, day.AddDays(28));
                break;
            case AskEventKind.QuestionAnswered:
                if (OpenQuestion(day) is { } question) (question.Until, question.IsAnswered) = (day, true);
                break;
            case AskEventKind.Extended:
                if (!IsInTime(day) || days == 56) break;
                (days, left) = (56, left + 28);
                break;
            case AskEventKind.Corrected:
                CountAnew(day, new[] { day, one.Until!.Value, asked.AddDays(28) }.Max());
                break;
            case AskEventKind.Moved:
                if (!IsInTime(day)) break;
                if (left <= 0) CountAnew(day, Due);
                GiveTime(day);
                break;
            case AskEventKind.ReplySent:
                sent ??= day;
                break;
            case AskEventKind.ReplyReturned:
                if (sent is { } since) Return(since, day);
                break;
            case AskEventKind.AskedAgain:
                if (!IsInTime(day)) end = one;
                break;
            case AskEventKind.Answered or AskEventKind.PassedOn or AskEventKind.CalledOff or AskEventKind.Joined:
                end = one;
                break;
        }
    }

    private Pause? OpenQuestion(DateOnly day) =>
        pauses.FindLast(pause => pause.Kind == AskEventKind.Question && !pause.IsAnswered && day < pause.Until);

    /// <summary>Nothing counts until that day; on the weekend after its last day, that weekend and the day after it are still to come.</summary>
    private void Stop(Happening one, DateOnly until)
    {
        if (left <= 0) CountAnew(one.On, Due);
        pauses.Add(new(one.Kind, one.On) { Until = until < one.On.AddDays(28) ? until : one.On.AddDays(28) });
    }

    /// <summary>The days on which the team read do not count, where it had come in time; the first time there are 14 more at least.</summary>
    private void Return(DateOnly since, DateOnly day)
    {
        sent = null;
        if (!IsInTime(since)) return;

        if (left <= 0 && since > ends) CountAnew(since, Due);
        else left += counted.Count(one => one >= since && one >= begun);
        counted.RemoveAll(one => one >= since);
        if (!wasReturned) GiveTime(day);
        wasReturned = true;
    }

    private void GiveTime(DateOnly day) => left = Math.Max(left, pauses.Exists(pause => pause.Covers(day)) ? 14 : 15);

    private void CountAnew(DateOnly day, DateOnly last)
    {
        pauses.Clear();
        begun = day;
        left = last.DayNumber - day.DayNumber + 1;
    }

    private void Look(DateOnly day)
    {
        var covering = pauses.FindAll(pause => pause.Covers(day));
        pausedToday = covering.Find(pause => pause.Kind == AskEventKind.Question) ?? covering.FirstOrDefault();
        pausedUntil = pauses.Count == 0 ? null : pauses.Max(pause => pause.Until);
    }

    private void Count(DateOnly day)
    {
        if (pauses.Exists(pause => pause.Covers(day))) return;

        counted.Add(day);
        left--;
        if (left == 0) ends = day;
        if (left == 14) fourteen = day;
    }

    private YearStanding Standing(DateOnly today)
    {
        var last = new[] { today, end?.On ?? today, sent ?? today, Due }.Min();
        var ran = Math.Clamp(counted.Count(day => day <= last) - 1, 0, days);
        var isOver = today > Due;
        var phase = end?.Kind switch
        {
            AskEventKind.Answered => AskPhase.Answered,
            AskEventKind.PassedOn => AskPhase.PassedOn,
            AskEventKind.CalledOff => AskPhase.CalledOff,
            AskEventKind.Joined => AskPhase.Joined,
            AskEventKind.AskedAgain => AskPhase.Silent,
            _ when sent is not null => AskPhase.Replying,
            _ when isOver => AskPhase.Silent,
            _ when pausedToday is null => AskPhase.Waiting,
            _ => pausedToday.Kind == AskEventKind.Question ? AskPhase.Asking : AskPhase.Holding,
        };
        var isPaused = phase is AskPhase.Asking or AskPhase.Holding;
        DateOnly? since = isPaused ? pausedToday!.Since : end is null || end.Kind == AskEventKind.AskedAgain ? null : end.On;
        return new(phase, ends, Due, days, ran, since, isPaused ? pausedUntil : null) { Fourteen = fourteen };
    }

    private sealed class Pause(AskEventKind kind, DateOnly since)
    {
        public AskEventKind Kind => kind;

        public DateOnly Since => since;

        public required DateOnly Until { get; set; }

        public bool IsAnswered { get; set; }

        public bool Covers(DateOnly day) => day >= since && day < Until;
    }
}
