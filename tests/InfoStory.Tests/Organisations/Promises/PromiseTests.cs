using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>What a promise is called follows from what happened to it and from the time alone.</summary>
public sealed class PromiseTests
{
    private static readonly Id<Story> First = new(1), Second = new(2);

    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private static readonly DateOnly Due = new(2026, 3, 31);

    [Theory]
    [InlineData("2026-03-16 23:59:59Z", PromiseState.Planned)]
    [InlineData("2026-03-17 00:00:00Z", PromiseState.Due)]
    [InlineData("2026-03-31 22:59:59Z", PromiseState.Due)]
    [InlineData("2026-03-31 23:00:00Z", PromiseState.Overdue)]
    public void An_open_promise_is_called_by_its_day_on_a_London_clock(string utc, PromiseState state)
    {
        var promise = Planned();

        var called = promise.StateAt(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture).UtcDateTime);

        Assert.Equal(state, called);
    }

    [Fact]
    public void Nobody_but_those_who_live_with_it_confirms_a_promise()
    {
        var promise = Made();

        Assert.Equal(PromiseOutcome.Made, promise.Outcome);
        promise.Hear(First, KeptAnswer.Yes, Now.AddDays(2));
        Assert.Equal(PromiseOutcome.Confirmed, promise.Outcome);
    }

    [Theory]
    [InlineData(KeptAnswer.Yes, null, PromiseOutcome.Confirmed)]
    [InlineData(KeptAnswer.Yes, KeptAnswer.No, PromiseOutcome.NotConfirmed)]
    [InlineData(KeptAnswer.No, KeptAnswer.Yes, PromiseOutcome.NotConfirmed)]
    [InlineData(KeptAnswer.Partly, KeptAnswer.Yes, PromiseOutcome.Confirmed)]
    [InlineData(KeptAnswer.Partly, null, PromiseOutcome.Made)]
    [InlineData(KeptAnswer.TooEarly, null, PromiseOutcome.Made)]
    public void The_answers_of_several_authors_come_to_one_outcome(KeptAnswer first, KeptAnswer? second, PromiseOutcome outcome)
    {
        var promise = Made();

        promise.Hear(First, first, Now.AddDays(2));
        if (second is { } other) promise.Hear(Second, other, Now.AddDays(3));

        Assert.Equal(outcome, promise.Outcome);
    }

    [Fact]
    public void The_last_word_of_an_author_counts_and_the_same_word_twice_changes_nothing()
    {
        var promise = Made();

        var heard = new[] { KeptAnswer.No, KeptAnswer.No, KeptAnswer.Yes }.Select(answer => promise.Hear(First, answer, Now.AddDays(2))).ToList();

        Assert.Equal([true, false, true], heard);
        Assert.Equal(PromiseOutcome.Confirmed, promise.Outcome);
    }

    [Theory]
    [InlineData(null, PromiseOutcome.Confirmed)]
    [InlineData(KeptAnswer.TooEarly, PromiseOutcome.Confirmed)]
    [InlineData(KeptAnswer.Partly, PromiseOutcome.Made)]
    [InlineData(KeptAnswer.No, PromiseOutcome.NotConfirmed)]
    public void Others_confirm_it_only_where_no_author_says_otherwise(KeptAnswer? author, PromiseOutcome outcome)
    {
        var promise = Made();
        if (author is { } answer) promise.Hear(First, answer, Now.AddDays(2));

        promise.HearOthers(PromiseStanding.OthersNeeded, Now.AddDays(3));

        Assert.Equal(outcome, promise.Outcome);
    }

    [Fact]
    public void What_was_said_before_it_was_made_anew_counts_no_more()
    {
        var promise = Made();
        promise.Hear(First, KeptAnswer.No, Now.AddDays(2));

        promise.Make("We have made it again", Now.AddDays(30));

        Assert.Equal((PromiseOutcome.Made, (DateTime?)Now.AddDays(30)), (promise.Outcome, promise.AskAuthorsAt));
        Assert.NotNull(promise.Ask(First, Now.AddDays(30)));
    }

    [Fact]
    public void An_author_who_says_that_it_is_too_early_is_asked_again_after_four_weeks()
    {
        var promise = Made();
        var asked = promise.Ask(First, Now.AddDays(1));
        promise.AskedAll([First, Second]);

        promise.Hear(First, KeptAnswer.TooEarly, Now.AddDays(2));
        var due = promise.AskAuthorsAt;
        var (soon, again) = (promise.Ask(First, Now.AddDays(29)), promise.Ask(First, Now.AddDays(30)));
        promise.AskedAll([First, Second]);

        Assert.Equal((true, false, true), (asked is not null, soon is not null, again is not null));
        Assert.Equal((Now.AddDays(30), (DateTime?)null), (due, promise.AskAuthorsAt));
    }

    [Fact]
    public void Nobody_is_due_for_a_story_that_was_left_out_after_its_author_said_that_it_was_too_early()
    {
        var promise = Made();
        promise.Hear(Second, KeptAnswer.TooEarly, Now.AddDays(2));

        promise.Ask(First, Now.AddDays(30));
        promise.AskedAll([First]);

        Assert.Null(promise.AskAuthorsAt);
    }

    [Fact]
    public void One_author_who_says_that_it_is_too_early_puts_nobody_else_off()
    {
        var promise = Made();

        promise.Hear(First, KeptAnswer.TooEarly, Now.AddDays(2));
        var due = promise.AskAuthorsAt;
        var asked = (promise.Ask(First, Now.AddDays(2)), promise.Ask(Second, Now.AddDays(2)));
        promise.AskedAll([First, Second]);

        Assert.Equal((Now.AddDays(1), (DateTime?)Now.AddDays(30)), (due, promise.AskAuthorsAt));
        Assert.Null(asked.Item1);
        Assert.NotNull(asked.Item2);
    }

    [Fact]
    public void What_is_made_only_in_part_can_be_made_again()
    {
        var promise = Made();
        promise.Hear(First, KeptAnswer.Partly, Now.AddDays(2));

        promise.Make("The rest is done too", Now.AddDays(9));

        Assert.Equal((DateTime?)Now.AddDays(9), promise.AskAuthorsAt);
    }

    [Fact]
    public void Nobody_is_asked_twice()
    {
        var promise = Made();
        promise.Ask(First, Now.AddDays(1));

        Assert.Null(promise.Ask(First, Now.AddDays(2)));
        promise.Hear(First, KeptAnswer.Yes, Now.AddDays(3));
        Assert.Null(promise.Ask(First, Now.AddDays(4)));
    }

    [Fact]
    public void Letters_go_out_before_on_and_after_the_day_at_eight_in_London()
    {
        var at = PromiseStanding.LettersFor(Due.BeginsAt());

        Assert.Equal(
            [new(2026, 3, 17, 8, 0, 0, DateTimeKind.Utc), new(2026, 3, 31, 7, 0, 0, DateTimeKind.Utc), new(2026, 4, 14, 7, 0, 0, DateTimeKind.Utc)], at);
    }

    [Fact]
    public void A_time_when_nothing_ran_leaves_one_letter_and_not_three()
    {
        var promise = Planned();
        var late = new DateTime(2026, 4, 20, 9, 0, 0, DateTimeKind.Utc);

        var taken = new[] { promise.TakeLetter(Now), promise.TakeLetter(late), promise.TakeLetter(late) };

        Assert.Equal([false, true, false], taken);
        Assert.Null(promise.NextLetterAt);
    }

    [Fact]
    public void Another_day_sets_the_letters_anew_and_a_made_promise_ends_them()
    {
        var promise = Planned();
        promise.TakeLetter(new(2026, 3, 31, 9, 0, 0, DateTimeKind.Utc));

        promise.Move(new(2026, 6, 30), "The contract starts in June", new(2026, 4, 1, 9, 0, 0, DateTimeKind.Utc));
        var next = promise.NextLetterAt;
        promise.Make("It started", new(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc));

        Assert.Equal(new DateTime(2026, 6, 16, 7, 0, 0, DateTimeKind.Utc), next);
        Assert.Null(promise.NextLetterAt);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var (open, made, dropped, kept) = (Planned(), Made(), Planned(), Made());
        dropped.Drop("The money went elsewhere", Now.AddDays(1));
        kept.Hear(First, KeptAnswer.Yes, Now.AddDays(2));

        Action[] acts =
        [
            () => open.Hear(First, KeptAnswer.Yes, Now), () => open.HearOthers(PromiseStanding.OthersNeeded, Now), () => made.Make("Again", Now.AddDays(3)),
            () => made.Move(Due.AddDays(9), "Later", Now), () => dropped.Drop("Twice", Now), () => dropped.Make("Done", Now), () => kept.Drop("Now", Now),
        ];

        Assert.All(acts, act => Assert.Throws<ConflictException>(act));
    }

    private static Promise Planned()
    {
        var promise = new Promise { Slug = "one-number", OrganisationId = new(1), CaseStudyId = new(1), What = "One number to call", Role = "Head of housing" };
        promise.Plan(Due, Now);
        return promise;
    }

    private static Promise Made()
    {
        var promise = Planned();
        promise.Make("The number is on every letter", Now.AddDays(1));
        return promise;
    }
}
