using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>A question of an organisation to us, and what everyone reads of it.</summary>
public sealed class UnansweredQuestionTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Owed = "We have not answered its question.";

    [Fact]
    public async Task Everyone_reads_until_when_a_question_pauses_the_clock_and_then_that_we_have_not_answered()
    {
        await site.Get<IServiceProvider>().ThereIsAnOrganisationAsync();
        var organisation = await site.Get<InfoStoryContext>().Organisations.Where(one => one.Name == PromiseBuilding.Organisation)
            .Select(one => one.Id).SingleAsync();
        var story = await site.Given(A.Story().Titled("Calls of a numbat").For(Audience.Website, Audience.NamedService).Published());
        await site.Get<Asking>().PutAsync(story.CaseStudy, new() { Organisations = [organisation] }, A.Publisher(), default);
        await site.Get<Outbox>().SendDueAsync(new TestPostman(), default);
        var ask = (await site.Get<AskDesk>().OfCaseStudyAsync(story.CaseStudy, A.Publisher(), default))[0];
        await site.Get<AskRecords>().RecordAsync(
            ask.Id, new() { Revision = (await site.Get<AskDesk>().ShowAsync(ask.Id, A.Publisher(), default)).Revision, Kind = AskEventKind.Question },
            A.Publisher(), default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        var paused = await LinesAsync(story);
        var until = site.Clock.Today().AddDays(AskClock.LongestPause);
        site.Clock.Advance(TimeSpan.FromDays(AskClock.LongestPause + 1));
        await site.Given(A.Story().Titled("A new edition").Published());
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        var goesOn = await LinesAsync(story);

        Assert.Contains($"because it asked us a question, until {until:d MMMM yyyy} at most.", paused, StringComparison.Ordinal);
        Assert.DoesNotContain(Owed, paused, StringComparison.Ordinal);
        Assert.Contains(Owed, goesOn, StringComparison.Ordinal);
    }

    private async Task<string> LinesAsync(GivenStory story)
    {
        using var reader = site.Browser();
        return (await reader.PageAsync($"/case-studies/{story.Slug}")).QuerySelector("section[aria-labelledby=asks]")!.TextContent;
    }
}
