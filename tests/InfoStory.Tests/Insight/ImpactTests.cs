using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Insight.Impact;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Jobs;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Insight;

/// <summary>The figures are what the rows say, whatever happened to them, and a recount finds the same.</summary>
public sealed class ImpactTests
{
    private static readonly Audience[] Everyone = [Audience.Website, Audience.NamedService, Audience.PolicyMakers, Audience.Press];

    [Fact]
    public async Task Each_figure_counts_what_its_definition_says()
    {
        await using var database = await TestDatabase.NewAsync();
        var answered = await database.Given(A.Story().Titled("Answered").Kind(StoryKind.Failed).For(Everyone).Published());
        var silent = await database.Given(A.Story().Titled("Silent").Kind(StoryKind.Failed).For(Everyone).Published());
        await database.Given(A.Story().Titled("It worked").Kind(StoryKind.Worked).For(Everyone).Published());
        await database.Given(A.Story().Declined());
        var promise = await database.Get<IServiceProvider>().PromiseAsync(answered);
        var council = await database.OrganisationAsync();
        var (first, holds) = (await database.PutAsync(answered, council), await database.OrganisationAsync("Leeds City Council"));
        await database.PutAsync(silent, council);
        var late = await database.PutAsync(silent, holds);
        await database.SendAllAsync();
        await SendAsync(database, answered, Audience.PolicyMakers, "subscriber 1", days: 6);
        await SendAsync(database, answered, Audience.PolicyMakers, "subscriber 2", days: 6);
        await SendAsync(database, silent, Audience.Press, "subscriber 1", days: 8);
        database.Days(28);
        await database.RecordAsync(first, new() { Kind = AskEventKind.Answered });
        await database.Get<IServiceProvider>().RecordAsync(promise, PromiseEventKind.Made, "Done.");
        await database.Get<PromiseAnswers>().AnswerAsync(answered.Id, promise, KeptAnswer.Yes, default);
        database.Days(7);
        await database.RecordAsync(late, new() { Kind = AskEventKind.Answered });

        var figures = await CountedAsync(database);

        Assert.Equal(
            new Dictionary<ImpactFigure, int>
            {
                [ImpactFigure.Heard] = 3,
                [ImpactFigure.Published] = 3,
                [ImpactFigure.Reached] = 2,
                [ImpactFigure.ReachedServices] = 2,
                [ImpactFigure.ReachedPolicyMakers] = 1,
                [ImpactFigure.Concerns] = 2,
                [ImpactFigure.ConcernsWithPromise] = 1,
                [ImpactFigure.Put] = 3,
                [ImpactFigure.Answered] = 1,
                [ImpactFigure.Silent] = 1,
                [ImpactFigure.Promised] = 1,
                [ImpactFigure.Confirmed] = 1,
            }, figures.Where(figure => figure.Value > 0).ToDictionary());
    }

