using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Hostile texts as replies, on a site of their own: a gap in one of them would be asked for wherever somebody writes to an author.</summary>
public sealed class HostileReplyTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task In_a_reply_it_is_text_in_the_list_and_in_the_field_that_it_is_put_into()
    {
        var story = await site.Given(A.Story().InReview());
        using var staff = await site.SignedIn(Roles.Moderator | Roles.Administrator, "replies@example.org");
        var (add, desk) = ("/moderation/replies/new", $"/moderation/stories/{story.Reference}");
        var texts = HostileText.All.Select(PlainText.Tidy).Where(text => text.Length is > 0 and <= 60).Distinct(StringComparer.Ordinal).ToList();
        List<string> wrong = [];

        var page = await staff.PageAsync(add);
        foreach (var text in texts)
        {
            var answer = await staff.SubmitAsync(page, add, new() { ["Form.Kind"] = "Decline", ["Form.Name"] = text, ["Form.Text"] = text });
            if (answer.StatusCode == HttpStatusCode.Redirect) continue;
            if (answer.StatusCode != HttpStatusCode.BadRequest || (await TestBrowser.DocumentAsync(answer)).Field("Form.Text") != text)
                wrong.Add($"{(int)answer.StatusCode}: {text}");
        }

        var (list, form) = (await staff.PageAsync("/moderation/replies"), await staff.PageAsync(desk));
        var options = form.QuerySelectorAll("#use-reason option[data-text]").Where(option => option.TextContent == option.GetAttribute("data-text")).ToList();
        Assert.True(options.Count > 100, $"Only {options.Count} of {texts.Count} were let in.");
        foreach (var (option, number) in options.Select((option, number) => (option, number)))
        {
            var (text, id) = (option.TextContent, option.GetAttribute("value")!);
            if (!texts.Contains(text, StringComparer.Ordinal)) wrong.Add($"nobody typed: {text}");
            if (list.QuerySelector($"a[href='/moderation/replies/{id}']")?.TextContent != text) wrong.Add($"other in the list: {text}");
            // One in ten is put into the field, which takes a request each.
            if (number % 10 == 0
                    && (await TestBrowser.DocumentAsync(await staff.SubmitAsync(form, desk, new() { ["Use.Reason"] = id }, "decline?handler=Use")))
                        .Field("Form.Reason") != text)
                wrong.Add($"other in the field: {text}");
        }

        if (list.QuerySelectorAll(".desk-replies__text *, .desk-replies a *").Length > 0) wrong.Add("markup");
        Assert.Empty(wrong);
    }
}
