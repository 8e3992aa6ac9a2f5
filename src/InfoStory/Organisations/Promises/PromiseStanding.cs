using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Stories;

namespace InfoStory.Organisations.Promises;

/// <summary>What became of a promise, whatever the time is.</summary>
public enum PromiseOutcome
{
    Open,
    Made,
    Confirmed,
    NotConfirmed,
    Dropped,
}

/// <summary>What a promise is called now: an open one by its day, every other one by its outcome.</summary>
public enum PromiseState
{
    Planned,

    /// <summary>Its day is at most <see cref="PromiseStanding.DaysBefore"/> days away, or today.</summary>
    Due,

    Overdue,
    Made,
    Confirmed,
    NotConfirmed,
    Dropped,
}

/// <summary>
/// What the events of a promise come to. Everything that is shown, filtered or counted of a promise is worked out here (docs/decisions/0079).
/// </summary>
public sealed record PromiseStanding(PromiseOutcome Outcome, DateTime DueAt)
{
    /// <summary>While we read a report that came in time, nobody is late.</summary>
    public static readonly DateTime NoEnd = DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc);

    /// <inheritdoc cref="Promise.OnTimeUntil"/>
    public DateTime? OnTimeUntil { get; private init; }

    /// <summary>How many days before and after its day a letter goes out, beside the one on the day.</summary>
    public const int DaysBefore = 14;

    /// <summary>How many others must say that it is fixed where they work, so that it counts where no author has said how it is.</summary>
    public const int OthersNeeded = 3;

    /// <summary>How long after "too early" an author is asked again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromDays(28);

    /// <param name="events">In the order in which they happened, the first of them planned.</param>
    public static PromiseStanding Of(IReadOnlyList<PromiseEvent> events)
    {
        var due = events.Last(one => one.DueAt is not null).DueAt!.Value;
        var since = events.Index().LastOrDefault(one => one.Item.Kind is PromiseEventKind.Made or PromiseEventKind.Dropped or PromiseEventKind.Planned);
        // What was said of a change before it was made anew counts no more.
        var said = events.Skip(since.Index).ToList();
        return new(since.Item.Kind switch
        {
            PromiseEventKind.Dropped => PromiseOutcome.Dropped,
            PromiseEventKind.Made => OutcomeOf([.. AnswersOf(said).Values], said.Exists(one => one.Kind == PromiseEventKind.OthersConfirmed)),
            _ => PromiseOutcome.Open,
        }, due)
        {
            OnTimeUntil = OnTimeUntilOf(events),
        };
    }

    /// <summary>As for answers (docs/decisions/0080): after the first return there are at least 14 days, after later ones what was left.</summary>
    private static DateTime? OnTimeUntilOf(IReadOnlyList<PromiseEvent> events)
    {
        DateTime? until = null;
        var (ends, left, isFirst) = (default(DateTime), 0, true);
        foreach (var one in events)
        {
            switch (one.Kind)
            {
                case PromiseEventKind.Planned or PromiseEventKind.Moved:
                    (until, ends, isFirst) = (null, LateAt(one.DueAt!.Value), true);
                    break;
                case PromiseEventKind.Reported when one.At < ends:
                    (until, left) = (NoEnd, Day(ends).DayNumber - Day(one.At).DayNumber);
                    break;
                case PromiseEventKind.ReportReturned when until == NoEnd:
                    var then = Day(one.At).AddDays(isFirst ? Math.Max(left, DaysBefore + 1) : left).BeginsAt();
                    ends = then > ends ? then : ends;
                    (until, isFirst) = (ends, false);
                    break;
                case PromiseEventKind.Made or PromiseEventKind.Dropped:
                    until = null;
                    break;
            }
        }

        return until;
    }

    /// <summary>The last word of each author.</summary>
    private static Dictionary<Id<Story>, KeptAnswer> AnswersOf(IEnumerable<PromiseEvent> said) =>
        said.Where(one => one is { Kind: PromiseEventKind.AuthorSaid, StoryId: not null }).GroupBy(one => one.StoryId!.Value)
            .ToDictionary(author => author.Key, author => author.Last().Answer!.Value);

    /// <summary>Only those who live with it say that a promise was kept, and one author's no outweighs every yes.</summary>
    private static PromiseOutcome OutcomeOf(IReadOnlyCollection<KeptAnswer> authors, bool othersConfirm) =>
        authors.Contains(KeptAnswer.No) ? PromiseOutcome.NotConfirmed
        : authors.Contains(KeptAnswer.Yes) || (othersConfirm && !authors.Contains(KeptAnswer.Partly)) ? PromiseOutcome.Confirmed
        : PromiseOutcome.Made;

    /// <summary>
    /// Whether others may say that it is fixed where they are: it is made, and no author has said that it is fixed, or that it is not.
    /// </summary>
    /// <param name="events">In the order in which they happened.</param>
    public static bool HearsOthers(PromiseOutcome outcome, IEnumerable<PromiseEvent> events) => outcome == PromiseOutcome.Made
        || (outcome == PromiseOutcome.Confirmed
            && !events.Reverse().TakeWhile(one => one.Kind != PromiseEventKind.Made).Any(one => one.Answer == KeptAnswer.Yes));

    /// <summary>What it is called at this moment.</summary>
    public static PromiseState StateAt(PromiseOutcome outcome, DateTime dueAt, DateTime? onTimeUntil, DateTime now) => outcome switch
    {
        PromiseOutcome.Open => now >= LateAt(dueAt) && !(now < onTimeUntil) ? PromiseState.Overdue
            : now >= SoonAt(dueAt) ? PromiseState.Due
            : PromiseState.Planned,
        PromiseOutcome.Made => PromiseState.Made,
        PromiseOutcome.Confirmed => PromiseState.Confirmed,
        PromiseOutcome.NotConfirmed => PromiseState.NotConfirmed,
        PromiseOutcome.Dropped => PromiseState.Dropped,
    };

    /// <summary>The moment at which a promise for that day begins to be due.</summary>
    public static DateTime SoonAt(DateTime dueAt) => Day(dueAt).AddDays(-DaysBefore).BeginsAt();

    /// <summary>The moment at which that day is over in London.</summary>
    public static DateTime LateAt(DateTime dueAt) => Day(dueAt).AddDays(1).BeginsAt();

    /// <summary>
    /// When letters about a promise for that day go out, when the team's working hours begin: before it, on it, and after it, or after the time that we took.
    /// </summary>
    public static IReadOnlyList<DateTime> LettersFor(DateTime dueAt, DateTime? onTimeUntil = null)
    {
        var (day, last) = (Day(dueAt), onTimeUntil is { } until && until != NoEnd ? Day(until).AddDays(-1) : Day(dueAt));
        return [.. new[] { day.AddDays(-DaysBefore), day, last.AddDays(DaysBefore) }.Select(WorkingDays.Opening)];
    }

    internal static DateOnly Day(DateTime at) => DateOnly.FromDateTime(at.InLondon());
}
