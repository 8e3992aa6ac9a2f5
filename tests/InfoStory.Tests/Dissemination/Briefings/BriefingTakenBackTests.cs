using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Dissemination.Recalls;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Briefings;

/// <summary>What becomes of a briefing's letter that waits when a story in it may not be shown any more: none leaves after the recall.</summary>
public sealed class BriefingTakenBackTests
{
    private const string Recall = "Please delete what we sent you";

    [Theory]
    [InlineData("taken back")]
    [InlineData("narrowed")]
    [InlineData("taken down")]
    public async Task A_letter_that_nobody_has_begun_to_send_leads_to_the_rest_and_nothing_is_called_back(string how)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("One").Published());
        await database.Given(A.Story().Titled("Two").Published());
        var (_, link) = await database.GiveAsync(await database.BriefingAsync());

        await EndAsync(database, story, how);
        await database.Get<RecallRun>().RunAsync(default);

        Assert.Equal(["A briefing for you"], await ToReaderAsync(database));
        Assert.Equal(1, (await database.ReadAsync(link))!.Studies);
        Assert.False(await database.Get<InfoStoryContext>().Deliveries.AnyAsync(one => one.CaseStudyId == story.CaseStudy));
    }

    [Theory]
    [InlineData(0, "taken back")]
    [InlineData(0, "narrowed")]
    [InlineData(0, "taken down")]
    [InlineData(1, "taken back")]
    [InlineData(1, "narrowed")]
    [InlineData(1, "taken down")]
    public async Task Where_nothing_is_left_or_a_try_has_begun_the_letter_does_not_leave_and_its_link_opens_nothing(int tries, string how)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("One").Published());
        if (tries > 0) await database.Given(A.Story().Titled("Two").Published());
        var (copy, link) = await database.GiveAsync(await database.BriefingAsync());
        var db = database.Get<InfoStoryContext>();
        await db.Set<Letter>().ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, tries));

        await EndAsync(database, story, how);
        await database.Get<RecallRun>().RunAsync(default);

        Assert.Equal(tries == 0 ? [] : [Recall], await ToReaderAsync(database));
        Assert.Null(await database.ReadAsync(link));
        var subject = BriefingCopy.SubjectOf(copy);
        Assert.True(await db.History.AnyAsync(entry => entry.Subject == subject && entry.Act == HistoryAct.BriefingCalledBack));
    }

    [Theory]
    [InlineData("a link", 1, "by a link", "If you open the link again, it shows the briefing without it.")]
    [InlineData("an ended link", 1, "by a link", "Its link opens nothing any more.")]
    [InlineData("a document", 1, "as a Word document", "Please delete that document.")]
    [InlineData("both", 2, "as a Word document", "Please delete that document.")]
    public async Task Whoever_was_given_a_briefing_reads_which_one_and_what_to_delete(string has, int parts, string given, string delete)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled("One").Published());
        await database.Given(A.Story().Titled("Two").Published());
        var briefing = await database.BriefingAsync();
        var copies = database.Get<BriefingCopies>();
        if (has != "a document") await database.GiveAsync(briefing);
        if (has is "a document" or "both") await copies.TakeAsync(briefing, BriefingRoom.To, A.Publisher(), default);
        await database.SendAllAsync();
        if (has == "an ended link") database.Days(BriefingCopy.Days);

        await EndAsync(database, story, "taken back");
        await database.Get<RecallRun>().RunAsync(default);

        var body = (await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync(letter => letter.Title == Recall)).Body;
        Assert.Contains(
            $"{given}. The author has taken back the permission to share a case study in it with you. {delete}", body, StringComparison.Ordinal);
        Assert.Equal(parts, body.Split($"you were given the briefing “{BriefingRoom.Form.Question}”").Length - 1);
        Assert.DoesNotContain("wrote to you", body, StringComparison.Ordinal);
        Assert.DoesNotContain("our letter", body, StringComparison.Ordinal);
    }

    private static Task<List<string>> ToReaderAsync(TestDatabase database) => database.Get<InfoStoryContext>().Set<Letter>()
        .Where(letter => letter.To == BriefingRoom.Email).Select(letter => letter.Title).ToListAsync();

    private static async Task EndAsync(TestDatabase database, GivenStory story, string how)
    {
        if (how == "taken back") await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        else if (how == "narrowed") await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 6 }, default);
        else await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
    }
}
