using System.Net;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.MyStory;

/// <summary>An older page of My story writes over nothing that its author has not seen.</summary>
public sealed class TwoTabsOfMyStoryTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Permission = "/my-story/open/permission", Contact = "/my-story/open/contact";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_permission_that_was_changed_in_another_tab_is_shown_beside_what_is_ticked(bool atOnce)
    {
        var story = await site.Given(A.Story().InReview());
        using var author = await site.Opened(story.Receipt.ToString());
        var (older, theirs) = (await author.PageAsync(Permission), await author.PageAsync(Permission));
        Task Other() => author.DoAsync(theirs, Permission, new() { ["Form.Audiences"] = "Training", ["Form.Months"] = "6" });
        using var meanwhile = atOnce ? new Meanwhile(site.File, "FROM \"AuthorSessions\"", Other) : null;
        if (!atOnce) await Other();

        var answer = await author.SubmitAsync(older, Permission, new() { ["Form.Audiences"] = "Press" });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("until", both.QuerySelector("section[aria-labelledby=counts]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TestBrowser.Fill(TestBrowser.FormOf(both, null)!, []), sent => sent is { Key: "Form.Audiences", Value: "Press" });
        Assert.Equal([Audience.Training], await AllowedAsync(story.Id));
        await author.DoAsync(both, Permission, []);
        Assert.Equal([Audience.Press], await AllowedAsync(story.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_contact_that_was_changed_in_another_tab_is_named_beside_what_is_typed(bool atOnce)
    {
        var story = await site.Given(A.Story().InReview());
        using var author = await site.Opened(story.Receipt.ToString());
        await author.DoAsync(Contact, new() { ["Form.Email"] = "first@example.org" });
        var (older, theirs) = (await author.PageAsync(Contact), await author.PageAsync(Contact));
        Task Other() => author.DoAsync(theirs, Contact, new() { ["Form.Email"] = "heron@example.com" });
        using var meanwhile = atOnce ? new Meanwhile(site.File, "\"c\".\"NoticeDueAt\"", Other) : null;
        if (!atOnce) await Other();

        var answer = await author.SubmitAsync(older, Contact, new() { ["Form.Email"] = "otter@example.net" });
        var both = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("h…@example.com", both.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("otter@example.net", both.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
        await author.DoAsync(both, Contact, []);
        Assert.Equal("otter@example.net", (await site.Get<ContactBook>().FindAsync(story.Id, default))!.Email);
    }

    [Fact]
    public async Task Back_changes_no_permission_and_what_was_ticked_waits()
    {
        var story = await site.Given(A.Story().InReview());
        using var author = await site.Opened(story.Receipt.ToString());
        var before = await AllowedAsync(story.Id);

        await author.DoAsync(Permission, new() { ["To"] = "back" });
        Assert.Null((await author.PageAsync("/my-story/open")).QuerySelector("#kept-forms"));
        await author.DoAsync(Permission, new() { ["Form.Audiences"] = "Press", ["To"] = "back" });
        var waits = (await author.PageAsync("/my-story/open")).QuerySelector("#kept-forms a")!.GetAttribute("href")!;

        Assert.Equal(before, await AllowedAsync(story.Id));
        await author.DoAsync(waits, []);
        Assert.Equal([Audience.Press], await AllowedAsync(story.Id));
        Assert.Null((await author.PageAsync("/my-story/open")).QuerySelector("#kept-forms"));
    }

    [Fact]
    public async Task A_contact_that_was_deleted_in_another_tab_is_said_to_be_gone()
    {
        using var author = await site.Opened((await site.Given(A.Story().InReview())).Receipt.ToString());
        await author.DoAsync(Contact, new() { ["Form.Email"] = "heron@example.com" });
        var older = await author.PageAsync(Contact);
        await author.DoAsync(Contact, new() { ["Delete"] = "true" });

        var answer = await TestBrowser.DocumentAsync(await author.SubmitAsync(older, Contact, new() { ["Form.Email"] = "otter@example.net" }));

        Assert.Contains("We have nothing now.", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Permission, "Form.Audiences", "Press")]
    [InlineData(Contact, "Form.Telephone", "07700 900982")]
    public async Task Pressing_twice_is_one_change(string page, string field, string value)
    {
        using var author = await site.Opened((await site.Given(A.Story().InReview())).Receipt.ToString());
        var open = await author.PageAsync(page);

        await author.DoAsync(open, page, new() { [field] = value });

        await author.DoAsync(open, page, new() { [field] = value });
    }

    private async Task<IEnumerable<Audience>> AllowedAsync(Data.Id<Story> story) =>
        (await site.Get<Authors.MyStory>().ShowAsync(story, default)).Allowed.Select(consent => consent.Audience);
}
