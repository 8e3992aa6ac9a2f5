using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Letters;

/// <summary>Letters wait in lanes, leave in their order, and none is lost.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_list_is_read_fifty_at_a_time_and_what_is_for_one_person_waits_for_none_of_the_rest()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.List, 120);
        var services = database.Get<IServiceProvider>();
        var (db, tracked, now) = (services.GetRequiredService<InfoStoryContext>(), 0, database.Clock.UtcNow);
        TestPostman? postman = null;
        postman = new(letter =>
        {
            tracked = Math.Max(tracked, db.ChangeTracker.Entries().Count());
            if (postman!.Given.Count == 1) database.Write(Outgoing(LetterLane.Personal, "somebody", now));
            return LetterOutcome.Done;
        });

        var sent = await services.GetRequiredService<Outbox>().SendDueAsync(postman, default);

        Assert.Equal((121, 1, 0), (sent, postman.Rounds, tracked));
        Assert.Equal(Outbox.AtOnce, postman.Given.FindIndex(letter => letter.Lane == LetterLane.Personal));
        Assert.Empty(await database.LettersAsync());
    }

    [Fact]
    public async Task Links_to_sign_in_go_with_what_is_urgent_and_nothing_else_does()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Outbox>().WriteAsync("staff 1", "one@example.org", "Sign in", "B", default);
        await database.WriteAsync(LetterLane.Personal, 1);
        var (urgent, rest) = (new TestPostman(), new TestPostman());

        await database.Get<Outbox>().SendUrgentAsync(urgent, default);
        await database.Get<Outbox>().SendDueAsync(rest, default);

        Assert.Equal((LetterLane.Urgent, LetterLane.Personal), (Assert.Single(urgent.Given).Lane, Assert.Single(rest.Given).Lane));
    }

    [Fact]
    public async Task A_letter_that_is_refused_for_good_stays_with_its_reason_and_is_tried_no_more()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);
        var postman = new TestPostman(_ => LetterOutcome.Refused);

        for (var run = 0; run < 3; run++)
        {
            await database.Get<Outbox>().SendDueAsync(postman, default);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        var letter = Assert.Single(await database.LettersAsync());
        Assert.Equal((LetterTrouble.Refused, true), (letter.Reason, letter.GivenUpAt < database.Clock.UtcNow));
        Assert.Single(postman.Given);
        Assert.Equal([HistoryAct.LetterGivenUp], await database.ActsAsync("personal 0"));
    }

    [Fact]
    public async Task Where_three_are_refused_and_none_is_taken_nothing_is_given_up_until_somebody_takes_one()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 10);
        var wrong = new TestPostman(_ => LetterOutcome.Refused);

        for (var run = 0; run < 60; run++)
        {
            await database.Get<Outbox>().SendDueAsync(wrong, default);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var waiting = await database.LettersAsync();
        var late = await database.Get<LetterDesk>().LateSinceAsync(default);
        database.Clock.Advance(TimeSpan.FromMinutes(15));
        var mended = new TestPostman(letter => letter.To == "reader0@example.org" ? LetterOutcome.Refused : LetterOutcome.Done);
        var sent = await database.Get<Outbox>().SendDueAsync(mended, default);

        Assert.Equal(10, waiting.Count(letter => letter.GivenUpAt is null && letter.Tries == 1));
        Assert.NotNull(late);
        Assert.Equal(9, sent);
        Assert.Equal(LetterTrouble.Refused, Assert.Single(await database.LettersAsync()).Reason);
    }

    [Fact]
    public async Task Letters_that_are_refused_hold_up_no_list_behind_them()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 3);
        await database.WriteAsync(LetterLane.List, 5);
        var postman = new TestPostman(letter => letter.Lane == LetterLane.Personal ? LetterOutcome.Refused : LetterOutcome.Done);

        await database.Get<Outbox>().SendDueAsync(postman, default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(5, await database.Get<Outbox>().SendDueAsync(postman, default));
    }

    [Fact]
    public async Task A_letter_that_throws_holds_up_no_list_behind_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 1);
        var postman = new TestPostman(letter => letter.Lane == LetterLane.Personal ? throw new FormatException() : LetterOutcome.Done);
        List<int> sent = [];

        for (var run = 0; run < 20; run++)
        {
            await database.WriteAsync(LetterLane.List, 1);
            sent.Add(await database.Get<Outbox>().SendDueAsync(postman, default));
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.All(sent, one => Assert.Equal(1, one));
    }

    [Fact]
    public async Task While_nobody_is_there_no_letter_loses_a_try_and_only_three_are_asked_about_in_a_run()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 5);
        var (away, back) = (new TestPostman(_ => LetterOutcome.NobodyThere), new TestPostman());

        for (var run = 0; run < 2 * Letter.MaxTries; run++)
        {
            await database.Get<Outbox>().SendDueAsync(away, default);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.All(await database.LettersAsync(), letter => Assert.Equal(0, letter.Tries));
        Assert.NotNull(await database.Get<LetterDesk>().LateSinceAsync(default));
        await database.Get<Outbox>().SendDueAsync(back, default);

        Assert.Equal((2 * Letter.MaxTries * 3, 5), (away.Given.Count, back.Given.Count));
        Assert.Equal(5, away.Given.Concat(back.Given).Select(letter => letter.Token).Distinct().Count());
    }

    [Fact]
    public async Task The_wait_doubles_and_is_up_to_a_quarter_shorter_so_that_what_failed_together_comes_back_apart()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 20);

        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Later), default);
        var first = await database.LettersAsync();
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.Later), default);
        var second = await database.LettersAsync();

        var now = database.Clock.UtcNow;
        Assert.All(first, letter => Assert.InRange(letter.NextTryAt, now.AddSeconds(-15), now));
        Assert.All(second, letter => Assert.InRange(letter.NextTryAt, now.AddSeconds(90), now.AddMinutes(2)));
        Assert.NotEqual(1, second.Select(letter => letter.NextTryAt).Distinct().Count());
    }

    [Fact]
    public async Task However_many_processes_send_no_minute_has_more_than_its_limit_and_what_is_urgent_is_not_held_up()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.List, 30);
        await database.WriteAsync(LetterLane.Urgent, 15);
        var postman = new TestPostman();

        await Limited(database).SendDueAsync(postman, default);
        await Limited(database).SendDueAsync(postman, default);
        var inMinute = postman.Given.Count;
        await Limited(database).SendUrgentAsync(postman, default);
        var withUrgent = postman.Given.Count;
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await Limited(database).SendDueAsync(postman, default);

        Assert.Equal((12, 27, 39), (inMinute, withUrgent, postman.Given.Count));

        static Outbox Limited(TestDatabase database)
        {
            var services = database.Get<IServiceProvider>();
            return ActivatorUtilities.CreateInstance<Outbox>(
                services, ActivatorUtilities.CreateInstance<LetterPacing>(services, new LettersOut(LetterExit.MailServer) { PerMinute = 12 }));
        }
    }

    [Fact]
    public async Task A_link_that_has_ended_is_not_sent_any_more()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Get<Outbox>().WriteAsync("staff 1", "one@example.org", "Sign in", "B", default);
        database.Clock.Advance(TimeSpan.FromDays(1));
        var postman = new TestPostman();

        await database.Get<Outbox>().SendUrgentAsync(postman, default);

        Assert.Empty(postman.Given);
        Assert.Equal(LetterTrouble.TooLate, Assert.Single(await database.LettersAsync()).Reason);
    }

    [Fact]
    public async Task Every_try_of_a_letter_has_the_same_token_and_no_two_letters_have_one()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.WriteAsync(LetterLane.Personal, 2);
        var postman = new TestPostman(_ => LetterOutcome.Later);

        await database.Get<Outbox>().SendDueAsync(postman, default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<Outbox>().SendDueAsync(postman, default);

        Assert.Equal([2, 2], postman.Given.CountBy(letter => letter.Token).Select(token => token.Value));
    }

    private static Letter Outgoing(LetterLane lane, string subject, DateTime now) =>
        new() { Subject = subject, To = "one@example.org", Lane = lane, Title = "T", Body = "B", WrittenAt = now, NextTryAt = now };
}
