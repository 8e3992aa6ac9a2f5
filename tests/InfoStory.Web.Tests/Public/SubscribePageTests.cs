using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Web.Tests.BadInput;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Public;

public sealed class SubscribePageTests(SubscribePageTests.WritingSite site) : IClassFixture<SubscribePageTests.WritingSite>
{
    private static readonly Dictionary<string, string> Answers = new() { ["Form.Audience"] = "Press", ["Form.Rhythm"] = "Weekly" };

    [Fact]
    public async Task A_reader_subscribes_confirms_changes_what_they_get_and_leaves_without_a_single_cookie()
    {
        using var reader = site.Reader();
        var form = await reader.PageAsync("/subscribe?place=leeds&tag=trust");

        var sent = await SubscribeAsync(reader, "whole@example.org", "/subscribe?place=leeds&tag=trust");
        var confirm = await LinkAsync("whole@example.org", "confirm");
        var asked = await reader.PageAsync(confirm);
        var confirmed = await TestBrowser.DocumentAsync(await reader.SubmitAsync(asked, confirm, []));
        var preferences = new Uri(confirmed.QuerySelector("main a[href*=preferences]")!.GetAttribute("href")!).AbsolutePath;
        var saved = await TestBrowser.DocumentAsync(await reader.SubmitAsync(preferences, new() { ["Form.Rhythm"] = "Monthly", ["Form.Service"] = "housing" }));
        var copy = await (await reader.SubmitAsync(preferences, [], "Download")).Content.ReadAsStringAsync();
        var leave = preferences.Replace("preferences", "leave", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(leave)).StatusCode);
        var left = await reader.PostAsync(leave, [new("List-Unsubscribe", "One-Click")]);

