using FsCheck;
using FsCheck.Fluent;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>The clock of an ask, day by day, and over chains of events that nobody wrote down.</summary>
public sealed class AskClockTests
{
    /// <summary>A Wednesday; 28 days later the clocks have gone forward.</summary>
    private static readonly DateOnly Asked = new(2027, 3, 3);

    private static readonly AskEventKind[] Endings =
        [AskEventKind.Answered, AskEventKind.PassedOn, AskEventKind.CalledOff, AskEventKind.Joined, AskEventKind.AskedAgain];

    [Theory]
    // Both changes of the clocks, a Saturday, Easter, and Christmas.
    [InlineData("2027-03-03", "2027-03-31")]
    [InlineData("2027-10-13", "2027-11-10")]
    [InlineData("2027-03-06", "2027-04-05")]
    [InlineData("2027-02-26", "2027-03-30")]
    [InlineData("2026-11-27", "2026-12-29")]
    public void It_has_28_days_and_then_until_the_end_of_the_next_working_day(string asked, string due)
    {
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        AskFact[] facts = [new(AskEventKind.Put, DateOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture))];

        var over = AskClock.At(facts, facts[0].On.BeginsAt()).OverAt!.Value;

        Assert.Equal(day.AddDays(1).BeginsAt(), over);
        Assert.Equal((AskPhase.Waiting, day), (AskClock.At(facts, over.AddSeconds(-1)).Phase, AskClock.At(facts, over).Due));
        Assert.Equal(AskPhase.Silent, AskClock.At(facts, over).Phase);
    }

    [Fact]
    public void A_holding_reply_pauses_it_until_the_day_that_it_names_and_no_longer_than_28_days()
    {
        AskFact[] facts = [new(AskEventKind.Put, Asked), Holding(10, until: 20)];

        Assert.Equal(
            [AskPhase.Waiting, AskPhase.Holding, AskPhase.Holding, AskPhase.Waiting],
            [On(facts, 9).Phase, On(facts, 10).Phase, On(facts, 19).Phase, On(facts, 20).Phase]);
        Assert.Equal((Asked.AddDays(38), Asked.AddDays(10), Asked.AddDays(20)), (On(facts, 12).Ends, On(facts, 12).Since, On(facts, 12).Until));
        Assert.Equal(Asked.AddDays(56), On([new(AskEventKind.Put, Asked), Holding(10, until: 300)], 11).Ends);
        // Even on the very last day.
        Assert.Equal(Asked.AddDays(33), On([new(AskEventKind.Put, Asked), Holding(28, until: 33)], 28).Ends);
    }

    [Fact]
    public void A_question_pauses_it_until_it_is_answered_or_28_days_have_passed()
    {
        AskFact[] asking = [new(AskEventKind.Put, Asked), new(AskEventKind.Question, Asked.AddDays(5))];
        AskFact[] answered = [.. asking, new(AskEventKind.QuestionAnswered, Asked.AddDays(9))];

        Assert.Equal([AskPhase.Asking, AskPhase.Asking, AskPhase.Waiting], [On(asking, 5).Phase, On(asking, 32).Phase, On(asking, 33).Phase]);
        Assert.Equal(Asked.AddDays(56), On(asking, 40).Ends);
        Assert.Equal((AskPhase.Waiting, Asked.AddDays(32)), (On(answered, 9).Phase, On(answered, 9).Ends));
    }

    [Fact]
    public void More_time_is_given_once_and_a_correction_says_which_day_is_the_last()
    {
        AskFact[] more = [new(AskEventKind.Put, Asked), new(AskEventKind.Extended, Asked.AddDays(20)), new(AskEventKind.Extended, Asked.AddDays(30))];
        AskFact late = new(AskEventKind.Corrected, Asked.AddDays(40)) { Until = Asked.AddDays(50) };
        AskFact early = new(AskEventKind.Corrected, Asked.AddDays(2)) { Until = Asked.AddDays(3) };

        Assert.Equal((56, Asked.AddDays(56)), (On(more, 31).Days, On(more, 31).Ends));
        Assert.Equal(AskPhase.Silent, On([new(AskEventKind.Put, Asked)], 40).Phase);
        var corrected = On([new(AskEventKind.Put, Asked), late], 40);
        Assert.Equal((AskPhase.Waiting, Asked.AddDays(50)), (corrected.Phase, corrected.Ends));
        Assert.Equal(Asked.AddDays(28), On([new(AskEventKind.Put, Asked), early], 3).Ends);
        Assert.Equal(Asked.AddDays(54), On([new(AskEventKind.Put, Asked), late, Holding(41, until: 45)], 41).Ends);
    }

    [Fact]
    public void What_came_in_time_counts_whenever_it_is_written_down()
    {
        AskFact[] silent = [new(AskEventKind.Put, Asked)];

        Assert.Equal(AskPhase.Silent, On(silent, 30).Phase);
        Assert.Equal(AskPhase.Holding, On([.. silent, Holding(27, until: 40)], 30).Phase);
        var answered = On([.. silent, new(AskEventKind.Answered, Asked.AddDays(27))], 30);
        Assert.Equal((AskPhase.Answered, Asked.AddDays(27)), (answered.Phase, answered.Since));
        // What came after it pauses nothing any more.
        Assert.Equal(AskPhase.Silent, On([.. silent, Holding(29, until: 40)], 30).Phase);
    }

    [Fact]
    public void An_answer_that_waits_for_us_is_no_silence_and_our_reading_takes_none_of_its_time()
    {
        AskFact[] sent = [new(AskEventKind.Put, Asked), new(AskEventKind.ReplySent, Asked.AddDays(28))];
        AskFact[] returned = [.. sent, new(AskEventKind.ReplyReturned, Asked.AddDays(60))];
        AskFact[] twice = [.. returned, new(AskEventKind.ReplySent, Asked.AddDays(70)), new(AskEventKind.ReplyReturned, Asked.AddDays(90))];
        AskFact[] late = [new(AskEventKind.Put, Asked), new(AskEventKind.ReplySent, Asked.AddDays(40)), new(AskEventKind.ReplyReturned, Asked.AddDays(50))];

        Assert.Equal((AskPhase.Replying, 28, null), (On(sent, 200).Phase, On(sent, 200).Ran, On(sent, 200).RemindOn));
        Assert.Equal((AskPhase.Waiting, Asked.AddDays(74)), (On(returned, 60).Phase, On(returned, 60).Ends));
        // The second time only what we took is not counted.
        Assert.Equal(Asked.AddDays(94), On(twice, 90).Ends);
        Assert.Equal([AskPhase.Replying, AskPhase.Silent], [On(late, 45).Phase, On(late, 50).Phase]);
        Assert.Equal(AskPhase.Answered, On([.. sent, new(AskEventKind.Answered, Asked.AddDays(28))], 90).Phase);
    }

    [Fact]
    public void It_is_reminded_with_14_days_left_which_a_pause_moves_too()
    {
        Assert.Equal(Asked.AddDays(14), On([new(AskEventKind.Put, Asked)], 0).RemindOn);
        Assert.Equal(Asked.AddDays(24), On([new(AskEventKind.Put, Asked), Holding(3, until: 13)], 5).RemindOn);
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_the_clock_is_fair() =>
        Prop.ForAll(Chains().ToArbitrary(), chain =>
        {
            AskStanding? before = null;
            foreach (var day in Enumerable.Range(0, 260))
            {
                var now = On(chain, day);
                IsFair(chain, now, Asked.AddDays(day));
                if (before is not null && !chain.Any(fact => fact.On == Asked.AddDays(day))) GoesOn(before, now);
                before = now;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_in_time_adds_exactly_its_length_and_more_time_exactly_28_days() =>
        Prop.ForAll(Gen.Choose(0, 40).Two().SelectMany(days => Gen.Choose(0, 2).Select(kind => (days.Item1, days.Item2, kind))).ToArbitrary(), one =>
        {
            var (on, length, kind) = one;
            AskFact[] plain = [new(AskEventKind.Put, Asked)];
            AskFact[] more = kind switch
            {
                0 => [Holding(on, on + length)],
                1 => [new(AskEventKind.Question, Asked.AddDays(on)), new(AskEventKind.QuestionAnswered, Asked.AddDays(on + length))],
                _ => [new(AskEventKind.Extended, Asked.AddDays(on))],
            };
            var inTime = Asked.AddDays(on) <= On(plain, 0).Due;
            var added = kind == 2 ? AskClock.Days : Math.Min(length, AskClock.LongestPause);

            Assert.Equal(Asked.AddDays(28 + (inTime ? added : 0)), On([.. plain, .. more], 300).Ends);
        }).QuickCheckThrowOnFailure();

    private static void IsFair(IReadOnlyList<AskFact> chain, AskStanding stands, DateOnly today)
    {
        var known = chain.Where(fact => fact.On <= today).ToList();
        var ends = known.Exists(fact => Endings.Contains(fact.Kind));

        Assert.True(stands.Ends >= Asked.AddDays(AskClock.Days) && stands.Due >= stands.Ends && WorkingDays.Includes(stands.Due), $"{stands}");
        Assert.InRange(stands.Ran, 0, stands.Days);
        Assert.Equal(known.Exists(fact => fact.Kind == AskEventKind.Extended) || stands.Days == AskClock.Days, stands.Days is 28 or 56);
        Assert.True(stands.IsOpen || ends);
        var isUndone = known.Exists(fact => fact.Kind == AskEventKind.AnswerUndone);
        // Silence is said only when the time has really run out, and then always.
        if (stands.Phase == AskPhase.Silent) Assert.True(today > stands.Due);
        if (stands.IsOpen && stands.Phase != AskPhase.Replying) Assert.Equal(today > stands.Due, stands.Phase == AskPhase.Silent);
        Assert.Equal(stands.IsOpen && stands.Phase != AskPhase.Replying, stands.OverAt is not null);
        if (!isUndone && known.Exists(fact => Endings.Contains(fact.Kind) && fact.Kind != AskEventKind.AskedAgain)) Assert.False(stands.IsOpen);
        if (stands.IsPaused) Assert.True(stands.Since <= today && today < stands.Until && stands.Until <= stands.Ends);
        Assert.True(stands.ResumesAt is null || stands.ResumesAt < stands.OverAt);
    }

    /// <summary>From one day to the next, where nothing happened: it runs or is paused, and neither comes back from an end.</summary>
    private static void GoesOn(AskStanding before, AskStanding now)
    {
        Assert.Equal(before.Ends, now.Ends);
        Assert.InRange(now.Ran - before.Ran, 0, 1);
        if (before.Phase == AskPhase.Silent || !before.IsOpen) Assert.Equal(before.Phase, now.Phase);
        if (now.IsPaused) Assert.True(before.IsPaused && before.Ran == now.Ran);
    }

    private static Gen<IReadOnlyList<AskFact>> Chains()
    {
        var one = from kind in Gen.Elements(Enum.GetValues<AskEventKind>().Except([AskEventKind.Put]).ToArray())
                  from day in Gen.Choose(0, 150)
                  from until in Gen.Choose(-10, 60)
                  select new AskFact(kind, Asked.AddDays(day)) { Until = Asked.AddDays(day + until) };
        var quiet = one.Where(fact => !Endings.Contains(fact.Kind));
        return Gen.OneOf(Gen.ListOf(one), Gen.ListOf(quiet)).Select(IReadOnlyList<AskFact> (facts) => [new(AskEventKind.Put, Asked), .. facts]);
    }

    private static AskFact Holding(int on, int until) => new(AskEventKind.HoldingReply, Asked.AddDays(on)) { Until = Asked.AddDays(until) };

    private static AskStanding On(IReadOnlyList<AskFact> facts, int day) => AskClock.On(facts, Asked.AddDays(day));
}
