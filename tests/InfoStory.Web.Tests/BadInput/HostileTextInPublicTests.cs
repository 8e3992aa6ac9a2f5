using System.Net;
using System.Xml.Linq;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Markdown;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Hostile text that everybody reads or may ask for: it is text on every page that shows it.</summary>
public sealed class HostileTextInPublicTests(TestSite site) : IClassFixture<TestSite>
{
    private const int Together = 30;

    /// <summary>So many of the strings at least are kept and shown; whatever is refused cannot be shown wrongly.</summary>
    private const int Most = 250;

    [Fact]
    public async Task In_a_case_study_it_is_text_on_every_public_page()
    {
        string[] fields =
        [
            "Title", "Summary", "TheStory", "PlaceAndNeed", "Partners", "WhatWasNotShared", "Barrier", "WhatTheyDid", "WhatChanged", "NotYetFixed", "Learning",
        ];
        var story = await site.Given(A.Story().Titled("Hostile").Published());
        var (edit, path) = ($"/moderation/case-studies/{story.CaseStudy}", $"/case-studies/{story.Slug}");
        using var publisher = await site.SignedIn(Roles.Publisher);
        using var reader = site.Browser();
        List<string> wrong = [];
        string? shape = null;

        // What has a meaning in Markdown is in MarkdownTests.
        foreach (var chunk in HostileText.All.Where(text => text.Length <= 60 && !text.Contains('\u2028', StringComparison.Ordinal))
            .Where(text => MarkdownText.Of($"a {text.Trim()} b") == $"a {text.Trim()} b")
            .Chunk(Together).Where(chunk => chunk.Length == Together))
        {
            // The same number of paragraphs each time, so that the page has the same shape each time.
            var texts = fields.Select((_, number) => number < 2
                    ? PlainText.Tidy(chunk[number]) : string.Join("\n\n", chunk.Select(text => $"a {text.Trim()} b")))
                .ToList();
            var saved = await SavedAsync(fields.Zip(texts).ToDictionary(pair => $"Form.{pair.First}", pair => pair.Second).Answered());
            if (saved.StatusCode != HttpStatusCode.Redirect) wrong.Add($"{(int)saved.StatusCode}: {chunk[0]}");

            var page = await reader.PageAsync(path);
            shape ??= Shape.Of(page);
            if (Shape.Of(page) != shape) wrong.Add($"the page changed with {chunk[0]} … {chunk[^1]}");
            if (page.QuerySelector("h1")!.TextContent != texts[0] || page.QuerySelector("meta[name=description]")!.GetAttribute("content") != texts[1])
                wrong.Add($"title or summary: {texts[0]} | {texts[1]}");
            if (!page.QuerySelectorAll(".info-case__story p").Select(paragraph => paragraph.TextContent.Trim())
                    .SequenceEqual(chunk.Select(text => $"a {PlainText.Tidy(text)} b")))
                wrong.Add($"text: {chunk[0]} … {chunk[^1]}");
            if (XDocument.Parse(await reader.Client.GetStringAsync(new Uri("/case-studies/feed", UriKind.Relative)))
                    .Descendants("{http://www.w3.org/2005/Atom}title").ElementAt(1).Value != texts[0])
                wrong.Add($"feed: {texts[0]}");
            if ((await reader.PageAsync("/case-studies")).QuerySelector(".info-cards a")!.TextContent.Trim() != texts[0]) wrong.Add($"library: {texts[0]}");
        }

        Assert.NotNull(shape);
        Assert.Empty(wrong);

        // What a rule sees in it is dismissed, so that it goes public.
        async Task<HttpResponseMessage> SavedAsync(Dictionary<string, string> typed)
        {
            var first = await publisher.SubmitAsync(edit, typed, "Save");
            if (first.StatusCode != HttpStatusCode.BadRequest) return first;

            var page = await TestBrowser.DocumentAsync(first);
            var form = TestBrowser.Fill(TestBrowser.FormOf(page, "Save")!, new() { ["Form.Dismiss.Why"] = "NotWhatItLooksLike" });
            form.AddRange(page.QuerySelectorAll("[name='Form.Dismiss.Flags']")
                .Select(box => new KeyValuePair<string, string>("Form.Dismiss.Flags", box.GetAttribute("value")!)));
            return await publisher.PostAsync(TestBrowser.AddressOf(page, edit, "Save"), form);
        }
    }

