using InfoStory.Authors;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.History;
using InfoStory.Jobs;
using InfoStory.Letters;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static InfoStory.Tests.Dissemination.Briefings.BriefingRoom;

namespace InfoStory.Tests.Dissemination.Briefings;

/// <summary>Who was given which briefing, and what is left of it.</summary>
public sealed class BriefingCopyTests
{
    [Fact]
    public async Task Whoever_is_given_a_briefing_gets_a_letter_and_stands_in_the_log_under_a_number()
    {
        await using var database = await TestDatabase.NewAsync();
        var (one, two) = (await database.Given(A.Story().Titled("One").Published()), await database.Given(A.Story().Titled("Two").Published()));
        var id = await database.BriefingAsync();

        var (copy, link) = await database.GiveAsync(id);

        var db = database.Get<InfoStoryContext>();
        var letter = await db.Set<Letter>().SingleAsync(letter => letter.To == Email);
        Assert.Equal(("A briefing for you", LetterLane.Personal, $"briefing copy {copy}"), (letter.Title, letter.Lane, letter.Subject));
        var sent = await db.Deliveries.OrderBy(delivery => delivery.CaseStudyId).ToListAsync();
        Assert.Equal([one.CaseStudy, two.CaseStudy], sent.Select(delivery => delivery.CaseStudyId));
        Assert.All(sent, delivery => Assert.Equal(
            ($"briefing copy {copy}", Audience.PolicyMakers, letter.Id), (delivery.Recipient, delivery.Audience, delivery.LetterId!.Value)));
        Assert.Equal(2, (await database.ReadAsync(link))!.Studies);
        var row = Assert.Single(await database.Get<BriefingCopies>().ListAsync(id, A.Publisher(), default));
        Assert.Equal((new CopyHolder(Email, To.To!), true, 2, "Two"), (row.Holder, row.IsOpen, row.Given, row.Studies[0].Title));
        Assert.Equal(new CopyHolder(Email, To.To!), await database.Get<BriefingRecall>().HolderAsync(copy, default));
        await Assert.ThrowsAsync<ConflictException>(() => database.GiveAsync(id, To with { Email = Email.ToUpperInvariant() }));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<BriefingCopies>().GiveAsync(id, To, A.Moderator(), default));
        db.RemoveRange(await db.Set<Letter>().ToListAsync());
        await db.SaveChangesAsync();
        Assert.DoesNotContain(Email, await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Lee Ann", await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("erased")]
    [InlineData("not for them any more")]
    [InlineData("called back")]
    public async Task What_may_not_be_shown_any_more_is_gone_from_a_copy_at_once(string what)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("One").Published());
        await database.Given(A.Story().Titled("Two").PublicText("Other words.").Published());
        var id = await database.BriefingAsync(Form with { FirstQuote = "A worker rang three times" });
        var (_, link) = await database.GiveAsync(id);
        var before = await database.ReadAsync(link);

