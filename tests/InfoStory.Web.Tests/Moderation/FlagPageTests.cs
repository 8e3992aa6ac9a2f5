using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>Flags, redaction and the gate over HTTP, without scripts.</summary>
public sealed class FlagPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_flag_is_shown_with_its_rule_dismissed_with_a_reason_and_restored()
    {
        var story = await site.Given(A.Story().PublicText("Ring 0161 496 0000 for help.").InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "one@example.org");

        var before = await moderator.PageAsync(desk);
        var refused = await moderator.SubmitAsync(desk, [], "Approve");
        var key = before.QuerySelectorAll("[name='Form.Flags']")
            .First(box => box.NextElementSibling!.TextContent.Contains("0161 496 0000", StringComparison.Ordinal)).GetAttribute("value")!;
        var unsaid = await moderator.SubmitAsync(before, desk, new() { ["Form.Flags"] = key }, "Dismiss");
        var done = await moderator.SubmitAsync(desk, new() { ["Form.Flags"] = key, ["Form.Why"] = "Public", ["Form.Remark"] = "A helpline." }, "Dismiss");
        var after = await moderator.PageAsync(desk);
        var approved = await moderator.SubmitAsync(desk, [], "Approve");
        await moderator.DoAsync(desk, [], "Claim");
        await moderator.DoAsync(desk, [], "Restore");

        var flags = before.QuerySelector("#flags")!.TextContent;
        Assert.Contains("looks like a telephone number", flags, StringComparison.Ordinal);
        Assert.Contains("“identity.phone” of ", flags, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "“0161 496 0000”", (await TestBrowser.DocumentAsync(refused)).QuerySelector("#form-publictext-error")!.TextContent, StringComparison.Ordinal);
        var again = await TestBrowser.DocumentAsync(unsaid);
        Assert.Contains("Choose why nothing needs to be done", again.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(again.QuerySelector($"#flag-{key}")!.HasAttribute("checked"));
        Assert.Equal($"{desk}?open=true#flags", done.Headers.Location!.OriginalString);
        Assert.Contains(
            "Everyone may know it, such as a helpline (“A helpline.”). Dismissed by you", after.QuerySelector("#flags")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.NotNull((await moderator.PageAsync(desk)).QuerySelector($"#flag-{key}"));
    }

    [Fact]
    public async Task A_flag_that_is_dismissed_or_restored_leaves_its_story_in_the_part_of_the_queue_it_was_opened_from()
    {
        var story = await site.Given(A.Story().PublicText("Ring 0161 496 0000 for help.").InReview());
        var desk = $"/moderation/stories/{story.Reference}?state=inreview";
        using var moderator = await site.SignedIn(Roles.Moderator, "part@example.org");
        var key = (await moderator.PageAsync(desk)).QuerySelectorAll("[name='Form.Flags']")
            .First(box => box.NextElementSibling!.TextContent.Contains("0161 496 0000", StringComparison.Ordinal)).GetAttribute("value")!;

        var refused = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(desk, new() { ["Form.Flags"] = key }, "Dismiss"));
        var dismissed = await moderator.SubmitAsync(refused, desk, new() { ["Form.Flags"] = key, ["Form.Why"] = "Public" }, "Dismiss");
        var restored = await moderator.SubmitAsync(desk, [], "Restore");

        Assert.Equal($"{desk}&open=true", refused.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Equal($"{desk}&open=true#flags", dismissed.Headers.Location!.OriginalString);
        Assert.Equal($"{desk}&open=true#flags", restored.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Words_are_replaced_everywhere_shown_with_differences_undone_and_saved_only_when_somebody_saves()
    {
        var story =
            await site.Given(A.Story().Titled("Joan and the ward").PublicText("Joan rang. Joan's ward knew Joanna.").About("Housing", "Cornwall").InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "two@example.org");

        var page = await moderator.PageAsync(desk);
        var replaced = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(
            page, desk, new() { ["Replace.Words"] = "Joan", ["Replace.With"] = "[a colleague]", ["Form.Note"] = "Typed." }, "Replace"));
        var undone = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(replaced, desk, [], "replace?handler=Undo"));
        var back = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(undone, desk, [], "replace?handler=Undo"));
        var stored = (await moderator.PageAsync(desk)).QuerySelector("#form-publictext")!.TextContent;
        await moderator.DoAsync(back, desk, [], "Save");

        Assert.Contains("[a town in the South West]", page.QuerySelector("#replace-with")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("[A colleague] rang. [A colleague]'s ward knew Joanna.", replaced.QuerySelector("#form-publictext")!.TextContent);
        Assert.Equal("[A colleague] and the ward", replaced.QuerySelector("#form-publictitle")!.GetAttribute("value"));
        Assert.Equal("Typed.", replaced.QuerySelector("#form-note")!.TextContent);
        Assert.Contains("in 3 places", replaced.QuerySelector("#redact")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(replaced.QuerySelectorAll("#redact del"));
        Assert.NotEmpty(replaced.QuerySelectorAll("#redact ins"));
        Assert.Equal("Joan rang. Joan's ward knew Joanna.", undone.QuerySelector("#form-publictext")!.TextContent);
        Assert.Equal("Joan rang. Joan's ward knew Joanna.", stored);
        Assert.Equal("[A colleague] rang. [A colleague]'s ward knew Joanna.", (await moderator.PageAsync(desk)).QuerySelector("#form-publictext")!.TextContent);
    }

    [Theory]
    [InlineData("Replace", "Form.PublicTitle"), InlineData("Replace", "Form.PublicText"), InlineData("Replace", "Replace.Words")]
    [InlineData("Replace", "Replace.With"), InlineData("Replace", "Replace.Own"), InlineData("Replace", "Replace.TextBefore")]
    [InlineData("replace?handler=Undo", "Form.PublicText"), InlineData("replace?handler=Undo", "Replace.TitleBefore")]
    [InlineData("replace?handler=Undo", "Replace.TextBefore")]
    public async Task What_is_longer_than_anything_that_can_be_saved_is_refused_before_it_is_worked_on(string button, string field)
    {
        var story = await site.Given(A.Story().PublicText("Joan rang.").InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, $"long-{button.Length}-{field}@example.org");
        var replaced = await TestBrowser.DocumentAsync(
            await moderator.SubmitAsync(desk, new() { ["Replace.Words"] = "Joan", ["Replace.With"] = "[a colleague]" }, "Replace"));
        using var watch = new SqlWatch(site.File);

        var answer = await moderator.SubmitAsync(
            replaced, desk, new() { ["Replace.Words"] = "Joan", ["Replace.With"] = "[a colleague]", [field] = new string('a', 24_001) }, button);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.DoesNotContain(watch.Take(), statement => statement.Sql.Contains("\"PublicText\"", StringComparison.Ordinal));
        Assert.DoesNotContain("aaaaaa", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_to_replace_and_to_put_there_are_measured_too_because_they_multiply()
    {
        var story = await site.Given(A.Story().PublicText(string.Concat(Enumerable.Repeat("a ", 5_000))).InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "multiply@example.org");

        var answer = await moderator.SubmitAsync(
            $"/moderation/stories/{story.Reference}",
            new() { ["Replace.Words"] = string.Concat(Enumerable.Repeat("a ", 101)) + "b", ["Replace.Own"] = new string('x', 201) }, "Replace");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            ["The words to replace must be 200 characters or fewer", "What to say instead must be 200 characters or fewer"],
            (await TestBrowser.DocumentAsync(answer)).QuerySelectorAll(".govuk-error-summary li").Select(problem => problem.TextContent));
    }

    [Theory]
    [InlineData("Replace.Own"), InlineData("Replace.With")]
    public async Task Nothing_is_replaced_by_what_makes_the_text_longer_than_can_be_saved(string field)
    {
        var text = string.Concat(Enumerable.Repeat("a b ", 2_990)).Trim();
        var story = await site.Given(A.Story().PublicText(text).InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, $"outgrow-{field}@example.org");

        var answer = await moderator.SubmitAsync(
            $"/moderation/stories/{story.Reference}", new() { ["Replace.Words"] = "a", [field] = new string('x', 200) }, "Replace");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        var problem = page.QuerySelector(".govuk-error-summary li a")!;
        Assert.Equal("With these words the public title or text would be longer than can be saved. Choose shorter ones", problem.TextContent);
        Assert.Equal($"#{field.Replace('.', '-').ToLowerInvariant()}", problem.GetAttribute("href"));
        Assert.Equal(text, page.QuerySelector("#form-publictext")!.TextContent);
    }

    [Fact]
    public async Task What_cannot_be_replaced_is_said_and_nothing_typed_is_lost()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "three@example.org");

        var answer = await moderator.SubmitAsync(
            $"/moderation/stories/{story.Reference}", new() { ["Replace.Words"] = "Nobody", ["Form.PublicText"] = "Typed with care." }, "Replace");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(
            ["These words are not in the public title or text", "Choose what to say instead, or write it"],
            page.QuerySelectorAll(".govuk-error-summary li").Select(problem => problem.TextContent));
        Assert.Equal("Typed with care.", page.QuerySelector("#form-publictext")!.TextContent);
    }

    [Fact]
    public async Task A_story_on_hold_shows_its_flags_to_a_safeguarding_lead_only()
    {
        var story = await site.Given(A.Story().Told("Joan Whitfield rang me.").OnHold());
        using var moderator = await site.SignedIn(Roles.Moderator, "four@example.org");
        using var lead = await site.SignedIn(Roles.SafeguardingLead, "five@example.org");

        foreach (var page in (string[])[$"/moderation/stories/{story.Reference}", $"/moderation/stories/{story.Reference}/flags"])
        {
            Assert.DoesNotContain("Whitfield", await (await moderator.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("Whitfield", (await lead.PageAsync(page)).QuerySelector("#flags")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Approving_without_saving_asks_about_the_words_as_they_are_typed_and_takes_the_reason_with_them()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var moderator = await site.SignedIn(Roles.Moderator, "seven@example.org");
        var typed = new Dictionary<string, string> { ["Form.PublicTitle"] = "A day shared by Joan Whitfield" };

        var refused = await moderator.SubmitAsync(desk, typed, "Approve");
        var page = await TestBrowser.DocumentAsync(refused);
        var box = page.QuerySelector("[name='Form.Dismiss.Flags']")!;
        var unsaid = await moderator.SubmitAsync(page, desk, new() { ["Form.Dismiss.Flags"] = box.GetAttribute("value")! }, "Approve");
        var again = await TestBrowser.DocumentAsync(unsaid);
        var done = await moderator.SubmitAsync(
            again, desk, new() { ["Form.Dismiss.Flags"] = box.GetAttribute("value")!, ["Form.Dismiss.Why"] = "Agreed" }, "Approve");

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect], [refused.StatusCode, unsaid.StatusCode, done.StatusCode]);
        Assert.Contains("“Joan Whitfield” looks like a name", page.QuerySelector("#form-publictitle-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A day shared by Joan Whitfield", page.QuerySelector("#form-publictitle")!.GetAttribute("value"));
        Assert.Contains("Choose why nothing needs to be done", again.QuerySelector("#form-dismiss-why-error")!.TextContent, StringComparison.Ordinal);
        Assert.True(again.QuerySelector("[name='Form.Dismiss.Flags']")!.HasAttribute("checked"));
        Assert.Contains("The person it is about agreed", (await moderator.PageAsync(desk)).QuerySelector("#flags")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_study_shows_the_flags_on_its_words_and_is_published_when_each_is_mended_or_dismissed()
    {
        var story = await site.Given(A.Story().Ready());
        using var publisher = await site.SignedIn(Roles.Publisher, "eight@example.org");
        var start = await publisher.SubmitAsync($"/moderation/stories/{story.Reference}", [], "start");
        var edit = start.Headers.Location!.OriginalString;
        var typed = new Dictionary<string, string> { ["Form.Summary"] = "Joan Whitfield rang.", ["Form.Learning"] = "Ask Marek Nowak." };

        var refused = await publisher.SubmitAsync(edit, typed, "Publish");
        var page = await TestBrowser.DocumentAsync(refused);
        var saved = await publisher.SubmitAsync(page, edit, [], "Save");
        var before = await publisher.PageAsync(edit);
        var joan = before.QuerySelectorAll("[name='Form.Dismiss.Flags']")
            .Single(box => box.NextElementSibling!.TextContent.Contains("Joan", StringComparison.Ordinal));
        var published = await publisher.SubmitAsync(
            before, edit,
            new Dictionary<string, string>
            {
                ["Form.Learning"] = "Ask first.",
                ["Form.Dismiss.Flags"] = joan.GetAttribute("value")!,
                ["Form.Dismiss.Why"] = "Agreed"
            }.Answered(), "Publish");

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Redirect], [refused.StatusCode, saved.StatusCode, published.StatusCode]);
        Assert.Equal(2, page.QuerySelectorAll("[name='Form.Dismiss.Flags']").Length);
        Assert.Contains("looks like a name", page.QuerySelector("#form-summary-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await publisher.PageAsync(edit)).QuerySelector("[name='Form.Dismiss.Flags']"));
    }

    [Fact]
    public async Task Two_administrators_switch_a_rule_off_and_one_switches_it_on()
    {
        using var first = await site.SignedIn(Roles.Administrator, "six@example.org");
        using var second = await site.SignedIn(Roles.Administrator, "seven@example.org");

        var unsaid = await first.SubmitAsync("/moderation/rules?off=spam.shouted", new() { ["Form.Why"] = " " }, "Propose");
        await first.DoAsync("/moderation/rules?off=spam.shouted", new() { ["Form.Why"] = "Every flag is dismissed." }, "Propose");
        var proposed = (await first.PageAsync("/moderation/rules")).Body!.TextContent;
        await second.DoAsync("/moderation/rules", [], "Confirm");
        var off = (await second.PageAsync("/moderation/rules")).Body!.TextContent;
        await first.DoAsync("/moderation/rules", new() { ["rule"] = "spam.shouted" }, "SwitchOn");
        var locked = await first.SubmitAsync(
            "/moderation/rules?off=spam.shouted", new() { ["Form.Rule"] = "identity.phone", ["Form.Why"] = "Too many." }, "Propose");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (unsaid.StatusCode, locked.StatusCode));
        Assert.Contains("Write why this rule should be switched off", await unsaid.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("You propose to switch it off: “Every flag is dismissed.”", proposed, StringComparison.Ordinal);
        Assert.Contains("Off since 24 November 2026, by you", off, StringComparison.Ordinal);
    }
}
