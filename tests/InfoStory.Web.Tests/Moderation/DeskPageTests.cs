using System.Net;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The team's work over HTTP, from the queue to the public page and back.</summary>
public sealed class DeskPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_story_is_claimed_edited_tagged_approved_published_and_taken_down()
    {
        var story = await site.Given(A.Story().Told("I rang Wombat Ward three times.").Titled("As told"));
        using var moderator = await site.SignedIn(Roles.Moderator, "one@example.org");
        using var publisher = await site.SignedIn(Roles.Publisher, "two@example.org");
        using var reader = site.Browser();
        var desk = $"/moderation/stories/{story.Reference}";

        var queue = await moderator.PageAsync("/moderation");
        await moderator.DoAsync(desk, [], "Claim");
        var claimed = await moderator.PageAsync(desk);
        var tag = claimed.QuerySelectorAll("input[name='Form.Tags']")
            .First(box => box.NextElementSibling!.TextContent == "Referral lost or refused").GetAttribute("value")!;
        await moderator.DoAsync(desk, new()
        {
            ["Form.PublicTitle"] = "Three calls to a ward",
            ["Form.PublicText"] = "A worker rang a ward.",
            ["Form.Kind"] = "Failed",
            ["Form.Criticality"] = "Friction",
            ["Form.Tags"] = tag,
            ["Form.Note"] = "Ward left out."
        }, "Save");
        var saved = await moderator.PageAsync(desk);
        await moderator.DoAsync(desk, [], "Approve");
        var editor = (await publisher.SubmitAsync(desk, [], "Start")).Headers.Location!.OriginalString;
        var published =
            (await publisher.SubmitAsync(editor, new Dictionary<string, string> { ["Form.WhatChanged"] = "They ring back now." }.Answered(), "Publish"))
            .Headers.Location!.OriginalString;
        var page = await reader.PageAsync("/case-studies/three-calls-to-a-ward");
        await publisher.DoAsync(published, new() { ["Form.TakenDownWhy"] = "Changing" }, "Unpublish");

        Assert.NotNull(queue.QuerySelector($"a[href^='{desk}']"));
        Assert.Contains("I rang Wombat Ward three times.", claimed.QuerySelector("#form-publictext")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ward left out.", saved.QuerySelector("section[aria-labelledby=notes]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(saved.QuerySelector($"input[value='{tag}'][checked]"));
        Assert.Equal("Three calls to a ward", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("They ring back now.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Referral lost or refused", page.QuerySelector(".info-tags")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wombat", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync("/case-studies/three-calls-to-a-ward")).StatusCode);
        Assert.DoesNotContain("three-calls-to-a-ward", await (await reader.GetAsync("/case-studies")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_story_tells_its_author_why()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "three@example.org");

        await moderator.DoAsync(
            $"/moderation/stories/{story.Reference}", new() { ["Form.Reason"] = "It names a child.\nTell it again without." }, "Decline");

        using var author = await site.Opened(story.Receipt.ToString());
        Assert.Equal("It names a child.\nTell it again without.", (await author.PageAsync("/my-story/open")).QuerySelector(".info-public-text")!.TextContent);
    }

    [Theory]
    [InlineData("Decline", "Tell the author why you decline the story")]
    [InlineData("Hold", "Write a private note that says why the story is on hold")]
    public async Task What_a_button_needs_is_asked_for_and_nothing_typed_is_lost(string button, string sentence)
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "four@example.org");

        var answer = await moderator.SubmitAsync(
            $"/moderation/stories/{story.Reference}", new() { ["Form.PublicText"] = "Typed with care.", ["Form.Kind"] = "Worked" }, button);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Typed with care.", page.QuerySelector("#form-publictext")!.TextContent);
        Assert.Equal("Worked", page.QuerySelector("#form-kind option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Everything_that_a_press_needs_is_said_at_once_in_the_summary_and_beside_its_field()
    {
        var story = await site.Given(A.Story().Told("Marek Nowak rang 0161 496 0000."));
        using var moderator = await site.SignedIn(Roles.Moderator, "atonce@example.org");
        var desk = $"/moderation/stories/{story.Reference}";
        await moderator.DoAsync(desk, [], "Claim");

        var answer = await moderator.SubmitAsync(
            desk,
            new() { ["Form.PublicTitle"] = "", ["Form.Kind"] = "", ["Form.Note"] = new string('x', 9_000), ["Form.Dismiss.Flags"] = "one" }, "Approve");
        var page = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string[] fields = ["form-publictitle", "form-publictext", "form-kind", "form-criticality", "form-note", "form-dismiss-why"];
        Assert.Equal(fields.Order(), page.QuerySelectorAll(".govuk-error-summary a").Select(link => link.GetAttribute("href")![1..]).Order());
        Assert.All(fields, field => Assert.NotNull(page.QuerySelector($"#{field}-error")));
        var text = page.QuerySelector("#form-publictext-error")!.TextContent;
        Assert.All((string[])["still the words as told", "“Marek Nowak”", "“0161 496 0000”"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_story_says_where_it_stands_in_the_part_of_the_queue_it_was_opened_from_also_after_a_save()
    {
        var (first, second) = (await site.Given(A.Story().Tagged("Leadership").InReview()), await site.Given(A.Story().Tagged("Leadership").InReview()));
        using var moderator = await site.SignedIn(Roles.Moderator, "place@example.org");
        const string Part = "?state=inreview&tag=leadership";

        var page = await moderator.PageAsync($"/moderation/stories/{second.Reference}{Part}");
        var saved = await moderator.SubmitAsync(page, $"/moderation/stories/{second.Reference}", [], "Save");
        var apart = await moderator.PageAsync($"/moderation/stories/{first.Reference}");

        Assert.Equal("2 of 2", page.QuerySelector(".desk-bar__place")!.TextContent);
        Assert.Equal($"/moderation/stories/{second.Reference}{Part}", saved.Headers.Location!.OriginalString);
        Assert.Null(apart.QuerySelector(".desk-bar__place"));
    }

    [Fact]
    public async Task Two_moderators_who_save_the_same_story_lose_not_one_field()
    {
        var story = await site.Given(A.Story().InReview());
        var desk = $"/moderation/stories/{story.Reference}";
        using var first = await site.SignedIn(Roles.Moderator, "five@example.org");
        using var second = await site.SignedIn(Roles.Moderator, "six@example.org");
        var seen = await second.PageAsync(desk);
        string[] values(string select) => [.. seen.QuerySelectorAll(select).Select(option => option.GetAttribute("value")!)];
        var (service, place, tag) = (values("#form-service option")[3], values("#form-place option")[5], values("input[name='Form.Tags']")[7]);
        await first.DoAsync(desk, new() { ["Form.PublicTitle"] = "Their title", ["Form.PublicText"] = "Their text." }, "Save");

        var answer = await second.SubmitAsync(seen, desk, new()
        {
            ["Form.PublicTitle"] = "My title",
            ["Form.PublicText"] = "My text.",
            ["Form.Kind"] = "Worked",
            ["Form.Service"] = service,
            ["Form.Place"] = place,
            ["Form.Tags"] = tag,
            ["Form.Note"] = "My note.",
            ["Form.Question"] = "My question.",
            ["Form.Reason"] = "My reason.",
        }, "Save");
        var page = await TestBrowser.DocumentAsync(answer);
        var after = await second.SubmitAsync(page, desk, [], "Save");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Their title", page.QuerySelector("section[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Their text.", page.QuerySelector("section[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("My title", page.QuerySelector("#form-publictitle")!.GetAttribute("value"));
        Assert.Equal(["My text.", "My question.", "My note.", "My reason."], page.QuerySelectorAll("textarea").Select(box => box.TextContent));
        Assert.Equal(
            ["Worked", service, place], page.QuerySelectorAll("select[name^='Form.'] option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Equal([tag], page.QuerySelectorAll("input[name='Form.Tags'][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        Assert.Equal("My text.", (await first.PageAsync(desk)).QuerySelector("#form-publictext")!.TextContent);
    }

    [Fact]
    public async Task Two_publishers_who_save_the_same_case_study_lose_not_one_field()
    {
        var story = await site.Given(A.Story().Titled("Two publishers").Published());
        var edit = $"/moderation/case-studies/{story.CaseStudy}";
        using var first = await site.SignedIn(Roles.Publisher, "seven@example.org");
        using var second = await site.SignedIn(Roles.Publisher, "eight@example.org");
        var seen = await second.PageAsync(edit);
        string[] fields =
        [
            "Title", "Summary", "TheStory", "PlaceAndNeed", "Partners", "WhatWasNotShared", "Barrier", "WhatTheyDid", "WhatChanged", "NotYetFixed", "Learning",
        ];
        await first.DoAsync(edit, fields.ToDictionary(field => $"Form.{field}", field => $"Their {field}").Answered(), "Save");

        var answer = await second.SubmitAsync(seen, edit, fields.ToDictionary(field => $"Form.{field}", field => $"My {field}").Answered(), "Save");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await TestBrowser.DocumentAsync(answer);
        Assert.All(
            fields, field => Assert.Contains($"Their {field}", page.QuerySelector("section[aria-labelledby=theirs]")!.TextContent, StringComparison.Ordinal));
        Assert.All(fields, field => Assert.Equal(
            $"My {field}",
            page.QuerySelector($"#form-{field.ToLowerInvariant()}") is { LocalName: "textarea" } box
                ? box.TextContent
                : page.QuerySelector($"#form-{field.ToLowerInvariant()}")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_stale_page_with_a_dead_token_keeps_what_was_typed()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "nine@example.org");

        var answer = await moderator.SubmitAsync(
            $"/moderation/stories/{story.Reference}", new() { ["Form.PublicText"] = "Typed for an hour.", ["__RequestVerificationToken"] = "old" }, "Save");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Typed for an hour.", (await TestBrowser.DocumentAsync(answer)).QuerySelector("#form-publictext")!.TextContent);
    }
}
