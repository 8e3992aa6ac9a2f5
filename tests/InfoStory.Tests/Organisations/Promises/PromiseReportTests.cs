using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination;
using InfoStory.History;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responders;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Organisations.Asks;
using InfoStory.Tests.Organisations.Responses;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Promises.PromiseSteps;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>What those who answer for an organisation say became of its promises, and when everyone reads it.</summary>
public sealed class PromiseReportTests
{
    internal static readonly RecordPromise Made = new() { Kind = PromiseEventKind.Made, Words = "It stands on every letter now" };

    [Fact]
    public async Task What_is_reported_is_read_first_and_then_stands_under_the_day_on_which_it_was_sent()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        database.Days(3);
        var sent = database.Clock.UtcNow;
        await SendAsync(database, ann, slug, Made with { WhyPublic = WhyPublic.Public });
        var before = await database.Get<PromiseBook>().ReadAsync(slug, default);
        database.Days(5);

        var waits = Assert.Single(await database.Get<PromiseReportDesk>().ListAsync(A.Publisher(), default));
        var read = await ShownAsync(database, slug);
        await PublishAsync(database, slug);

        Assert.Equal((slug, PromiseBuilding.Organisation), (waits.Slug, waits.Organisation));
        Assert.Equal(("Ann", Made.Words, null), (read.By, read.Report.Words, read.WhyNot));
        Assert.Equal((PromiseState.Planned, PromiseEventKind.Planned), (before.Promise.State, Assert.Single(before.Steps).Kind));
        var after = await database.Get<PromiseBook>().ReadAsync(slug, default);
        Assert.Equal((PromiseState.Made, sent, Made.Words), (after.Promise.State, after.Steps[^1].At, after.Steps[^1].Words));
        Assert.Equal(database.Clock.UtcNow, after.Promise.ChangedAt);
        Assert.Equal(1, await database.Get<PromiseLetters>().AskAuthorsAsync(default));
        Assert.Empty(await database.Get<PromiseReportDesk>().ListAsync(A.Publisher(), default));
        Assert.Equal(
            [HistoryAct.Promised, HistoryAct.PromiseReported, HistoryAct.PromiseMade],
            await database.Get<InfoStoryContext>().History.Where(entry => entry.Subject.StartsWith("promise ")).OrderBy(entry => entry.Id)
                .Select(entry => entry.Act).ToListAsync());
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<PromiseReportDesk>().ListAsync(A.Moderator(), default));
    }

    [Fact]
    public async Task While_one_that_came_in_time_is_with_us_nothing_is_overdue_and_no_letter_goes()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database, days: 20);
        database.Days(20);
        await SendAsync(database, ann, slug, Made);
        database.Days(60);

        var letters = await database.Get<PromiseLetters>().RemindAsync(default);
        var waiting = await StateAsync(database, slug);
        var late = await database.Get<PromiseBook>().ListAsync(new(PromiseState.Overdue), null, default);
        var due = await database.Get<PromiseBook>().ListAsync(new(PromiseState.Due), null, default);
        var counted = (await database.Get<DisseminationDesk>().ReadAsync(A.Publisher(), default)).Overdue;
        await ReturnAsync(database, slug);
        var returned = await StateAsync(database, slug);
        database.Days(14);
        var lastDay = await StateAsync(database, slug);
        database.Days(1);

        Assert.Equal((0, PromiseState.Due, 0), (letters, waiting, counted));
        Assert.Empty(late.Rows);
        Assert.Single(due.Rows);
        Assert.Equal((PromiseState.Due, PromiseState.Due, PromiseState.Overdue), (returned, lastDay, await StateAsync(database, slug)));
        Assert.Single((await database.Get<PromiseBook>().ListAsync(new(PromiseState.Overdue), null, default)).Rows);
    }

    [Fact]
    public async Task After_the_second_return_there_is_only_what_was_left_and_a_late_report_spares_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database, days: 20);
        database.Days(20);
        await SendAsync(database, ann, slug, Made);
        database.Days(30);
        await ReturnAsync(database, slug);
        database.Days(10);
        await SendAsync(database, ann, slug, Made);
        database.Days(30);
        await ReturnAsync(database, slug);
        database.Days(4);
        var left = await StateAsync(database, slug);
        database.Days(1);
        var over = await StateAsync(database, slug);

        await SendAsync(database, ann, slug, Made);

        Assert.Equal((PromiseState.Due, PromiseState.Overdue, PromiseState.Overdue), (left, over, await StateAsync(database, slug)));
    }

    [Fact]
    public async Task Given_back_they_get_a_letter_and_find_their_words_and_it_goes_when_they_send_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database, days: 20);
        await SendAsync(database, ann, slug, Made);

        await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<PromiseReportDesk>().ReturnAsync(slug, new() { Revision = 1, Why = " " }, A.Publisher(), default));
        var isTold = await ReturnAsync(database, slug, "Leave out the street");
        var letter = Assert.Single(await LettersAsync(database), letter => letter.To == "ann@council.example");
        var shown = await database.Get<PromiseReporting>().ShowAsync(ann, slug, default);
        await SendAsync(database, ann, slug, shown.Report! with { Words = "It stands there" });

        Assert.True(isTold);
        Assert.Contains("Leave out the street", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"/respond/promises/{slug}", letter.Body, StringComparison.Ordinal);
        Assert.Contains("You have until", letter.Body, StringComparison.Ordinal);
        Assert.Equal((Made.Words, "Leave out the street", false, null), (shown.Report!.Words, shown.ReturnedWhy, shown.IsSent, shown.WhyNot));
        Assert.DoesNotContain(await LettersAsync(database), one => one.To == "ann@council.example");
    }

    [Fact]
    public async Task Twice_is_once_a_colleague_is_not_written_over_and_the_desk_waits()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made);

        await SendAsync(database, ann, slug, Made);

        await Assert.ThrowsAsync<ConflictException>(() => SendAsync(database, ann, slug, Made with { Words = "Something else" }));
        await Assert.ThrowsAsync<ConflictException>(() => RecordAsync(database, slug, PromiseEventKind.Dropped));
        await Assert.ThrowsAsync<ConflictException>(() => MergeAsync(database));
        await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<PromiseReportDesk>().PublishAsync(slug, new() { Revision = 0 }, A.Publisher(), default));
        Assert.Equal(1, await database.Get<InfoStoryContext>().Set<PromiseEvent>().CountAsync(one => one.Kind == PromiseEventKind.Reported));
    }

    [Fact]
    public async Task A_form_that_was_opened_before_the_promise_changed_is_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        var open = await database.Get<PromiseReporting>().ShowAsync(ann, slug, default);
        await SendAsync(database, ann, slug, Made);
        await ReturnAsync(database, slug);

        await Assert.ThrowsAsync<ConflictException>(
            () => database.Get<PromiseReporting>().SendAsync(ann, slug, Made with { Revision = open.Revision, Words = "Other words" }, default));
    }

    [Fact]
    public async Task What_is_made_dropped_or_down_is_refused_and_somebody_elses_is_not_there()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug, ann) = await GivenAsync(database);
        var other = await database.SeatAsync("bob@kent.example", await database.OrganisationAsync());
        var second = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
        var dropped = await database.Get<IServiceProvider>().PromiseAsync(second, what: "A second line");
        await RecordAsync(database, dropped, PromiseEventKind.Dropped);
        await AnswerBuilding.UnpublishAsync(database, story);

        var down = await database.Get<PromiseReporting>().ShowAsync(ann, slug, default);

        Assert.Equal((null, PromiseReporting.NotPublic), (down.Promise, down.WhyNot));
        await Assert.ThrowsAsync<ConflictException>(() => SendAsync(database, ann, slug, Made));
        await Assert.ThrowsAsync<ConflictException>(() => SendAsync(database, ann, dropped, Made));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PromiseReporting>().ShowAsync(other, slug, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PromiseReporting>().SendAsync(other, slug, Made, default));
    }

    [Fact]
    public async Task Taken_down_while_it_waits_it_is_not_published_and_given_back_without_a_letter()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made);
        await AnswerBuilding.UnpublishAsync(database, story);

        var shown = await ShownAsync(database, slug);

        Assert.NotNull(shown.WhyNot);
        Assert.Null(shown.To);
        await Assert.ThrowsAsync<ConflictException>(() => PublishAsync(database, slug));
        Assert.False(await ReturnAsync(database, slug));
    }

    [Fact]
    public async Task A_new_day_moves_the_promise_and_one_that_is_over_is_given_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database, days: 20);
        var day = database.Clock.Today().AddDays(25);
        var moved = new RecordPromise { Kind = PromiseEventKind.Moved, Due = day, Words = "The printer is late" };
        await Assert.ThrowsAsync<ValidationException>(() => SendAsync(database, ann, slug, moved with { Due = null }));
        await SendAsync(database, ann, slug, moved);
        database.Days(26);
        await Assert.ThrowsAsync<ConflictException>(() => PublishAsync(database, slug));
        await ReturnAsync(database, slug);
        await SendAsync(database, ann, slug, moved with { Due = day.AddDays(40) });

        await PublishAsync(database, slug);

        var read = await database.Get<PromiseBook>().ReadAsync(slug, default);
        Assert.Equal((PromiseState.Planned, day.AddDays(40)), (read.Promise.State, read.Promise.Due));
        Assert.Equal([PromiseEventKind.Planned, PromiseEventKind.Moved], read.Steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task Words_that_a_rule_points_at_need_a_reason_of_the_publisher()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug, ann) = await GivenAsync(database);
        await SendAsync(database, ann, slug, Made with { Words = "Ask Marek Nowak" });

        var refused = await Assert.ThrowsAsync<ValidationException>(() => PublishAsync(database, slug));
        await PublishAsync(database, slug, WhyPublic.Public);

        Assert.Equal(nameof(PublishReport.WhyPublic), refused.Errors.First().PropertyName);
        Assert.Equal("Ask Marek Nowak", (await database.Get<PromiseBook>().ReadAsync(slug, default)).Steps[^1].Words);
    }

    [Fact]
    public async Task The_reminder_says_where_to_report_only_where_somebody_answers_for_them()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, slug) = await PlannedAsync(database, days: 20);
        database.Days(6);
        await database.Get<PromiseLetters>().RemindAsync(default);
        await database.SeatAsync("ann@council.example", await database.Get<InfoStoryContext>().Organisations.SingleAsync());
        database.Days(14);
        await database.Get<PromiseLetters>().RemindAsync(default);

        var says = (await LettersAsync(database)).Where(letter => letter.To == PromiseBuilding.Mailbox)
            .Select(letter => letter.Body.Contains($"/respond/promises/{slug}", StringComparison.Ordinal));

        Assert.Equal([false, true], says);
    }

    [Fact]
    public async Task It_goes_with_the_story_and_moves_with_a_merged_organisation()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug, ann) = await GivenAsync(database);
        await MergeAsync(database);
        await SendAsync(database, ann, slug, Made);

        var home = Assert.Single((await database.Get<Responding>().HomeAsync(ann, default)).Organisations);
        await ReturnAsync(database, slug);
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal(("Other Council", Assert.Single(home.Promises).Id), (home.Name, Assert.Single(home.Reported)));
        Assert.False(await database.Get<InfoStoryContext>().PromiseReports.AnyAsync());
        Assert.DoesNotContain(await LettersAsync(database), letter => letter.To == "ann@council.example");
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<PromiseReporting>().ShowAsync(ann, slug, default));
    }

    internal static async Task<(GivenStory Story, string Slug, Id<Responder> Ann)> GivenAsync(TestDatabase database, int days = 30)
    {
        var (story, slug) = await PlannedAsync(database, days);
        return (story, slug, await database.SeatAsync("ann@council.example", await database.Get<InfoStoryContext>().Organisations.SingleAsync()));
    }

    internal static async Task SendAsync(TestDatabase database, Id<Responder> me, string slug, RecordPromise form)
    {
        var shown = await database.Get<PromiseReporting>().ShowAsync(me, slug, default);
        await database.Get<PromiseReporting>().SendAsync(me, slug, form with { Revision = shown.Revision }, default);
    }

    private static Task<ReportOnDesk> ShownAsync(TestDatabase database, string slug) =>
        database.Get<PromiseReportDesk>().ShowAsync(slug, A.Publisher(), default);

    private static async Task PublishAsync(TestDatabase database, string slug, WhyPublic? why = null) =>
        await database.Get<PromiseReportDesk>().PublishAsync(
            slug, new() { Revision = (await ShownAsync(database, slug)).Revision, WhyPublic = why }, A.Publisher(), default);

    internal static async Task<bool> ReturnAsync(TestDatabase database, string slug, string why = "Leave out the name") =>
        await database.Get<PromiseReportDesk>().ReturnAsync(
            slug, new() { Revision = (await ShownAsync(database, slug)).Revision, Why = why }, A.Publisher(), default);

    private static async Task RecordAsync(TestDatabase database, string slug, PromiseEventKind kind) =>
        await database.Get<Promising>().RecordAsync(slug, new()
        {
            Revision = (await database.Get<PromiseDesk>().ShowAsync(slug, A.Publisher(), default)).Revision,
            Kind = kind,
            Words = "No money",
        }, A.Publisher(), default);

    private static async Task<PromiseState> StateAsync(TestDatabase database, string slug) =>
        (await database.Get<PromiseBook>().ReadAsync(slug, default)).Promise.State;
}
