using System.Net;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>A story that somebody tells to the team, from the form to the slip.</summary>
public sealed class EnterPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Enter = "/moderation/enter", Slip = "/moderation/enter/slip";

    private static Dictionary<string, string> Good => new()
    {
        ["Form.Channel"] = "Telephone",
        ["Form.Told"] = "She rang six times.",
        ["Form.Audiences"] = "Website",
        ["Form.SeeFirst"] = "true",
        ["Form.Agreed"] = "true",
    };

    [Fact]
    public async Task The_slip_is_shown_once_with_six_words_that_open_the_story()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "slip@example.org");

        var entered = await moderator.SubmitAsync(Enter, Good);
        await moderator.Client.SendAsync(new(HttpMethod.Head, Slip));
        var shown = await moderator.GetAsync(Slip);
        var again = await moderator.PageAsync(Slip);

        Assert.Equal((HttpStatusCode.SeeOther, Slip), (entered.StatusCode, entered.Headers.Location!.OriginalString));
        Assert.True(shown.Headers.CacheControl!.NoStore);
        var slip = (await TestBrowser.DocumentAsync(shown)).QuerySelector(".desk-slip")!;
        Assert.Contains("localhost/my-story", slip.TextContent, StringComparison.Ordinal);
        Assert.Contains("25 November 2026", slip.TextContent, StringComparison.Ordinal);
        using var teller = await site.Opened(string.Join(' ', slip.QuerySelectorAll(".desk-slip__words li").Select(word => word.TextContent)));
        Assert.Contains(
            slip.QuerySelector(".info-reference")!.TextContent, (await teller.PageAsync("/my-story/open")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector(".desk-slip"));
    }

    [Fact]
    public async Task The_desk_says_who_entered_it_and_by_which_door()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "entered@example.org");
        using var colleague = await site.SignedIn(Roles.Moderator, "colleague@example.org");
        await moderator.SubmitAsync(Enter, Good);
        var reference = (await moderator.PageAsync(Slip)).QuerySelector(".desk-slip .info-reference")!.TextContent;

        var mine = await moderator.PageAsync($"/moderation/stories/{reference}");
        var theirs = await colleague.PageAsync($"/moderation/stories/{reference}");

        Assert.Contains("entered by you, by telephone", mine.QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("entered by entered@example.org, by telephone", theirs.QuerySelector(".desk-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Entered by entered@example.org", theirs.QuerySelector("section[aria-labelledby=history]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_story_and_the_same_slip()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "twice@example.org");
        var page = await moderator.PageAsync(Enter);
        var before = await CountAsync();

        var answers = await Task.WhenAll(moderator.SubmitAsync(page, Enter, Good), moderator.SubmitAsync(page, Enter, Good));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Equal(before + 1, await CountAsync());
        Assert.NotNull((await moderator.PageAsync(Slip)).QuerySelector(".desk-slip"));
    }

    [Fact]
    public async Task A_page_gone_back_to_and_written_over_keeps_the_words_and_enters_a_second_story_when_pressed_again()
    {
        using var moderator = await site.SignedIn(Roles.Moderator, "over@example.org");
        var page = await moderator.PageAsync(Enter);
        await moderator.SubmitAsync(page, Enter, Good);
        var before = await CountAsync();

        var answer = await moderator.SubmitAsync(page, Enter, new(Good) { ["Form.Told"] = "He wrote nine letters." });

        var again = await TestBrowser.DocumentAsync(answer);
        Assert.Equal((HttpStatusCode.Conflict, before), (answer.StatusCode, await CountAsync()));
        Assert.Equal("He wrote nine letters.", again.QuerySelector("#form-told")!.TextContent);
        await moderator.SubmitAsync(again, Enter, []);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("Form.Agreed", "", "Read the sentences to the teller, and tick when they have agreed")]
    [InlineData("Form.Channel", "", "Choose how the story was told")]
    [InlineData("Form.Channel", "Website", "Choose how the story was told")]
    [InlineData("Form.Audiences", "", "Choose who may hear your story, or choose “Only your team”")]
    [InlineData("Key", "made-up", "This page was open for too long. Nothing you typed is lost. Press the button again")]
    public async Task What_is_missing_is_asked_for_and_the_words_stay(string field, string value, string sentence)
    {
        using var moderator = await site.SignedIn(Roles.Moderator, $"missing{Number(field, value)}@example.org");
        var fields = Good;
        if (value.Length == 0) fields.Remove(field);
        else fields[field] = value;

        var answer = await moderator.SubmitAsync(Enter, fields);

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("She rang six times.", page.QuerySelector("#form-told")!.TextContent);
        var mended = await moderator.SubmitAsync(page, Enter, Good);
        Assert.Equal(HttpStatusCode.SeeOther, mended.StatusCode);
    }

    [Fact]
    public async Task The_form_of_one_member_of_staff_is_of_no_use_to_another()
    {
        using var one = await site.SignedIn(Roles.Moderator, "one@example.org");
        using var two = await site.SignedIn(Roles.Moderator, "two@example.org");
        var key = (await one.PageAsync(Enter)).QuerySelector("[name=Key]")!.GetAttribute("value")!;
        await one.SubmitAsync(Enter, new(Good) { ["Key"] = key });

        var answer = await two.SubmitAsync(Enter, new(Good) { ["Key"] = key });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static int Number(string field, string value) => Math.Abs(string.GetHashCode($"{field} {value}", StringComparison.Ordinal));

    private async Task<int> CountAsync() => await site.Get<InfoStoryContext>().Stories.CountAsync();
}
