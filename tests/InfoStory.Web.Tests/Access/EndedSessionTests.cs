using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Jobs;
using InfoStory.Rights;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Access;

/// <summary>What is posted after its session has ended waits for the same person, and is never done before they press again.</summary>
public sealed class EndedSessionTests(PeopledSite site) : IClassFixture<PeopledSite>
{
    private const string Everybody = "everybody@example.org", Waits = "What you typed waits for you";

    /// <summary>Rows without a box to fill: where a script posts, what is only chosen, a yes that nobody waits for, a rule that does not exist.</summary>
    private static readonly string[] WithoutWords =
        ["/moderation/stories/{reference}/kept", "/moderation/bulk/choose", "/my-story/open/sign-off", "/moderation/rules"];

    /// <summary>It only looks at a form, which still stands in the tab that posted it.</summary>
    private const string Preview = "/moderation/case-studies/{id:long}/preview";

    /// <summary>What a script sends while somebody types, and where what is so kept is thrown away.</summary>
    private const string Typing = "/moderation/case-studies/{id:long}/kept";

    /// <summary>What may quote any story is not kept (KeptFormSubjectTests).</summary>
    private static readonly string[] Quoting = ["/moderation/briefings/new", "/moderation/briefings/{id:long}"];

    /// <summary>A file, which is chosen again.</summary>
    private const string Import = "/moderation/organisations/import";