        Assert.Contains("You follow only: place Leeds, tag Trust", form.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, "/subscribe/sent"), (sent.StatusCode, sent.Headers.Location!.OriginalString));
        Assert.All(
            (string[])["Case studies with place Leeds, tag Trust", "Once a week at most", "Press or broadcasting"],
            words => Assert.Contains(words, asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Contains("Place Leeds, tag Trust", saved.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"@example\.org\. Use another address", saved.QuerySelector("main")!.TextContent);
        Assert.Contains("Service Housing", saved.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"email\": \"whole@example.org\"", copy, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync(leave)).StatusCode);
        Assert.Contains("You have left", await left.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var old = (await TestBrowser.DocumentAsync(await reader.GetAsync(preferences))).QuerySelector("main")!.TextContent;
        Assert.Matches(@"This subscription ended on \d+ \w+ \d{4}\. If letters still come, use the link in the newest one", old);
        Assert.DoesNotContain("do not write to you", old, StringComparison.Ordinal);
        Assert.Equal(0, reader.Cookies.Count);
    }

    [Fact]
    public async Task Looking_at_every_link_of_a_letter_changes_nothing()
    {
        using var reader = site.Reader();
        await SubscribeAsync(reader, "looked@example.org", "/subscribe");
        var confirm = await LinkAsync("looked@example.org", "confirm");
        await reader.GetAsync(confirm);
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(confirm, UriKind.Relative));
        await reader.Client.SendAsync(head);

        Assert.Equal(SubscriberState.Waiting, (await SubscriberAsync("looked@example.org"))!.State);
    }

    [Fact]
    public async Task What_is_answered_is_the_same_for_every_address()
    {
        using var reader = site.Reader();
        var suppressions = site.Get<Suppressions>();
        await suppressions.SuppressAsync("stopped@example.org", SuppressionReason.Complaint, default);
        await SubscribeAsync(reader, "waiting@example.org", "/subscribe");
        await SubscribeAsync(reader, "known@example.org", "/subscribe");
        await site.Get<Subscriptions>().ConfirmAsync((await LinkAsync("known@example.org", "confirm")).Split('/')[^1], default);

        List<string> answers = [];
        foreach (var email in (string[])["new@example.org", "waiting@example.org", "known@example.org", "stopped@example.org"])
        {
            using var answer = await SubscribeAsync(reader, email, "/subscribe");
            answers.Add($"{answer.StatusCode} {answer.Headers.Location} {string.Join('|', answer.Headers.Select(header => header.Key))}");
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_is_refused_is_said_beside_its_field_and_everything_typed_stays()
    {
        using var reader = site.Reader();

        var answer = await reader.PostAsync("/subscribe", [
            new("Form.Email", "nobody"), new("Form.Rhythm", "Monthly"), new("Form.Words", "left hanging"), new("Form.Place", "nowhere")]);
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(("nobody", "left hanging"), (page.Field("Form.Email"), page.Field("Form.Words")));
        Assert.NotNull(page.QuerySelector("input[value=Monthly][checked]"));
        Assert.All((string[])["form-email", "form-audience", "form-place"], field => Assert.NotNull(page.GetElementById($"{field}-error")));
        Assert.NotNull(page.QuerySelector("details[open]"));
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task A_form_that_no_page_of_ours_sent_writes_to_nobody_until_its_button_is_pressed_here(string? from)
    {
        using var elsewhere = site.Browser();
        if (from is not null) elsewhere.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", from);
        var email = $"{from ?? "silent"}@example.org";

        var refused = await elsewhere.PostAsync("/subscribe", Answers.Append(new("Form.Email", email)));
        var pressed = await elsewhere.SubmitAsync(await TestBrowser.DocumentAsync(refused), "/subscribe", []);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, pressed.StatusCode));
    }

    [Fact]
    public async Task Where_no_letter_can_leave_nobody_is_told_that_one_was_sent()
    {
        await using var silent = new TestSite();
        using var reader = silent.Browser();
        reader.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        var answer = await reader.PostAsync("/subscribe", Answers.Append(new("Form.Email", "lee@example.org")));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("This site does not send mail now", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_looks_at_rows_mends_them_imports_and_finds_one_by_the_whole_address()
    {
        using var publisher = await site.SignedIn(Roles.Publisher);
        const string Import = "/moderation/subscribers/import";
        Dictionary<string, string> form = new()
        {
            ["Form.Rows"] = "email,audience\nminister@example.org,policy maker\nnobody,press",
            ["Form.Basis"] = "PublicOffice",
            ["Form.Source"] = "the register of ministers",
            ["Form.Since"] = "3 March 2026",
            ["Form.Agreed"] = "true",
        };

        var page = await TestBrowser.DocumentAsync(await publisher.SubmitAsync(Import, form, "Check"));
        await publisher.DoAsync(page, Import, []);
        var counted = await publisher.PageAsync("/moderation/subscribers");
        var found = await TestBrowser.DocumentAsync(
            await publisher.SubmitAsync("/moderation/subscribers", new() { ["Form.Email"] = "Minister@example.org" }, "Find"));

        Assert.Contains("1 new subscriber", page.QuerySelector("#report")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Line 3: This is no email address", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("minister@", counted.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("by an import from the register of ministers", found.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await site.Get<InfoStoryContext>().History.AnyAsync(entry => entry.Act == HistoryAct.SubscriberLookedAt));
    }

    private static Task<HttpResponseMessage> SubscribeAsync(TestBrowser reader, string email, string page) =>
        reader.SubmitAsync(page, new(Answers) { ["Form.Email"] = email });

    private async Task<string> LinkAsync(string email, string page)
    {
        string? body;
        while ((body = await site.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.To == email).Select(letter => letter.Body)
            .FirstOrDefaultAsync()) is null) await Task.Yield();
        return body.Split((char[]?)null).Single(word => word.Contains($"/subscribe/{page}/", StringComparison.Ordinal))["https://localhost".Length..];
    }

    private async Task<Subscriber?> SubscriberAsync(string email)
    {
        var key = site.Get<SubscriberSeal>().KeyOf(email);
        return await site.Get<InfoStoryContext>().Subscribers.FirstOrDefaultAsync(one => one.AddressKey == key);
    }

    /// <summary>A site that writes letters, and no job that takes them away.</summary>
    public sealed class WritingSite : TestSite
    {
        /// <summary>A browser that says where its forms come from, as browsers do.</summary>
        public TestBrowser Reader()
        {
            var browser = Browser();
            browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            return browser;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.ConfigureServices(services =>
            {
                foreach (var host in services.Where(service => service.ImplementationType == typeof(Web.Jobs.JobHost)).ToList()) services.Remove(host);
            });
        }
    }
}
