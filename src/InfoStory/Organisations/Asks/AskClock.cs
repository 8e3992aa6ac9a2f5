using InfoStory.Data.Time;

namespace InfoStory.Organisations.Asks;

/// <summary>What happened to an ask on a day in London, as its clock reads it.</summary>
public sealed record AskFact(AskEventKind Kind, DateOnly On)
{
    public DateOnly? Until { get; init; }

    public WhyExtended? WhyExtended { get; init; }

    public WhyCorrected? WhyCorrected { get; init; }

    /// <summary>The name of the other organisation, where there is one.</summary>
    public string? Other { get; init; }
}

/// <summary>Where an ask stands.</summary>
public enum AskPhase
{
    Waiting,

    /// <summary>It sent a holding reply, and the day that it named has not passed.</summary>
    Holding,

    /// <summary>It asked a question that nobody has answered.</summary>
    Asking,

    /// <summary>The time is over, and it has not replied.</summary>
    Silent,
    Answered,
    PassedOn,
    CalledOff,
    Joined,

    /// <summary>Its answer is with us, and we have not read it yet.</summary>
    Replying,
}

/// <summary>What an ask waits for, or how it ended, on one day.</summary>
/// <param name="AskedOn">The day on which it was put.</param>
/// <param name="Ends">The last day of its time as it is counted. While it is paused by a question it is the last day that is possible.</param>
/// <param name="Due">The same, or the next working day: the whole of it still counts.</param>
/// <param name="Days">How many days it has, without pauses: 28, or 56 where it was extended.</param>
/// <param name="Ran">How many days of them have run.</param>
public sealed record AskStanding(AskPhase Phase, DateOnly AskedOn, DateOnly Ends, DateOnly Due, int Days, int Ran)
{
    /// <summary>Since when it is paused, or when it ended; null while it waits and where it is silent.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The day on which the clock goes on by itself; for a holding reply the day that it named.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>To whom it was passed on, or who has it now.</summary>
    public string? Other { get; init; }

    /// <summary>The day from which a reminder is due, whether or not it was sent; null where it has ended or has less than that left from the start.</summary>
    public DateOnly? RemindOn { get; init; }

    /// <summary>What else everyone is told: holding replies, questions, more time, corrections, in their order.</summary>
    public IReadOnlyList<AskFact> Notes { get; init; } = [];

    /// <summary>It has not ended: it may still be answered, however late.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The letter by which it would have heard of it has not left, or never will: its silence is ours, and nobody is told of one.</summary>
    public bool IsUnreached { get; init; }

    /// <summary>It asked us something that nobody has answered, whether or not that pauses the clock.</summary>
    public bool OwesAnswer => IsOpen
        && Notes.LastOrDefault(note => note.Kind is AskEventKind.Question or AskEventKind.QuestionAnswered)?.Kind == AskEventKind.Question;

    public bool IsPaused => Phase is AskPhase.Holding or AskPhase.Asking;

    /// <summary>It may have more time for a reason: it never had any, and its time is not over.</summary>
    public bool MayBeExtended => IsOpen && Phase is not (AskPhase.Silent or AskPhase.Replying) && Days == AskClock.Days;

    /// <summary>The moment at which the clock goes on by itself; null where it is not paused.</summary>
    public DateTime? ResumesAt => IsPaused ? Until!.Value.BeginsAt() : null;

    /// <summary>The moment from which nobody has replied in time; null where it has ended, or an answer waits for us.</summary>
    public DateTime? OverAt => IsOpen && Phase != AskPhase.Replying ? Due.AddDays(1).BeginsAt() : null;
}

/// <summary>
/// The clock of an ask: a pure function of what happened to it, and of the time. Days are those of a London calendar (docs/decisions/0077).
/// </summary>
public static class AskClock
{
    /// <summary>So many days an organisation has to reply, and again so many where it gets more time.</summary>
    public const int Days = 28;

    /// <summary>With so many days left it is reminded: after 14 where nothing else happened.</summary>
    public const int Reminder = 14;

    /// <summary>A holding reply, or a question that nobody answers, pauses for at most so many days.</summary>
    public const int LongestPause = 28;

    /// <summary>So many holding replies pause the clock; what comes after is shown, and pauses nothing.</summary>
    public const int MostHolding = 1;

