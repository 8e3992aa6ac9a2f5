using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Http;

/// <summary>Two at once on what may be there only once: one wins, the other is told so.</summary>
public sealed class ClashTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>Every unique index, and why nobody is answered with a fault where two come at once: a form is refused with 409, or it cannot be.</summary>
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Places(Slug)"] = "comes with the program",
        ["Invitations(Code)"] = "random",
        ["KeptForms(Key)"] = "random",
        ["UsedUp(Hash)"] = "the one that won is the answer",
        ["Campaigns(Slug)"] = "409",
        ["ErasedCounts(Month, State, ByAuthor)"] = "tried again",
        ["History(Number)"] = "one after the other",
        ["Staff(NormalizedUserName)"] = "409",
        ["Staff(NormalizedEmail)"] = "409",
        ["StaffSessions(KeyHash)"] = "random",
        ["AuthorSessions(KeyHash)"] = "random",
        ["StaffRecoveryCodes(StaffId, Hash)"] = "random",
        ["Drafts(KeyHash)"] = "random",
        ["EditDrafts(StoryId, StaffId, Page)"] = "tried again",
        ["CaseStudies(Slug)"] = "409",
        ["Secrets(Name)"] = "tried again",
        ["Flags(StoryId, Key)"] = "tried again",
        ["Stories(Reference)"] = "random",
        ["Stories(SendKey)"] = "the one that won is the answer",
        ["Stories(Index)"] = "random",
        ["Tags(Slug)"] = "409",
        ["CaseStudyPictures(Key)"] = "409",
        ["CaseStudyRevisions(CaseStudyId, Number)"] = "409",
        ["Asks(CaseStudyId, OrganisationId, IsOpen)"] = "409",
        ["ChangeQuestions(StoryId)"] = "tried again",
        ["Deliveries(CaseStudyId, Recipient)"] = "one after the other",
        ["Organisations(AuthorityOfId)"] = "tried again",
        ["Organisations(Slug)"] = "409",
        ["PromiseReports(PromiseId)"] = "409",
        ["Promises(Slug)"] = "409",
        ["FixedTaps(PromiseId, Made, Network)"] = "the one that won is the answer",
        ["ImpactCounts(Month, Figure)"] = "tried again",
        ["Responders(Email)"] = "409",
        ["Responses(AskId, IsOpen)"] = "409",
        ["ResponderSessions(KeyHash)"] = "random",
        ["Subscribers(AddressKey)"] = "the one that won is the answer",
        ["Suppressions(AddressKey)"] = "the one that won is the answer",
    };

    [Fact]
    public void Every_unique_index_has_an_answer_for_two_at_once()
    {
        var indexes = site.Get<InfoStoryContext>().Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()).Where(index => index.IsUnique)
            .Select(index => $"{index.DeclaringEntityType.GetTableName()}({string.Join(", ", index.Properties.Select(part => part.GetColumnName()))})");

        Assert.Equal(Known.Keys.Order(StringComparer.Ordinal), indexes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/moderation/campaigns/new", "WHERE \"c\".\"Slug\" = ")]
    [InlineData("/moderation/staff/new", "\"NormalizedUserName\" = ")]
    [InlineData("/moderation/tags/new", "\"t\".\"SynonymLines\"")]
    public async Task Who_comes_second_while_the_first_is_looking_is_told_so(string page, string looking)
    {
        using var first = await site.SignedIn(Roles.Administrator, $"first{page.Length}@example.org");
        using var second = await site.SignedIn(Roles.Administrator, $"second{page.Length}@example.org");
        var (form, theirs) = (await first.PageAsync(page), await second.PageAsync(page));
        HttpStatusCode won = default;
        using var meanwhile = new Meanwhile(site.File, looking, async () => won = (await second.SubmitAsync(theirs, page, Fields)).StatusCode);

        var told = await first.SubmitAsync(form, page, Fields);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (won, told.StatusCode));
        var shown = await TestBrowser.DocumentAsync(told);
        Assert.NotNull(shown.QuerySelector(".govuk-error-summary__list li"));
        Assert.NotNull(shown.QuerySelector("[value='Both at once'], [value='Both@example.org']"));
    }

    [Theory]
    [InlineData("/moderation/campaigns/new")]
    [InlineData("/moderation/staff/new")]
    [InlineData("/moderation/tags/new")]
    [InlineData("/moderation/replies/new")]
    [InlineData("/moderation/invitations/new")]
    [InlineData("start")]
    public async Task Of_twenty_at_once_each_is_done_or_refused(string page)
    {
        using var browser = await site.SignedIn(Roles.Administrator | Roles.Moderator | Roles.Publisher, $"twenty{page.Length}@example.org");
        var reference = (await site.Given(A.Story().Titled("Begun by twenty").Ready())).Reference;
        var (address, handler) = page == "start" ? ($"/moderation/stories/{reference}", "start") : (page, null);
        var form = await browser.PageAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.SubmitAsync(form, address, page == "start" ? [] : Twenty, handler)));

        Assert.All(answers, answer => Assert.Contains((int)answer.StatusCode, (int[])[302, 400, 409]));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        if (page == "start")
            Assert.Equal(1, await site.Get<InfoStoryContext>().Set<CaseStudies.CaseStudy>().CountAsync(study => study.Title == "Begun by twenty"));
    }

    private static Dictionary<string, string> Fields => Fill("Both");

    private static Dictionary<string, string> Twenty => Fill("Twenty");

    private static Dictionary<string, string> Fill(string name) => new()
    {
        ["Form.Name"] = $"{name} at once",
        ["Form.Hashtag"] = $"#{name}",
        ["Form.Summary"] = "Tell us.",
        ["Form.FirstDay"] = "2026-11-01",
        ["Form.LastDay"] = "2026-12-31",
        ["Form.Email"] = $"{name}@example.org",
        ["Form.Roles"] = "Moderator",
        ["Form.Facet"] = "Barrier",
        ["Form.Kind"] = "Decline",
        ["Form.Text"] = "Thank you.",
        ["Form.Place"] = "1",
    };
}
