using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using InfoStory.Data.Access;
using InfoStory.Web.Tests.BadInput;

namespace InfoStory.Web.Tests.Organisations;

/// <summary>What everyone reads of organisations, and the desk that looks after them.</summary>
public sealed class OrganisationPageTests(OrganisationPageTests.OrganisationSite site) : IClassFixture<OrganisationPageTests.OrganisationSite>
{
    private const string Desk = "/moderation/organisations";

    [Fact]
    public async Task A_publisher_adds_an_organisation_and_everyone_reads_it_until_its_address_leads_to_another_for_ever()
    {
        using var reader = site.Browser();
        var added = await site.Publisher.SubmitAsync($"{Desk}/new", new()
        {
            ["Form.Name"] = "Tamar Hospitals",
            ["Form.OtherNames"] = "TCT",
            ["Form.Mailbox"] = "hidden@example.org",
            ["Form.Parent"] = "cornwall council",
        });
        var edit = added.Headers.Location!.OriginalString;
        var page = await reader.PageAsync("/organisations/tamar-hospitals");
        var found = await reader.PageAsync("/organisations?words=tct");
        var listed = await site.Publisher.PageAsync($"{Desk}?words=tamar");
        var none = await site.Publisher.PageAsync($"{Desk}?words=zzz&place=cornwall");
        await site.Publisher.DoAsync($"{edit}/end", new() { ["Form.How"] = "Merged", ["Form.Successor"] = "Devon County Council" });
        var old = await reader.GetAsync("/organisations/tamar-hospitals");
        var devon = await reader.PageAsync(old.Headers.Location!.OriginalString);

        Assert.Contains("Nothing has been put to Tamar Hospitals yet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Cornwall Council", page.QuerySelector(".info-case__head a")!.TextContent);
        Assert.Equal("Tamar Hospitals", found.QuerySelector("main li a")!.TextContent);
        Assert.Equal("Filter (1)", none.QuerySelector("details:not([open]) summary")!.TextContent);
        Assert.Contains("No organisation fits “zzz”.", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("hidden@example.org", listed.Body!.TextContent, StringComparison.Ordinal);
        Assert.All((IHtmlDocument[])[page, found, devon], shown => Assert.DoesNotContain("hidden@", shown.Source.Text, StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/organisations/devon-county-council"), (old.StatusCode, old.Headers.Location!.OriginalString));
        Assert.Contains("TCT", devon.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Publisher.GetAsync(edit)).StatusCode);
    }

    [Fact]
    public async Task Every_council_is_listed_by_letter_and_nothing_is_on_record_yet()
    {
        using var reader = site.Browser();

        var (start, k, none) = (
            await reader.PageAsync("/organisations"), await reader.PageAsync("/organisations?letter=K"), await reader.PageAsync("/organisations?letter=ж"));
        var sitemap = await (await reader.GetAsync("/sitemap.xml")).Content.ReadAsStringAsync();

        Assert.Contains("Nothing has been put to an organisation yet.", start.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kent County Council", k.QuerySelectorAll("main ul.govuk-list a").Select(link => link.TextContent));
        Assert.Contains("There are none under 0-9", none.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/organisations</loc>", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain("/organisations/", sitemap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_or_was_changed_by_another_keeps_what_was_typed()
    {
        var edit = (await site.Publisher.SubmitAsync($"{Desk}/new", new() { ["Form.Name"] = "Fal Trust" })).Headers.Location!.OriginalString;
        var (first, second) = (await site.Publisher.PageAsync(edit), await site.Publisher.PageAsync(edit));
        await site.Publisher.DoAsync(first, edit, new() { ["Form.Name"] = "Fal and Helford Trust" });

        var conflict = await site.Publisher.SubmitAsync(second, edit, new() { ["Form.Name"] = "Fal Hospital", ["Form.Mailbox"] = "fal@example.org" });
        var again = await TestBrowser.DocumentAsync(conflict);
        var refused = await site.Publisher.SubmitAsync(again, edit, new() { ["Form.Mailbox"] = "fal@", ["Form.OtherNames"] = "One\nTwo" });
        var wrong = await TestBrowser.DocumentAsync(refused);
        var saved = await site.Publisher.SubmitAsync(wrong, edit, new() { ["Form.Mailbox"] = "fal@example.org" });

        Assert.Equal((HttpStatusCode.Conflict, "Fal Hospital"), (conflict.StatusCode, again.Field("Form.Name")));
        Assert.Equal((HttpStatusCode.BadRequest, "fal@", "One\nTwo"), (refused.StatusCode, wrong.Field("Form.Mailbox"), wrong.Field("Form.OtherNames")));
        Assert.NotNull(wrong.QuerySelector("#form-mailbox-error"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    [Fact]
    public async Task A_file_says_what_is_wrong_with_it_then_what_it_would_do_and_is_imported()
    {
        var bad = await UploadAsync("name,mailbox\nLooe Trust,nobody\n");
        var wrong = await TestBrowser.DocumentAsync(bad);
        var looked = await UploadAsync("name;mailbox\nLooe Trust;looe@example.org\nKent County Council;kent@example.org\n");
        var plan = await TestBrowser.DocumentAsync(looked);
        var imported = await site.Publisher.SubmitAsync(plan, $"{Desk}/import", new() { ["Form.Lines"] = "3" }, "Import");
        var again = await site.Publisher.SubmitAsync(plan, $"{Desk}/import", new() { ["Form.Lines"] = "3" }, "Import");
        var export = await site.Publisher.GetAsync($"{Desk}/export");
        var nothing = await site.Publisher.SubmitAsync($"{Desk}/import", []);

        Assert.Equal((HttpStatusCode.BadRequest, "2mailbox“nobody” is not one email address"),
            (bad.StatusCode, string.Concat(wrong.QuerySelectorAll("tbody tr > *").Select(cell => cell.TextContent))));
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        Assert.Contains("1 to add, 1 to change, 0 as they are already", plan.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (imported.StatusCode, again.StatusCode));
        Assert.Contains("Looe Trust,,,,looe@example.org,", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/csv", export.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
    }

    private async Task<HttpResponseMessage> UploadAsync(string text)
    {
        var form = await site.Publisher.PageAsync($"{Desk}/import");
        using var body = new MultipartFormDataContent
        {
            { new StringContent(form.Field("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "organisations.csv" },
        };
        return await site.Publisher.Client.PostAsync(new Uri($"{Desk}/import", UriKind.Relative), body);
    }

    public sealed class OrganisationSite : TestSite, IAsyncLifetime
    {
        public TestBrowser Publisher { get; private set; } = null!;

        public async Task InitializeAsync() => Publisher = await SignedIn(Roles.Publisher);

        Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;
    }
}
