using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Insight.Impact;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>Nobody is called silent whom our letter did not reach.</summary>
public sealed class AskReachTests
{
    [Fact]
    public async Task A_letter_that_waits_for_half_of_the_time_is_given_up_and_nobody_is_silent_nor_reminded()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        database.Days(14);
        var reminded = await database.WriteAsync();
        var sent = await database.SendAllAsync();
        database.Days(16);
        await database.WriteAsync();

        var db = database.Get<InfoStoryContext>();
        var only = await db.Set<Letter>().SingleAsync();
        Assert.Equal((1, 0, LetterTrouble.TooLate, false), (reminded, sent, only.Reason, only.CanBeTriedAgain(database.Clock.UtcNow)));
        Assert.True((await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Row.IsUnreached);
        Assert.True((await database.PublicAsync(story)).Single().Stands is { Phase: AskPhase.Silent, IsUnreached: true });
        Assert.False(await db.History.AnyAsync(
            entry => entry.Subject == story.Reference && (entry.Act == HistoryAct.NoReplyInTime || entry.Act == HistoryAct.AskReminded)));
    }

    [Fact]
    public async Task A_letter_that_was_let_go_after_thirty_days_has_reached_nobody_for_ever()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        await database.Get<Outbox>().SendDueAsync(new TestPostman(letter => LetterOutcome.Never), default);
        database.Days(31);

        var gone = await database.Get<LetterDesk>().DeleteOldAsync(default);

        Assert.Equal((1, 0), (gone, await database.Get<InfoStoryContext>().Set<Letter>().CountAsync()));
        Assert.True((await database.PublicAsync(story)).Single().Stands.IsUnreached);
        await database.Get<ImpactCounting>().FoldAsync(default);
        Assert.DoesNotContain(
            await database.Get<InfoStoryContext>().ImpactCounts.ToListAsync(), one => one is { Figure: ImpactFigure.Silent or ImpactFigure.Put, Count: > 0 });
    }

    [Fact]
    public async Task Who_was_reached_is_silent_after_the_time()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.SendAllAsync();
        database.Days(29);

        await database.WriteAsync();

        Assert.Equal(database.Clock.UtcNow.AddDays(-29).Date, (await EventsAsync(database, ask))[0].LeftAt!.Value.Date);
        Assert.True((await database.PublicAsync(story)).Single().Stands is { Phase: AskPhase.Silent, IsUnreached: false });
        Assert.True(await database.Get<InfoStoryContext>().History.AnyAsync(
            entry => entry.Subject == story.Reference && entry.Act == HistoryAct.NoReplyInTime));
    }

    [Fact]
    public async Task Whoever_wrote_to_us_has_heard_of_it_whatever_became_of_our_letter()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, Until = database.Clock.Today().AddDays(3) });

        Assert.False((await database.PublicAsync(story)).Single().Stands.IsUnreached);
    }

    [Fact]
    public async Task A_letter_that_is_written_anew_must_leave_as_well()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.SendAllAsync();
        await database.RecordAsync(
            ask, new() { Kind = AskEventKind.Corrected, LastDay = database.Clock.Today().AddDays(35), WhyCorrected = WhyCorrected.LetterDidNotArrive });
        var waits = (await database.PublicAsync(story)).Single().Stands.IsUnreached;

        await database.SendAllAsync();

        Assert.Equal((true, false), (waits, (await database.PublicAsync(story)).Single().Stands.IsUnreached));
    }

    [Fact]
    public async Task A_correction_of_the_clock_without_a_letter_changes_nothing_of_who_was_reached()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.SendAllAsync();

        await database.RecordAsync(
            ask, new() { Kind = AskEventKind.Corrected, LastDay = database.Clock.Today().AddDays(35), WhyCorrected = WhyCorrected.WrongDayRecorded });

        Assert.False((await database.PublicAsync(story)).Single().Stands.IsUnreached);
    }

    [Fact]
    public async Task Nobody_is_silent_whose_letter_did_not_arrive_and_who_has_no_mailbox_for_another()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        await database.SendAllAsync();
        var kent = (await database.Get<InfoStoryContext>().Organisations.SingleAsync()).Id;
        await database.ChangeAsync(kent, form => form with { Mailbox = null });
        await DidNotArriveAsync();
        database.Days(40);

        Assert.True((await database.PublicAsync(story)).Single().Stands is { Phase: AskPhase.Silent, IsUnreached: true });
        await database.ChangeAsync(kent, form => form with { Mailbox = "new@kent.example" });
        await DidNotArriveAsync();
        await database.SendAllAsync();
        Assert.False((await database.PublicAsync(story)).Single().Stands.IsUnreached);

        Task DidNotArriveAsync() => database.RecordAsync(
            ask, new() { Kind = AskEventKind.Corrected, LastDay = database.Clock.Today().AddDays(30), WhyCorrected = WhyCorrected.LetterDidNotArrive });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_that_was_none_leaves_what_was_known_of_our_letter(bool hasLeft)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, ask) = await database.AskedAsync();
        if (hasLeft) await database.SendAllAsync();
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });

        var shown = await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default);
        await database.Get<AskRecords>().UndoAnswerAsync(ask, shown.Revision, A.Publisher(), default);
        database.Days(60);

        Assert.Equal(0, await database.SendAllAsync());
        Assert.Equal(!hasLeft, (await database.PublicAsync(story)).Single().Stands.IsUnreached);
        Assert.Equal(!hasLeft, (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Row.IsUnreached);
    }

    [Fact]
    public async Task A_successor_is_not_silent_because_of_an_ask_that_reached_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        database.Days(40);

        await database.MergeAsync(
            await database.Get<InfoStoryContext>().Organisations.SingleAsync(), await database.OrganisationAsync("Essex", "essex@example.org"));

        Assert.Equal(AskPhase.CalledOff, (await database.StandsAsync(ask)).Phase);
    }

    [Fact]
    public async Task An_ask_that_moves_to_an_organisation_without_a_mailbox_has_reached_nobody()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        await database.SendAllAsync();

        await database.MergeAsync(
            await database.Get<InfoStoryContext>().Organisations.SingleAsync(), await database.OrganisationAsync("Essex", mailbox: null));

        Assert.True((await database.PublicAsync(story)).Single().Stands.IsUnreached);
    }

    private static async Task<List<AskEvent>> EventsAsync(TestDatabase database, Id<Ask> ask) =>
        await database.Get<InfoStoryContext>().Set<AskEvent>().AsNoTracking().Where(one => one.AskId == ask).OrderBy(one => one.Id).ToListAsync();
}
