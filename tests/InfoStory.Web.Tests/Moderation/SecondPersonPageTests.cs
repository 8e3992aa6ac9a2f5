using System.Net;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The second person reads all that will be published where they say yes, and what is refused is said there.</summary>
public sealed class SecondPersonPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_whole_case_study_stands_above_the_button_that_says_yes()
    {
        var (reference, key) = await BegunAsync("Whole");
        using var second = await site.SignedIn(Roles.Moderator | Roles.Publisher, "whole@example.org");

        var page = await second.PageAsync($"/moderation/stories/{reference}");
        var text = page.QuerySelector("#criticality")!.TextContent;
        var yes = await second.SubmitAsync(page, $"/moderation/stories/{reference}", [], "Second");

        var study = await site.Get<CaseStudyEditing>().ShowAsync(key, default);
        Assert.All((string[])["Whole", "Said in short.", study.TheStory, "They drew a list of herons.", $"/case-studies/{study.Slug}"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal($"/moderation/next?of={reference}&decided=true", yes.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_word_of_the_case_study_that_changed_since_it_was_read_takes_the_yes_no_further()
    {
        var (reference, key) = await BegunAsync("Changed");
        using var second = await site.SignedIn(Roles.Moderator | Roles.Publisher, "changed@example.org");
        var page = await second.PageAsync($"/moderation/stories/{reference}");
        await site.Get<CaseStudyEditing>().SaveAsync(
            key, (await site.Get<CaseStudyEditing>().ShowAsync(key, default)).ToForm() with { Learning = "Draw otters too." }, A.Publisher(), default);

        var answer = await second.SubmitAsync(page, $"/moderation/stories/{reference}", [], "Second");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Draw otters too.", (await TestBrowser.DocumentAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_somebody_is_not_the_second_person_stands_where_the_button_would()
    {
        var (reference, _) = await BegunAsync("Refused");
        using var moderator = await site.SignedIn(Roles.Moderator, "refused@example.org");
        var page = await moderator.PageAsync($"/moderation/stories/{reference}");
        var form = page.QuerySelectorAll("form").Single(form => form.QuerySelector("[name='Form.Revision']") is not null);

        var answer = await moderator.PostAsync(
            $"/moderation/stories/{reference}/score?handler=Second", TestBrowser.Fill(form, new() { ["Form.Note"] = "A note that stays." }));
        var again = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("needs a publisher", again.QuerySelector("#criticality #second-refused")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#second-refused']"));
        Assert.Contains("A note that stays.", again.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_case_study_is_not_published_stands_beside_its_button()
    {
        var (_, key) = await BegunAsync("Beside");
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "beside@example.org");

        var answer = await publisher.SubmitAsync($"/moderation/case-studies/{key}", new() { ["Form.Learning"] = "Typed and kept." }, "Publish");
        var again = await TestBrowser.DocumentAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("second person", again.QuerySelector("#publish-refused")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector(".govuk-error-summary a[href='#publish-refused']"));
        Assert.Contains("Typed and kept.", again.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Reference, Id<CaseStudy> Key)> BegunAsync(string title)
    {
        var story = await site.Given(A.Story().Titled(title).Scored(Criticality.AvoidableHarm).Ready());
        var editing = site.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        var form = (await editing.ShowAsync(key, default)).ToForm() with { Summary = "Said in short.", WhatTheyDid = "They drew a list of herons." };
        await editing.SaveAsync(key, form, A.Publisher(), default);
        return (story.Reference, key);
    }
}