        if (what == "withdrawn") await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        if (what == "erased") await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        if (what == "not for them any more")
            await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);
        if (what == "called back")
        {
            await database.Get<InfoStoryContext>().Deliveries.Where(delivery => delivery.CaseStudyId == story.CaseStudy)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.CalledBackAt, database.Clock.GetUtcNow().UtcDateTime));
        }

        var after = await database.ReadAsync(link);
        Assert.Equal((2, 1, false), (before!.Studies, before.Quotes.Count, before.IsLess));
        Assert.Equal((1, 0, true), (after!.Studies, after.Quotes.Count, after.IsLess));
    }

    [Fact]
    public async Task A_copy_never_holds_more_than_it_was_given_with()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("One").Published());
        var id = await database.BriefingAsync();
        var (_, link) = await database.GiveAsync(id);
        await database.Given(A.Story().Titled("Two").Published());
        var opened = (await database.Get<BriefingEditing>().OpenAsync(id, A.Publisher(), default)).Form;

        await database.Get<BriefingEditing>().ChangeAsync(id, opened with { Audience = Audience.Website, Question = "And now?" }, A.Publisher(), default);

        var read = await database.ReadAsync(link);
        Assert.Equal((1, Audience.PolicyMakers, "And now?"), (read!.Studies, read.Audience, read.Question));
    }

    [Fact]
    public async Task A_link_opens_nothing_that_is_forged_ended_or_called_back()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        var id = await database.BriefingAsync();
        var (copy, link) = await database.GiveAsync(id);
        var (_, other) = await database.GiveAsync(id, new() { To = "Press office", Email = "press@example.org" });
        var (key, copies) = (database.Get<LinkKey>(), database.Get<BriefingCopies>());

        await copies.CallBackAsync(id, copy, A.Publisher(), default);
        await copies.CallBackAsync(id, copy, A.Publisher(), default);

        string[] useless = ["", "forged", link, link[..^1], key.Sign(LinkPurpose.Recall, copy.Value + 1, 0), key.Sign(LinkPurpose.Briefing, 999, 0)];
        foreach (var none in useless) Assert.Null(await database.ReadAsync(none));
        Assert.Null(await database.Get<SharedBriefings>().TakeAsync(link, default));
        Assert.NotNull(await database.ReadAsync(other));
        var db = database.Get<InfoStoryContext>();
        Assert.Equal("press@example.org", Assert.Single(await db.Set<Letter>().ToListAsync()).To);
        Assert.Single(await db.History.Where(entry => entry.Act == HistoryAct.BriefingCalledBack).ToListAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => copies.CallBackAsync(new(999), copy, A.Publisher(), default));
        database.Clock.Advance(TimeSpan.FromDays(BriefingCopy.Days));
        Assert.Null(await database.ReadAsync(other));
    }

    [Fact]
    public async Task Who_had_a_copy_is_forgotten_half_a_year_after_it_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        var id = await database.BriefingAsync();
        var (copy, _) = await database.GiveAsync(id);

        database.Clock.Advance(TimeSpan.FromDays(BriefingCopy.Days + BriefingCopy.DaysKept - 1));
        await Job(database).RunAsync(default);
        var still = await database.Get<BriefingRecall>().HolderAsync(copy, default);
        database.Clock.Advance(TimeSpan.FromDays(1));
        await Job(database).RunAsync(default);

        Assert.NotNull(still);
        Assert.Null(await database.Get<BriefingRecall>().HolderAsync(copy, default));
        Assert.DoesNotContain(Email, await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(Assert.Single(await database.Get<BriefingCopies>().ListAsync(id, A.Publisher(), default)).Holder);
    }

    [Fact]
    public async Task A_document_that_is_taken_away_is_a_copy_too()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        var id = await database.BriefingAsync();
        var (_, link) = await database.GiveAsync(id);

        var taken = await database.Get<BriefingCopies>().TakeAsync(id, To, A.Publisher(), default);
        var by = await database.Get<SharedBriefings>().TakeAsync(link, default);
        await database.Get<SharedBriefings>().TakeAsync(link, default);

        var rows = await database.Get<BriefingCopies>().ListAsync(id, A.Publisher(), default);
        Assert.Equal((1, 1), (taken.Studies, by!.Studies));
        Assert.Equal([CopyKind.Word, CopyKind.Link], rows.Select(row => row.Kind));
        Assert.All(rows, row => Assert.Single(row.Studies));
        Assert.Equal(2, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Act == HistoryAct.BriefingTaken));
        Assert.False(rows[0].IsOpen);
    }

    [Fact]
    public async Task What_is_called_back_by_a_room_opens_nothing_and_its_holder_is_known_still()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Published());
        var (copy, link) = await database.GiveAsync(await database.BriefingAsync());

        await using (var scope = database.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<BriefingRecall>().KillAsync([copy], default);
            await scope.ServiceProvider.GetRequiredService<InfoStoryContext>().SaveChangesAsync();
        }

        Assert.Null(await database.ReadAsync(link));
        Assert.NotNull(await database.Get<BriefingRecall>().HolderAsync(copy, default));
    }

    private static IJob Job(TestDatabase database) => database.Get<IEnumerable<IJob>>().OfType<KeepNoLonger>().Single();
}