    [Fact]
    public async Task A_form_that_is_only_looked_at_is_not_kept()
    {
        using var browser = await site.SignedIn(Roles.Publisher, "looks@example.org");
        var page = await browser.PageAsync("/account");
        await EndAsync(browser, 1);
        var before = await CountAsync();

        var (_, answer) = await PostAsync(browser, AccessTable.Rows.First(row => row.Method == "POST" && row.Route == Preview), page);

        Assert.DoesNotContain("typed", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Every_form_behind_a_sign_in_is_shown_again_to_the_same_person_however_the_session_ended()
    {
        using var browser = await site.SignedIn(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator, Everybody);
        var (wrong, seen, turn) = (new List<string>(), 0, 0);

        foreach (var row in Posts("/moderation", "/account"))
        {
            var page = await browser.PageAsync("/account");
            await EndAsync(browser, turn++ % 4);
            var (typed, answer) = await PostAsync(browser, row, page);
            var to = answer.Headers.Location?.OriginalString ?? "";
            if (!to.StartsWith("/sign-in?", StringComparison.Ordinal) || !to.Contains("typed%3D", StringComparison.Ordinal))
            {
                wrong.Add($"{row.Address} leads to {(int)answer.StatusCode} {to}");
                await SignInAsync(browser, "/sign-in");
                continue;
            }

            if (!(await browser.PageAsync(to)).Body!.Words().Contains(Waits, StringComparison.Ordinal)) wrong.Add($"{row.Address}: nothing waits");
            wrong.AddRange(await ProblemsAsync(row, typed, await browser.GetAsync(await SignInAsync(browser, to))));
            seen += typed.Count;
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen > 30, $"{seen} fields");
    }

    [Fact]
    public async Task Every_form_of_an_opened_story_is_shown_again_after_the_six_words()
    {
        var story = await site.Given(A.Story().Asked("When was that?"));
        using var author = await site.Opened(story.Receipt.ToString());
        List<string> wrong = [];

        foreach (var row in Posts("/my-story/open"))
        {
            var page = await author.PageAsync("/my-story/open");
            site.Clock.Advance(AuthorSession.Idle);
            var (typed, answer) = await PostAsync(author, row, page);
            var six = await author.PageAsync(answer.Headers.Location!.OriginalString);
            if (!six.Body!.Words().Contains(Waits, StringComparison.Ordinal)) wrong.Add($"{row.Address}: nothing waits");
            var opened = await author.SubmitAsync(six, answer.Headers.Location.OriginalString, new() { ["Form.Receipt"] = story.Receipt.ToString() });
            wrong.AddRange(await ProblemsAsync(row, typed, await author.GetAsync(opened.Headers.Location!.OriginalString)));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task An_answer_waits_for_its_author_alone_until_it_is_sent()
    {
        var story = await site.Given(A.Story().Asked("When was that?"));
        using var author = await site.Opened(story.Receipt.ToString());
        var page = await author.PageAsync("/my-story/open");
        site.Clock.Advance(AuthorSession.Idle);
        var first = await LedToAsync(author.SubmitAsync(page, "/my-story/open", new() { ["Form.Text"] = "On a rainy Monday" }, "Answer"));
        var second = await LedToAsync(author.SubmitAsync(page, "/my-story/open", new() { ["Form.Text"] = "On a sunny Sunday" }, "Answer"));

        using var stranger = await site.Opened((await site.Given(A.Story().Asked("Who was there?"))).Receipt.ToString());
        Assert.DoesNotContain("rainy", await (await stranger.GetAsync(first)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = await site.Opened(story.Receipt.ToString());
        Assert.Equal(2, (await again.PageAsync("/my-story/open")).QuerySelectorAll("#kept-forms a").Length);
        Assert.Equal("On a rainy Monday", (await again.PageAsync(first)).Field("Form.Text"));
        var shown = await again.PageAsync(second);
        Assert.Equal("On a sunny Sunday", shown.Field("Form.Text"));

        await again.DoAsync(shown, second, [], "Answer");

        Assert.Equal(1, await site.Get<InfoStoryContext>().Set<KeptForm>().CountAsync(form => form.StoryId == story.Id));
        Assert.Contains("sunny Sunday", (await again.PageAsync("/my-story/open")).Body!.TextContent, StringComparison.Ordinal);
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        Assert.False(await site.Get<InfoStoryContext>().Set<KeptForm>().AnyAsync(form => form.StoryId == story.Id));
    }

    [Theory]
    [InlineData("next", 0)]
    [InlineData("remove", 0)]
    [InlineData("back", 1)]
    public async Task Of_a_question_that_is_skipped_or_whose_answer_is_removed_nothing_is_kept(string button, int kept)
    {
        const string Missing = "/my-story/open/more/missing";
        var story = await site.Given(A.Story());
        using var author = await site.Opened(story.Receipt.ToString());
        var page = await author.PageAsync(Missing);
        site.Clock.Advance(AuthorSession.Idle);

        await author.SubmitAsync(page, Missing, new() { ["Form.Missing.Needed"] = "Where the heron lives", ["To"] = button });

        Assert.Equal(kept, await site.Get<InfoStoryContext>().Set<KeptForm>().CountAsync(form => form.StoryId == story.Id));
    }

    [Fact]
    public async Task Who_signs_in_as_somebody_else_sees_nothing_and_takes_nothing_away()
    {
        using var browser = await site.SignedIn(Roles.Administrator, "first@example.org");
        await site.AddStaffAsync("second@example.org", Roles.Administrator);
        var page = await browser.PageAsync("/moderation/replies/new");
        await EndAsync(browser, 1);
        await SignInAsync(browser, "/sign-in", "second@example.org");

        var away = await LedToAsync(browser.SubmitAsync(page, "/moderation/replies/new", new() { ["Form.Name"] = "A name of the first" }));
        var other = await (await browser.GetAsync(away)).Content.ReadAsStringAsync();
        await EndAsync(browser, 1);
        var found = (await browser.PageAsync(await SignInAsync(browser, $"/sign-in?ReturnUrl={Uri.EscapeDataString(away)}", "first@example.org")))
            .Field("Form.Name");

        Assert.Contains(FormPage.NotKept, other, StringComparison.Ordinal);
        Assert.DoesNotContain("A name of the first", other, StringComparison.Ordinal);
        Assert.Equal("A name of the first", found);
    }

    [Fact]
    public async Task Nothing_is_kept_of_whom_nobody_knows_without_a_good_token_of_a_script_or_past_the_most()
    {
        using var browser = await site.SignedIn(Roles.Administrator, "many@example.org");
        var page = await browser.PageAsync("/moderation/replies/new");
        var fields = TestBrowser.Fill(TestBrowser.FormOf(page, null)!, new() { ["Form.Name"] = "N" });
        await EndAsync(browser, 1);
        var before = await CountAsync();

        using var anonymous = site.Browser();
        await anonymous.PostAsync("/moderation/replies/new", fields);
        await browser.PostAsync("/moderation/replies/new", fields.Where(field => field.Key != "__RequestVerificationToken"));
        await browser.PostAsync("/moderation/replies/new", fields.Where(field => field.Key != FormKeeper.OwnerField));
        using var script = new HttpRequestMessage(HttpMethod.Post, "/moderation/replies/new") { Content = new FormUrlEncodedContent(fields) };
        script.Headers.Add("Sec-Fetch-Mode", "cors");
        await browser.Client.SendAsync(script);
        Assert.Equal(before, await CountAsync());

        for (var time = 0; time < KeptForms.MostOfOne; time++) await browser.PostAsync("/moderation/replies/new", fields);
        var refused = await LedToAsync(browser.PostAsync("/moderation/replies/new", fields));

        Assert.Equal(before + KeptForms.MostOfOne, await CountAsync());
        Assert.Contains("We could not keep what you typed", (await browser.PageAsync(refused)).Body!.Words(), StringComparison.Ordinal);
        site.Clock.Advance(KeptForms.Life);
        await site.Get<IEnumerable<IJob>>().OfType<DeleteExpired>().Single().RunAsync(default);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(600, false, false)]
    [InlineData(1, true, false)]
    public async Task A_file_of_whom_is_not_signed_in_is_not_read(int kilobytes, bool hidesItsLength, bool isRead)
    {
        using var browser = await site.SignedIn(Roles.Administrator | Roles.Publisher, $"file{kilobytes}{hidesItsLength}@example.org");
        var page = await browser.PageAsync("/moderation/replies/new");
        await EndAsync(browser, 1);
        using var body = new MultipartFormDataContent { { new ByteArrayContent(new byte[kilobytes * 1024]), "Form.File", "board.jpg" } };
        foreach (var name in (string[])["__RequestVerificationToken", FormKeeper.OwnerField]) body.Add(new StringContent(page.Field(name)!), name);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/moderation/case-studies/1/pictures") { Content = body };
        request.Headers.TransferEncodingChunked = hidesItsLength;

        var to = (await browser.Client.SendAsync(request)).Headers.Location!.OriginalString;

        Assert.StartsWith("/sign-in?", to, StringComparison.Ordinal);
        Assert.Equal(isRead, Uri.UnescapeDataString(to).Contains($"?{FormKeeper.Query}=", StringComparison.Ordinal));
    }

    private static IEnumerable<AccessRow> Posts(params string[] starts) => AccessTable.Rows.Where(row =>
        row.Method == "POST" && row.Route != Preview && !row.Route.StartsWith(Typing, StringComparison.Ordinal)
        && !Quoting.Contains(row.Route) && !row.Route.StartsWith(Import, StringComparison.Ordinal)
        && Array.Exists(starts, start => row.Route.StartsWith(start, StringComparison.Ordinal))
        && !row.Address.Contains("{missing", StringComparison.Ordinal) && !row.Address.Contains("/999", StringComparison.Ordinal));

    /// <summary>Where an answer leads; by way of the six words, where those lead.</summary>
    private static async Task<string> LedToAsync(Task<HttpResponseMessage> sent)
    {
        const string SixWords = "/my-story?from=";
        var to = (await sent).Headers.Location!.OriginalString;
        return to.StartsWith(SixWords, StringComparison.Ordinal) ? Uri.UnescapeDataString(to[SixWords.Length..]) : to;
    }

    private async Task<int> CountAsync() => await site.Get<InfoStoryContext>().Set<KeptForm>().CountAsync();

    /// <summary>By its time, in another tab of this browser, from elsewhere, or by a new password.</summary>
    private async Task EndAsync(TestBrowser browser, int how)
    {
        if (how == 0) site.Clock.Advance(StaffTickets.Life);
        else if (how == 1) await browser.DoAsync("/sign-out", []);
        else if (how == 2) await site.Copy(browser).DoAsync("/sign-out", []);
        else
        {
            var accounts = site.Get<StaffAccounts>();
            await accounts.SetPasswordAsync(await accounts.FindAsync(Everybody), A.Password);
        }
    }

    private static async Task<string> SignInAsync(TestBrowser browser, string page, string email = Everybody) =>
        (await browser.SubmitAsync(page, new() { ["Form.Email"] = email, ["Form.Password"] = A.Password })).Headers.Location!.OriginalString;

    /// <summary>Sends the row from a page of that session, every word in it one that stands nowhere else.</summary>
    private async Task<(IReadOnlyList<string> Typed, HttpResponseMessage Answer)> PostAsync(TestBrowser browser, AccessRow row, IHtmlDocument page)
    {
        List<string> typed = [];
        List<KeyValuePair<string, string>> fields = [];
        foreach (var (name, value) in row.Fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('='))
            .Select(field => (field[0], Uri.UnescapeDataString(field[1]))))
        {
            var isWord = value.Length == 1 && char.IsAsciiLetterUpper(value[0]) && !Array.Exists(WithoutWords, row.Route.StartsWith);
            if (isWord) typed.Add($"Typed words {typed.Count}");
            fields.Add(new(name, isWord ? typed[^1] : value));
        }

        foreach (var name in (string[])["__RequestVerificationToken", FormKeeper.OwnerField]) fields.Add(new(name, page.Field(name)!));
        using var body = new StringContent(
            string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")), Encoding.UTF8, "application/x-www-form-urlencoded");
        return (typed, await browser.Client.PostAsync(new Uri(site.Address(row), UriKind.Relative), body));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(AccessRow row, IReadOnlyList<string> typed, HttpResponseMessage answer)
    {
        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        List<string> problems = [.. typed.Where(words => !said.Contains(words, StringComparison.Ordinal)).Select(words => $"{row.Address} lost {words}")];
        if (answer.StatusCode != HttpStatusCode.OK) problems.Add($"{row.Address} answered {(int)answer.StatusCode}");
        if (!said.Contains(FormPage.SessionEnded, StringComparison.Ordinal)) problems.Add($"{row.Address} does not say that the session ended");
        return problems;
    }
}