    /// <summary>So many questions pause the clock.</summary>
    public const int MostQuestions = 3;

    /// <summary>Where the ask stands at this moment. What happens only later is not looked at.</summary>
    /// <param name="facts">In any order, one of them <see cref="AskEventKind.Put"/>; on one day in the order in which they are given.</param>
    public static AskStanding At(IEnumerable<AskFact> facts, DateTime now) => On(facts, DateOnly.FromDateTime(now.InLondon()));

    /// <inheritdoc cref="At"/>
    public static AskStanding On(IEnumerable<AskFact> facts, DateOnly today)
    {
        var known = facts.OrderBy(fact => fact.On).ToList();
        var put = known.Find(fact => fact.Kind == AskEventKind.Put) ?? throw new ArgumentException("What was never put has no clock.", nameof(facts));
        var clock = new Running(put.On);
        foreach (var fact in known.Where(fact => fact.On >= put.On && fact.On <= today && fact.Kind != AskEventKind.Put)) clock.Hear(fact);
        return clock.On(today);
    }

    private sealed class Running(DateOnly asked)
    {
        private readonly List<Pause> pauses = [];
        private readonly List<AskFact> notes = [];

        /// <summary>With this day so many days are left, of which the pauses count that stand from this place on.</summary>
        private (DateOnly Day, int Left, int Pause) from = (asked, Days + 1, 0);
        private int days = Days, holding, questions;
        private AskFact? end;

        /// <summary>Since when an answer waits for us; null while none does.</summary>
        private DateOnly? sent;

        /// <summary>An answer was given back before: it had its time then.</summary>
        private bool wasReturned;

        private DateOnly Ends => DayWith(0);

        private DateOnly Due => WorkingDays.OnOrAfter(Ends);

        public void Hear(AskFact fact)
        {
            if (end is { Kind: AskEventKind.Answered } answered && fact.Kind == AskEventKind.AnswerUndone)
            {
                end = null;
                Return(answered.On, fact.On);
                notes.Add(fact);
            }

            if (end is not null) return;

            var (inTime, open) = (fact.On <= Due, Open(fact.On));
            switch (fact.Kind)
            {
                case AskEventKind.HoldingReply when inTime && holding++ < MostHolding:
                    Add(fact, fact.Until ?? fact.On);
                    break;
                case AskEventKind.Question when inTime && open < 0 && questions++ < MostQuestions:
                    Add(fact, fact.On.AddDays(LongestPause));
                    break;
                case AskEventKind.QuestionAnswered when open >= 0:
                    pauses[open] = pauses[open] with { IsOpen = false, Until = fact.On };
                    break;
                case AskEventKind.Extended when inTime && days == Days:
                    (days, from.Left) = (days + Days, from.Left + Days);
                    break;
                case AskEventKind.Corrected:
                    Correct(fact);
                    break;
                case AskEventKind.Moved when inTime:
                    GiveTime(fact.On);
                    break;
                case AskEventKind.AskedAgain when inTime:
                    break;
                case AskEventKind.ReplySent:
                    sent ??= fact.On;
                    break;
                case AskEventKind.ReplyReturned when sent is { } since:
                    Return(since, fact.On);
                    break;
                case AskEventKind.Answered or AskEventKind.PassedOn or AskEventKind.CalledOff or AskEventKind.Joined or AskEventKind.AskedAgain:
                    end = fact;
                    break;
            }

            if (fact.Kind is AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.QuestionAnswered or AskEventKind.Extended
                or AskEventKind.Corrected or AskEventKind.Moved) notes.Add(fact);
        }

        public AskStanding On(DateOnly today)
        {
            var (ends, due) = (Ends, Due);
            var last = Earlier(Earlier(Earlier(today, end?.On ?? today), sent ?? today), due);
            var ran = Enumerable.Range(0, last.DayNumber - asked.DayNumber + 1).Count(day => !pauses.Exists(pause => pause.Covers(asked.AddDays(day)))) - 1;
            var standing = new AskStanding(PhaseOn(today), asked, ends, due, days, Math.Clamp(ran, 0, days)) { Notes = notes, Other = end?.Other };
            if (end is not null) return standing with { Since = end.Kind == AskEventKind.AskedAgain ? null : end.On };

            return standing with
            {
                IsOpen = true,
                Since = standing.IsPaused ? Pausing(today)!.Since : null,
                Until = standing.IsPaused ? pauses.Skip(from.Pause).Max(pause => pause.Until) : null,
                RemindOn = sent is null && from.Left > Reminder ? DayWith(Reminder) : null,
            };
        }

