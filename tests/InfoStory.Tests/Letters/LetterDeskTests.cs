using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Letters;

/// <summary>What was given up is seen, tried again or let go; what waits too long raises the alarm; no address stays for ever.</summary>
public sealed class LetterDeskTests
{
    [Fact]
    public async Task A_letter_that_was_given_up_is_seen_without_its_address_and_goes_when_it_is_tried_again()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Never), default);
        var postman = new TestPostman();

        var seen = await database.Get<LetterDesk>().ReadAsync(A.Publisher(), default);
        var again = await database.Get<LetterDesk>().TryAgainAsync(seen.Newest.Single().Id, A.Publisher(), default);
        var twice = await database.Get<LetterDesk>().TryAgainAsync(seen.Newest.Single().Id, A.Publisher(), default);
        await database.Get<Outbox>().SendDueAsync(postman, default);

        var letter = Assert.Single(seen.Newest);
        Assert.Equal(("personal 0", LetterTrouble.CannotBeWrittenTo, 1), (letter.Subject, letter.Reason, seen.GivenUp));
        Assert.Equal((true, false), (again, twice));
        Assert.Single(postman.Given);
        Assert.Empty(await database.LettersAsync());
        Assert.Equal([HistoryAct.LetterGivenUp, HistoryAct.LetterTriedAgain, HistoryAct.LetterSent], await database.ActsAsync("personal 0"));
    }

    [Fact]
    public async Task A_letter_that_may_have_arrived_counts_as_tried_when_it_is_tried_again()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Never), default);

        await database.Get<LetterDesk>().TryAllAgainAsync(A.Publisher(), default);

        Assert.Equal(1, (await database.LettersAsync()).Single().Tries);
    }

    [Fact]
    public async Task A_letter_is_let_go_once_and_only_after_it_was_given_up()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);
        var id = (await database.LettersAsync()).Single().Id;

        var waiting = await database.Get<LetterDesk>().LetGoAsync(id, A.Administrator(), default);
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Never), default);
        var first = await database.Get<LetterDesk>().LetGoAsync(id, A.Administrator(), default);
        var second = await database.Get<LetterDesk>().LetGoAsync(id, A.Administrator(), default);

        Assert.Equal((false, true, false), (waiting, first, second));
        Assert.Empty(await database.LettersAsync());
        Assert.Equal([HistoryAct.LetterGivenUp, HistoryAct.LetterLetGo], await database.ActsAsync("personal 0"));
    }

    [Fact]
    public async Task A_link_that_has_ended_is_not_tried_again()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Outbox>().WriteAsync("staff 1", "one@example.org", "Sign in", "B", default);
        await database.Get<Outbox>().SendUrgentAsync(new TestPostman(_ => LetterOutcome.Refused), default);
        var before = (await database.Get<LetterDesk>().ReadAsync(A.Publisher(), default)).Newest.Single();
        database.Clock.Advance(TimeSpan.FromDays(1));

        var after = (await database.Get<LetterDesk>().ReadAsync(A.Publisher(), default)).Newest.Single();

        Assert.Equal((true, false), (before.CanBeTriedAgain, after.CanBeTriedAgain));
        Assert.False(await database.Get<LetterDesk>().TryAgainAsync(before.Id, A.Publisher(), default));
    }

    [Theory]
    [InlineData(LetterLane.Urgent, 0, 16, true)]
    [InlineData(LetterLane.Personal, 0, 16, true)]
    [InlineData(LetterLane.Personal, 0, 14, false)]
    [InlineData(LetterLane.Personal, 1, 16, true)]
    [InlineData(LetterLane.Personal, 3, 16, false)]
    [InlineData(LetterLane.List, 0, 16, false)]
    [InlineData(LetterLane.List, 1, 16, true)]
    public async Task A_letter_that_waits_longer_than_a_quarter_of_an_hour_raises_the_alarm_unless_its_list_has_not_had_its_turn(
        LetterLane lane, int tries, int minutes, bool alarmed)
    {
        await using var database = await TestDatabase.NewAsync();
        var now = database.Clock.UtcNow;
        database.Write(new() { Subject = "s", To = "a@example.org", Lane = lane, Title = "T", Body = "B", WrittenAt = now, NextTryAt = now, Tries = tries });
        database.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(alarmed ? now : (DateTime?)null, await database.Get<LetterDesk>().LateSinceAsync(default));
    }

    [Theory]
    [InlineData(LetterLane.Personal)]
    [InlineData(LetterLane.List)]
    public async Task One_letter_to_which_nobody_is_there_raises_the_alarm_and_nothing_of_it_counts_as_sent(LetterLane lane)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(lane, 1);
        var written = database.Clock.UtcNow;
        for (var run = 0; run < 8; run++)
        {
            await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.NobodyThere), default);
            database.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(written, await database.Get<LetterDesk>().LateSinceAsync(default));
        Assert.Equal(0, Assert.Single(await database.LettersAsync()).Tries);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task An_address_that_anybody_may_have_typed_raises_no_alarm_by_itself(int letters, bool alarmed)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, letters);
        for (var run = 0; run < 8; run++)
        {
            await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Later), default);
            database.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(alarmed, await database.Get<LetterDesk>().LateSinceAsync(default) is not null);
    }

    [Fact]
    public async Task Everything_that_was_given_up_is_tried_again_at_once_but_what_has_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 4);
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Never), default);
        await database.Get<Outbox>().WriteAsync("staff 1", "one@example.org", "Sign in", "B", default);
        await database.Get<Outbox>().SendUrgentAsync(new TestPostman(_ => LetterOutcome.Never), default);
        database.Clock.Advance(TimeSpan.FromDays(1));

        var tried = await database.Get<LetterDesk>().TryAllAgainAsync(A.Publisher(), default);
        var again = await database.Get<LetterDesk>().TryAllAgainAsync(A.Publisher(), default);

        Assert.Equal((4, 0), (tried, again));
        Assert.Equal(4, await database.Get<Outbox>().SendDueAsync(new TestPostman(), default));
        Assert.Equal([HistoryAct.LetterGivenUp, HistoryAct.LetterTriedAgain, HistoryAct.LetterSent], await database.ActsAsync("personal 3"));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<LetterDesk>().TryAllAgainAsync(A.Moderator(), default));
    }

    [Fact]
    public async Task What_waits_for_a_month_is_given_up_and_a_month_later_gone()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);

        database.Clock.Advance(TimeSpan.FromDays(31));
        await database.Get<LetterDesk>().DeleteOldAsync(default);
        var kept = await database.LettersAsync();
        database.Clock.Advance(TimeSpan.FromDays(31));
        await database.Get<LetterDesk>().DeleteOldAsync(default);

        Assert.Equal(LetterTrouble.TooLate, Assert.Single(kept).Reason);
        Assert.Empty(await database.LettersAsync());
        Assert.Equal([HistoryAct.LetterGivenUp, HistoryAct.LetterLetGo], await database.ActsAsync("personal 0"));
    }

    [Theory]
    [InlineData(Roles.Administrator, true, true)]
    [InlineData(Roles.Administrator, false, false)]
    [InlineData(Roles.Publisher, true, false)]
    public async Task The_words_of_letters_in_a_folder_are_for_administrators_where_nobody_works_with_real_stories(Roles role, bool shows, bool sees)
    {
        await using var database = await TestDatabase.NewAsync();
        var folder = new LetterFolder(shows, _ => [], _ => "words");
        var desk = ActivatorUtilities.CreateInstance<LetterDesk>(
            database.Get<IServiceProvider>(), new LettersOut(LetterExit.Folder) { Folder = folder });

        var text = "";
        var refused = Record.Exception(() => text = desk.TextOf("a.eml", new(1, "a@example.org", role)));

        Assert.Equal(sees ? "words" : "", text);
        Assert.Equal(sees ? null : role == Roles.Administrator ? typeof(NotFoundException) : typeof(ForbiddenException), refused?.GetType());
    }
}
