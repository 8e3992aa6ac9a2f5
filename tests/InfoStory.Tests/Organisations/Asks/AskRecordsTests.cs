using System.Globalization;
using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>What becomes of an ask: what is written down of it, passed on, merged, and taken down.</summary>
public sealed class AskRecordsTests
{
    [Fact]
    public async Task What_came_by_telephone_moves_the_clock_and_stands_in_the_history()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        var asked = database.Clock.Today();
        database.Days(10);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, Until = asked.AddDays(20) });
        database.Days(12);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Question });
        database.Days(4);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.QuestionAnswered, On = asked.AddDays(24) });
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Extended, WhyExtended = WhyExtended.SeveralTeams });

        var open = await database.StandsAsync(ask);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });

        Assert.Equal((AskPhase.Waiting, asked.AddDays(28 + 10 + 2 + 28)), (open.Phase, open.Ends));
        Assert.Equal(AskPhase.Answered, (await database.StandsAsync(ask)).Phase);
        Assert.Equal(
            [
                HistoryAct.HoldingReplyRecorded, HistoryAct.QuestionRecorded, HistoryAct.QuestionOfOrganisationAnswered, HistoryAct.AskExtended,
                HistoryAct.OrganisationReplied,
            ],
            (await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject == story.Reference).OrderBy(entry => entry.Number).ToListAsync())
                .Select(entry => entry.Act).SkipWhile(act => act != HistoryAct.PutToOrganisation).Skip(1));
        await Assert.ThrowsAsync<ConflictException>(() => database.RecordAsync(ask, new() { Kind = AskEventKind.Question }));
    }

    [Fact]
    public async Task What_the_clock_does_not_allow_is_refused_beside_its_field()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        var asked = database.Clock.Today();
        database.Days(3);

        await RefusedAsync("Kind", new());
        await RefusedAsync("Kind", new() { Kind = AskEventKind.Put });
        await RefusedAsync("Kind", new() { Kind = AskEventKind.QuestionAnswered });
        await RefusedAsync("On", new() { Kind = AskEventKind.Answered, On = asked.AddDays(4) });
        await RefusedAsync("On", new() { Kind = AskEventKind.Answered, On = asked.AddDays(-1) });
        await RefusedAsync("Until", new() { Kind = AskEventKind.HoldingReply, Until = asked.AddDays(3 + 29) });
        await RefusedAsync("Until", new() { Kind = AskEventKind.HoldingReply, Until = asked.AddDays(3) });
        await RefusedAsync("WhyExtended", new() { Kind = AskEventKind.Extended });
        await RefusedAsync("WhyCorrected", new() { Kind = AskEventKind.Corrected, LastDay = asked.AddDays(40) });
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, Until = asked.AddDays(4) });
        await RefusedAsync("Kind", new() { Kind = AskEventKind.HoldingReply, Until = asked.AddDays(9) });
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Question });
        await RefusedAsync("Kind", new() { Kind = AskEventKind.Question });
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Extended, WhyExtended = WhyExtended.NeedsAdvice });
        await RefusedAsync("Kind", new() { Kind = AskEventKind.Extended, WhyExtended = WhyExtended.NeedsAdvice });
        database.Days(120);
        await RefusedAsync("Kind", new() { Kind = AskEventKind.Question });

        var until = database.Clock.Today().AddDays(7);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Corrected, LastDay = until, WhyCorrected = WhyCorrected.WeWereLate });
        Assert.Equal(AskPhase.Waiting, (await database.StandsAsync(ask)).Phase);
        Assert.Equal(
            "kent-county-council, we were late with something it needed",
            (await database.Get<InfoStoryContext>().History.SingleAsync(entry => entry.Act == HistoryAct.AskClockCorrected)).Why);

        async Task RefusedAsync(string field, RecordAsk what) =>
            Assert.Equal(
                [field],
                (await Assert.ThrowsAsync<ValidationException>(() => database.RecordAsync(ask, what))).Errors.Select(one => one.PropertyName).Distinct());
    }

    [Fact]
    public async Task Passing_on_begins_a_clock_there_says_so_and_never_goes_in_a_circle()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.OrganisationAsync("Essex", "essex@example.org");
        await database.OrganisationAsync("Surrey", "surrey@example.org");
        database.Days(6);

        await database.RecordAsync(ask, new() { Kind = AskEventKind.PassedOn, To = "Essex" });
        var second = await LastAsync(database);
        var circle = await Assert.ThrowsAsync<ValidationException>(() => PassAsync("Kent County Council"));
        var itself = await Assert.ThrowsAsync<ValidationException>(() => PassAsync("Essex"));
        var nobody = await Assert.ThrowsAsync<ValidationException>(() => PassAsync("Nowhere"));
        await PassAsync("Surrey");

        var asks = await database.PublicAsync(story);
        Assert.Equal([AskPhase.PassedOn, AskPhase.PassedOn, AskPhase.Waiting], asks.Select(one => one.Stands.Phase));
        Assert.Equal([0, 1, 2], asks.Select(one => one.Passed));
        Assert.Equal(["Essex", "Surrey", null], asks.Select(one => one.Stands.Other));
        Assert.Equal("Kent County Council had it already, and passed it on", circle.Errors.Single().ErrorMessage);
        Assert.All([itself, nobody], one => Assert.Equal("To", one.Errors.Single().PropertyName));
        var letter = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync(one => one.To == "surrey@example.org");
        Assert.StartsWith("Essex passed this on to you.", letter.Body, StringComparison.Ordinal);

        Task PassAsync(string to) => database.RecordAsync(second, new() { Kind = AskEventKind.PassedOn, To = to });
    }

    [Theory]
    [InlineData("unpublish")]
    [InlineData("withdraw")]
    [InlineData("permission")]
    public async Task What_is_taken_down_is_called_off_in_the_same_save_and_leaves_no_words(string how)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync("Calls of a quoll");
        var kent = await database.Get<InfoStoryContext>().Organisations.SingleAsync();

        if (how == "withdraw") await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        else if (how == "permission")
            await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.NamedService], Months = 12 }, default);
        else
        {
            var form = (await database.Get<CaseStudyEditing>().ShowAsync(story.CaseStudy, default)).ToForm();
            await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, form, A.Publisher(), default);
        }

        var trace = Assert.Single(await database.Get<PublicAsks>().OfOrganisationsAsync([kent.Id], default));
        Assert.Equal((AskPhase.CalledOff, null, null), (trace.Stands.Phase, trace.CaseStudySlug, trace.CaseStudyTitle));
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
        Assert.False(await database.Get<InfoStoryContext>().History.AnyAsync(entry => entry.Number == null));
        database.Days(40);
        Assert.Equal(0, await database.WriteAsync());
        await Assert.ThrowsAsync<ConflictException>(() => database.RecordAsync(ask, new() { Kind = AskEventKind.Answered }));
    }

    [Fact]
    public async Task Erasing_leaves_nothing_of_an_ask()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.OrganisationAsync("Essex", "essex@example.org");
        await database.RecordAsync(ask, new() { Kind = AskEventKind.PassedOn, To = "Essex" });

        await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);

        var db = database.Get<InfoStoryContext>();
        Assert.Equal((0, 0, 0), (await db.Asks.CountAsync(), await db.Set<AskEvent>().CountAsync(), await db.Set<Letter>().CountAsync()));
    }

    [Fact]
    public async Task Whoever_takes_the_story_back_while_it_is_answered_has_it_called_off()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, ask) = await database.AskedAsync();
        using var meanwhile = new Meanwhile(
            database.File, "FROM \"AskEvents\"", () => database.RecordAsync(ask, new() { Kind = AskEventKind.Question }))
        {
            Waits = false,
        };

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        await Record.ExceptionAsync(() => meanwhile.Done);
        Assert.Equal(AskPhase.CalledOff, (await database.StandsAsync(ask)).Phase);
    }

    [Fact]
    public async Task The_asks_of_an_organisation_that_is_merged_go_to_its_successor_and_their_clocks_go_on()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        var other = await database.Given(A.Story().Titled("Another one").For(Audience.Website, Audience.NamedService).Published());
        var db = database.Get<InfoStoryContext>();
        var (kent, essex) = (await db.Organisations.SingleAsync(), await database.OrganisationAsync("Essex", "essex@example.org"));
        var twice = await database.PutAsync(other, kent);
        await database.PutAsync(other, essex);
        var before = await database.StandsAsync(ask);

        await database.MergeAsync(kent, essex);

        var moved = (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Row;
        Assert.Equal(("Essex", AskPhase.Waiting, before.Due), (moved.Organisation, moved.Stands.Phase, moved.Stands.Due));
        Assert.Equal((AskPhase.Joined, "Essex"), ((await database.StandsAsync(twice)).Phase, (await database.StandsAsync(twice)).Other));
        Assert.Equal(["essex@example.org", "essex@example.org"], await db.Set<Letter>().Select(letter => letter.To).ToListAsync());
        Assert.Equal("Kent County Council", Assert.Single((await database.PublicAsync(story))[0].Stands.Notes).Other);
    }

    [Fact]
    public async Task A_reply_that_was_recorded_by_mistake_is_undone_and_costs_the_organisation_no_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.SendAllAsync();
        var asked = database.Clock.Today();
        database.Days(20);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });
        database.Days(30);

        await UndoAsync();

        var (stands, shown) = (await database.StandsAsync(ask), Assert.Single(await database.PublicAsync(story)).Stands);
        Assert.Equal((AskPhase.Waiting, asked.AddDays(64)), (stands.Phase, stands.Ends));
        Assert.Equal(AskEventKind.AnswerUndone, Assert.Single(shown.Notes).Kind);
        await Assert.ThrowsAsync<ConflictException>(UndoAsync);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });
        Assert.Equal(AskPhase.Answered, (await database.StandsAsync(ask)).Phase);

        async Task UndoAsync() => await database.Get<AskRecords>().UndoAnswerAsync(
            ask, (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Revision, A.Publisher(), default);
    }

    [Fact]
    public async Task What_may_not_go_to_the_successor_is_called_off_and_silence_stays_where_it_was()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("Not for them").About("Housing", "Kent").Published());
        var other = await database.Given(A.Story().Titled("For all").About("Housing", "Kent").For(Audience.Website, Audience.NamedService).Published());
        var police = await database.OrganisationAsync("Kent Police", service: "Police", place: "Kent");
        var homes = await database.OrganisationAsync("Homes of Kent", "homes@kent.example", "Housing", "Kent");
        var silent = await database.PutAsync(other, police);
        await database.SendAllAsync();
        database.Days(40);
        var ask = await database.PutAsync(story, police);

        await database.MergeAsync(police, homes);

        Assert.Equal(AskPhase.CalledOff, (await database.StandsAsync(ask)).Phase);
        var stays = (await database.Get<AskDesk>().ShowAsync(silent, A.Publisher(), default)).Row;
        Assert.Equal(("Kent Police", AskPhase.Silent), (stays.Organisation, stays.Stands.Phase));
        Assert.DoesNotContain(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync(), letter => letter.To == "homes@kent.example");
    }

    [Fact]
    public async Task Whoever_gets_an_ask_from_another_has_two_weeks_at_least_and_no_reminder_on_that_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        var kent = await database.Get<InfoStoryContext>().Organisations.SingleAsync();
        database.Days(26);

        await database.MergeAsync(kent, await database.OrganisationAsync("Essex", "essex@example.org"));
        var written = await database.WriteAsync();

        Assert.Equal((AskPhase.Waiting, database.Clock.Today().AddDays(14)), ((await database.StandsAsync(ask)).Phase, (await database.StandsAsync(ask)).Ends));
        var letter = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync();
        Assert.Contains(
            WorkingDays.OnOrAfter(database.Clock.Today().AddDays(14)).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), letter.Body,
            StringComparison.Ordinal);
        Assert.Equal(0, written);
    }

    [Fact]
    public async Task A_letter_that_did_not_arrive_is_written_anew_and_so_are_its_reminders()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        database.Days(14);
        await database.WriteAsync();
        database.Days(15);
        await database.SendAllAsync();
        await database.WriteAsync();
        var until = WorkingDays.OnOrAfter(database.Clock.Today().AddDays(28));

        await database.RecordAsync(ask, new() { Kind = AskEventKind.Corrected, LastDay = until, WhyCorrected = WhyCorrected.LetterDidNotArrive });

        var again = await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync();
        Assert.Equal("A case study for your organisation to answer", again.Title);
        Assert.Contains(until.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")), again.Body, StringComparison.Ordinal);
        await database.SendAllAsync();
        database.Days(19);
        Assert.Equal((1, 1), (await database.WriteAsync(), await database.SendAllAsync()));
    }

    [Fact]
    public async Task What_is_put_while_its_organisation_is_merged_is_not_put()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var (kent, essex) = (await database.OrganisationAsync(), await database.OrganisationAsync("Essex", "essex@example.org"));
        using var meanwhile = new Meanwhile(database.File, "FROM \"Places\"", () => database.MergeAsync(kent, essex));

        await Assert.ThrowsAsync<ConflictException>(() => database.PutAsync(story, kent));

        Assert.True(meanwhile.IsDone);
        Assert.Equal(0, await database.Get<InfoStoryContext>().Asks.CountAsync());
    }

    private static Task<Id<Ask>> LastAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Asks.OrderByDescending(ask => ask.Id).Select(ask => ask.Id).FirstAsync();
}