        private AskPhase PhaseOn(DateOnly today) => end?.Kind switch
        {
            AskEventKind.Answered => AskPhase.Answered,
            AskEventKind.PassedOn => AskPhase.PassedOn,
            AskEventKind.CalledOff => AskPhase.CalledOff,
            AskEventKind.Joined => AskPhase.Joined,
            AskEventKind.AskedAgain => AskPhase.Silent,
            _ when sent is not null => AskPhase.Replying,
            _ when today > Due => AskPhase.Silent,
            _ => Pausing(today)?.Kind switch
            {
                AskEventKind.Question => AskPhase.Asking,
                AskEventKind.HoldingReply => AskPhase.Holding,
                _ => AskPhase.Waiting,
            },
        };

        /// <summary>The pause of that day; a question before a holding reply, because somebody must do something about it.</summary>
        private Pause? Pausing(DateOnly today) => pauses.Skip(from.Pause).Where(pause => pause.Covers(today))
            .OrderByDescending(pause => pause.Kind == AskEventKind.Question).FirstOrDefault();

        /// <summary>The place of the question that nobody has answered by that day, and that pauses the clock still; -1 where there is none.</summary>
        private int Open(DateOnly on) => pauses.FindLastIndex(
            pauses.Count - 1, pauses.Count - from.Pause, pause => pause is { Kind: AskEventKind.Question, IsOpen: true } && on < pause.Until);

        private void Add(AskFact fact, DateOnly through)
        {
            // On the weekend after the last day nothing would be left that could be paused.
            if (fact.On > Ends) CountAnew(fact.On, Due);
            pauses.Add(new(fact.Kind, fact.On, Later(fact.On, Earlier(through, fact.On.AddDays(LongestPause))), IsOpen: true));
        }

        /// <summary>The team says which day is the last one: what paused the clock until now does so no more.</summary>
        private void Correct(AskFact fact)
        {
            for (var place = from.Pause; place < pauses.Count; place++)
                pauses[place] = pauses[place] with { Until = Earlier(pauses[place].Until, Later(pauses[place].Since, fact.On)) };
            CountAnew(fact.On, Later(Later(fact.Until ?? fact.On, fact.On), asked.AddDays(Days)));
        }

        /// <summary>Whoever answered in time loses none of it while we read, and once has as long to mend it as after a reminder.</summary>
        private void Return(DateOnly since, DateOnly on)
        {
            sent = null;
            if (since > Due) return;

            if (since > Ends) CountAnew(since, Due);
            pauses.Add(new(AskEventKind.ReplySent, since, on, IsOpen: false));
            if (!wasReturned) GiveTime(on);
            wasReturned = true;
        }

        /// <summary>Whoever hears of it only now has as long as after a reminder.</summary>
        private void GiveTime(DateOnly on)
        {
            if (on > Ends) CountAnew(on, Due);
            var left = Enumerable.Range(1, Math.Max(0, Ends.DayNumber - on.DayNumber))
                .Count(day => !pauses.Skip(from.Pause).Any(pause => pause.Covers(on.AddDays(day))));
            from.Left += Math.Max(0, Reminder - left);
        }

        private void CountAnew(DateOnly day, DateOnly last) => from = (day, last.DayNumber - day.DayNumber + 1, pauses.Count);

        /// <summary>The day at whose end so many days are left.</summary>
        private DateOnly DayWith(int rest)
        {
            var (day, left) = (from.Day, from.Left);
            while (true)
            {
                if (!pauses.Skip(from.Pause).Any(pause => pause.Covers(day)) && --left <= rest) return day;
                day = day.AddDays(1);
            }
        }

        private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

        private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
    }

    /// <summary>The days from one on and before another, which do not count.</summary>
    private sealed record Pause(AskEventKind Kind, DateOnly Since, DateOnly Until, bool IsOpen)
    {
        public bool Covers(DateOnly day) => day >= Since && day < Until;
    }
}