    [Fact]
    public async Task As_the_name_of_an_invitation_and_the_words_of_a_campaign_it_is_text_on_every_page()
    {
        using var staff = await site.SignedIn(Roles.Moderator | Roles.Administrator);
        var (invite, campaign) = (await staff.PageAsync("/moderation/invitations/new"), "/moderation/campaigns/hostile");
        await staff.SubmitAsync("/moderation/campaigns/new", new()
        {
            ["Form.Name"] = "Hostile",
            ["Form.Hashtag"] = "#H",
            ["Form.Summary"] = "S",
            ["Form.FirstDay"] = "2026-11-01",
            ["Form.LastDay"] = "2026-12-31"
        });
        List<string> wrong = [];
        var (invitations, campaigns) = (0, 0);

        foreach (var (text, number) in HostileText.All.Where(text => PlainText.Tidy(text).Length is > 0 and <= 100).Select((text, number) => (text, number)))
        {
            var made = await staff.SubmitAsync(invite, "/moderation/invitations/new", new() { ["Form.Name"] = text });
            if (made.StatusCode == HttpStatusCode.Redirect)
            {
                invitations++;
                var page = await staff.PageAsync(made.Headers.Location!.OriginalString);
                if (page.QuerySelector("h1")!.TextContent != PlainText.Tidy(text) || page.QuerySelectorAll("h1 *").Length > 0) wrong.Add($"name: {text}");
            }
            else if ((await TestBrowser.DocumentAsync(made)).Field("Form.Name") != text) wrong.Add($"{(int)made.StatusCode}, lost: {text}");

            // Every change to what the public sees waits for the caches, so only some are.
            if (number % 5 != 0) continue;
            var saved = await staff.SubmitAsync(campaign, new() { ["Form.Name"] = text, ["Form.Summary"] = text, ["Form.FirstPrompt"] = text });
            if (saved.StatusCode != HttpStatusCode.Redirect) continue;

            campaigns++;
            var read = await staff.PageAsync("/campaigns/hostile");
            string?[] shown =
            [
                read.QuerySelector("h1")!.TextContent, read.QuerySelector(".info-case__summary")!.TextContent,
                read.QuerySelector(".info-prompts li")!.TextContent, read.QuerySelector("meta[name=description]")!.GetAttribute("content")
            ];
            if (shown.Any(words => words != PlainText.Tidy(text)) || read.QuerySelectorAll("h1 *, .info-case__summary *, .info-prompts li *").Length > 0)
                wrong.Add($"campaign: {text} became {string.Join(" | ", shown)}");
        }

        Assert.True(invitations > Most && campaigns > Most / 5, $"Only {invitations} invitations and {campaigns} changes of a campaign were let in.");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task As_words_to_search_for_it_is_looked_for_and_nothing_else()
    {
        using var reader = site.Browser();
        List<string> wrong = [];

        foreach (var text in HostileText.All)
        {
            var answer = await reader.GetAsync($"/case-studies?words={Uri.EscapeDataString(text)}");
            // Other blanks than single spaces, and what turns letters around, are spelt without, at an address of their own.
            if (answer.StatusCode == HttpStatusCode.MovedPermanently) answer = await reader.GetAsync(answer.Headers.Location!.ToString());
            var page = await TestBrowser.DocumentAsync(answer);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest)) wrong.Add($"{(int)answer.StatusCode}: {text}");
            if (page.Field("words") is var shown && (shown ?? "") != PlainText.Seen(text)) wrong.Add($"{text} became {shown}");
            if (page.QuerySelector("main script, main svg, main img, main style, main iframe") is not null) wrong.Add($"{text} became markup");
        }

        Assert.Empty(wrong);
    }
}