    [Fact]
    public async Task Paused_days_do_not_count_and_a_holding_reply_is_no_answer()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        database.Days(20);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, Until = database.Clock.Today().AddDays(20) });
        database.Days(15);
        var held = await CountedAsync(database);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });

        var answered = await CountedAsync(database);

        Assert.Equal((1, 0, 0), (held[ImpactFigure.Put], held[ImpactFigure.Answered], held[ImpactFigure.Silent]));
        Assert.Equal((1, 1, 0), (answered[ImpactFigure.Put], answered[ImpactFigure.Answered], answered[ImpactFigure.Silent]));
    }

    [Fact]
    public async Task Silence_is_counted_when_the_clock_runs_out_although_nobody_does_anything()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskedAsync();
        await database.SendAllAsync();
        var before = await CountedAsync(database);
        database.Days(40);

        var after = await CountedAsync(database);

        Assert.Equal((0, 1), (before[ImpactFigure.Silent], after[ImpactFigure.Silent]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_an_author_takes_back_is_counted_nowhere_and_a_recount_agrees(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });
        await database.Get<IServiceProvider>().PromiseAsync(story);
        await SendAsync(database, story, Audience.Website, "subscriber 1", days: 1);
        var before = await CountedAsync(database);

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        var after = await CountedAsync(database);
        await database.Get<ImpactCounting>().CheckAsync(default);

        Assert.Equal(9, before.Values.Sum());
        Assert.Equal(0, after.Values.Sum());
        Assert.False(await database.Get<InfoStoryContext>().ImpactCounts.AnyAsync(count => count.CorrectedAt != null));
    }

    [Fact]
    public async Task A_recount_finds_what_went_round_the_marks_and_puts_it_right_but_leaves_what_is_marked()
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var _ in Enumerable.Range(0, 3)) await database.Given(A.Story());
        await CountedAsync(database);
        await database.Get<InfoStoryContext>().ImpactCounts.ExecuteUpdateAsync(set => set.SetProperty(count => count.Count, 7));
        var marked = await database.Given(A.Story());
        await database.Get<ImpactCounting>().CheckAsync(default);
        var left = await database.Get<InfoStoryContext>().ImpactCounts.Select(count => count.Count).SingleAsync();
        await database.Get<InfoStoryContext>().ImpactMarks.ExecuteDeleteAsync();

        await database.Get<ImpactCounting>().CheckAsync(default);

        var put = await database.Get<InfoStoryContext>().ImpactCounts.AsNoTracking().SingleAsync();
        Assert.Equal((7, 4, true), (left, put.Count, put.CorrectedAt is not null));
        Assert.NotNull((await database.Get<ImpactDesk>().ShowAsync(A.Publisher(), default)).CorrectedAt);
        Assert.NotNull(marked);
    }

    /// <summary>23:30 in London on 31 March is 22:30 UTC; the month is London's, on both sides of a change of the clocks.</summary>
    [Theory]
    [InlineData("2027-03-31 22:30", "2027-03-01")]
    [InlineData("2027-03-31 23:30", "2027-04-01")]
    [InlineData("2027-10-31 23:30", "2027-10-01")]
    [InlineData("2027-11-01 00:30", "2027-11-01")]
    public async Task A_story_is_of_the_month_that_it_is_in_London(string utc, string month)
    {
        await using var database = await TestDatabase.NewAsync();
        database.Clock.SetUtcNow(DateTimeOffset.Parse($"{utc}Z", System.Globalization.CultureInfo.InvariantCulture));
        await database.Given(A.Story());

        await database.Get<ImpactCounting>().FoldAsync(default);

        var counted = await database.Get<InfoStoryContext>().ImpactCounts.SingleAsync(count => count.Count > 0);
        Assert.Equal((month, 1), ($"{counted.Month:yyyy-MM-dd}", counted.Count));
    }

    [Fact]
    public async Task Two_that_count_at_once_and_one_that_is_killed_leave_the_number_right()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        foreach (var _ in Enumerable.Range(0, 3)) await database.Given(A.Story());
        await database.RunAsync("CREATE TRIGGER killed BEFORE INSERT ON ImpactCounts BEGIN SELECT RAISE(ABORT, 'killed'); END");
        await database.Get<ImpactCounting>().FoldAsync(default);
        var left = await database.Get<InfoStoryContext>().ImpactMarks.CountAsync();
        await database.RunAsync("DROP TRIGGER killed");
        database.Clock.Advance(TimeSpan.FromMinutes(2));

        await database.Get<ImpactCounting>().FoldAsync(default);
        await database.Get<ImpactCounting>().FoldAsync(default);

        Assert.Equal(3, left);
        Assert.Equal(3, await database.Get<InfoStoryContext>().ImpactCounts.Select(count => count.Count).SingleAsync());
        Assert.Equal(0, await database.Get<InfoStoryContext>().ImpactMarks.CountAsync());
    }

    [Fact]
    public async Task Only_a_publisher_sees_the_figures_exactly_with_who_is_silent_and_what_is_overdue()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        await database.Get<IServiceProvider>().PromiseAsync(story, days: 10);
        await database.SendAllAsync();
        database.Days(40);
        await CountedAsync(database);

        var seen = await database.Get<ImpactDesk>().ShowAsync(A.Publisher(), default);
        var shown = await database.Get<ImpactBook>().ReadAsync(default);

        Assert.Equal((1, 1), (seen.Total(ImpactFigure.Heard), seen.Total(ImpactFigure.Silent)));
        Assert.Equal(("Kent County Council", PromiseBuilding.What), (Assert.Single(seen.Silent).Organisation, Assert.Single(seen.Overdue).What));
        Assert.False(shown.IsAnyShown);
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ImpactDesk>().ShowAsync(A.Moderator(), default));
    }

    [Fact]
    public async Task An_organisation_that_is_asked_is_a_service_also_where_it_has_only_what_anyone_may_read()
    {
        await using var database = await TestDatabase.NewAsync();
        var (asked, followed) = (await database.Given(A.Story().Titled("Asked").Published()), await database.Given(A.Story().Titled("Followed").Published()));
        await SendAsync(database, asked, Audience.Website, "ask of organisation 1", days: 1);
        await SendAsync(database, followed, Audience.Website, "subscriber 1", days: 1);

        var figures = await CountedAsync(database);

        Assert.Equal((1, 1, 2), (figures[ImpactFigure.ReachedServices], figures[ImpactFigure.ReachedPublic], figures[ImpactFigure.Reached]));
    }

    private static async Task SendAsync(TestDatabase database, GivenStory story, Audience audience, string recipient, int days)
    {
        var db = database.Get<InfoStoryContext>();
        db.Add(new Delivery { CaseStudyId = story.CaseStudy, Audience = audience, Recipient = recipient, SentAt = database.Clock.UtcNow.AddDays(days) });
        await db.SaveChangesAsync();
    }

    /// <summary>What stands after the job has run, over all months.</summary>
    private static async Task<Dictionary<ImpactFigure, int>> CountedAsync(TestDatabase database)
    {
        await database.Get<ImpactCounting>().FoldAsync(default);
        var counts = await database.Get<InfoStoryContext>().ImpactCounts.AsNoTracking().ToListAsync();
        return Enum.GetValues<ImpactFigure>().ToDictionary(figure => figure, figure => counts.Where(count => count.Figure == figure).Sum(count => count.Count));
    }
}
