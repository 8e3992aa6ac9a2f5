using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Rights;
using InfoStory.Web.Http;

namespace InfoStory.Web.Tests.Public;

/// <summary>The page of a case study has the shape of evidence.</summary>
public sealed class CaseStudyPageTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Words = "She rang the ward. Nobody rang back.";

    private static readonly EditFigure Figure = new()
    {
        For = FigureFor.Person,
        What = "Wait for a bed",
        Before = "9",
        After = "2",
        Unit = "days",
        Period = "January to June 2026",
        Source = "The count of the ward",
        Link = "https://example.org/count",
    };

    [Fact]
    public async Task It_says_first_how_often_it_was_told_and_what_changed_and_shows_the_numbers_with_their_source()
    {
        var path = await PublishAsync("Three calls for a bed", form => form with
        {
            WhatTheyDid = "They talked.",
            Learning = "Talk.",
            Barrier = "Nobody’s job.",
            Figures = [Figure, Figure with { What = "Calls", Before = null, After = "1", Unit = "call" }],
            Quotes = ["Nobody rang back."],
        });
        using var reader = site.Browser();

        var page = await reader.PageAsync(path);

        Assert.Equal(
            ["Told 2 times", "To 2 services", "Waited about 2 weeks", "Wait for a bed 9 → 2 days from 9 to 2 days"],
            page.QuerySelectorAll(".info-strip div").Select(cell => $"{cell.QuerySelector("dt")!.TextContent} {cell.QuerySelector("dd")!.TextContent}"));
        Assert.Equal("Told twice to 2 services in about 2 weeks.", page.QuerySelector("#told-0")!.TextContent);
        Assert.Equal("told-0", page.QuerySelector("svg.info-cord")!.GetAttribute("aria-labelledby"));
        Assert.Equal(
            ["Housing · Telephone · About a week · told it again", "Police · Telephone · About a week · told it again"],
            page.QuerySelectorAll(".info-chain li").Select(step => step.TextContent));
        Assert.Equal("“Nobody rang back.”", page.QuerySelector("blockquote")!.TextContent);
        var rows = page.QuerySelectorAll(".info-figures tbody tr").ToList();
        Assert.Equal(["9", "Not counted"], rows.ConvertAll(row => row.QuerySelectorAll("td")[0].TextContent));
        Assert.Equal(["2 days", "1 call"], rows.ConvertAll(row => row.QuerySelectorAll("td")[1].TextContent));
        Assert.Contains("January to June 2026. Counted by: The count of the ward", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.org/count", rows[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_answered_before_counts_at_every_door_where_the_steps_come_to_less()
    {
        const string told = "Told 4 times to 3 services in about 7 days or more.";
        var story = await site.Given(A.Story().Titled("One of four").PublicText(Words).ToldOften(4, 3).HandedOn("Housing").Ready());
        var path = await PublishAsync("One of four", form => form, story);
        using var reader = site.Browser();
        using var publisher = await site.SignedIn(Roles.Publisher);

        var (page, desk) = (await reader.PageAsync(path), await publisher.PageAsync($"/moderation/stories/{story.Reference}"));
        var api = await reader.Client.GetStringAsync(new Uri($"/api/v1{path}", UriKind.Relative));

        Assert.Equal(
            ["Told 4 times", "To 3 services", "Waited about 7 days"],
            page.QuerySelectorAll(".info-strip div").Select(cell => $"{cell.QuerySelector("dt")!.TextContent} {cell.QuerySelector("dd")!.TextContent}"));
        Assert.Equal(told, page.QuerySelector("#told-0")!.TextContent);
        Assert.Contains($"\"told\":\"{told}\"", api, StringComparison.Ordinal);
        string Below(string heading) => desk.QuerySelectorAll("h3").Single(one => one.TextContent == heading).NextElementSibling!.TextContent;
        Assert.Equal(told, Below("How often it was told"));
        Assert.StartsWith("1. Housing", Below("Who they tried to reach"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_contents_lead_to_its_parts_in_their_order_and_nothing_leads_nowhere()
    {
        var path = await PublishAsync(
            "Four parts", form => form with { Figures = [Figure], NotYetFixed = "The list.", Learning = "Talk.", Partners = "The ward." });
        using var reader = site.Browser();

        var page = await reader.PageAsync(path);

        var contents = page.QuerySelectorAll("nav[aria-labelledby=contents] a").ToList();
        Assert.Equal(
            ["The story", "Who worked together", "What changed", "What still isn’t fixed", "What others can learn"],
            contents.ConvertAll(link => link.TextContent));
        Assert.Equal(contents.ConvertAll(link => link.TextContent), page.QuerySelectorAll(".info-case__body h2").Select(heading => heading.TextContent));
        Assert.All(page.QuerySelectorAll("main a[href^='#']"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal(
            page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_short_one_has_neither_contents_nor_an_empty_strip()
    {
        var story = await site.Given(A.Story().Titled("Only the story").PublicText(Words).Published());
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        using var reader = site.Browser();

        var page = await reader.PageAsync($"/case-studies/{story.Slug}");

        Assert.Null(page.QuerySelector("nav[aria-labelledby=contents], .info-strip, .info-chain, .info-figures, blockquote"));
        Assert.Equal(["1 minute"], page.QuerySelectorAll(".info-case__facts dd").TakeLast(1).Select(fact => fact.TextContent));
    }

    [Fact]
    public async Task It_can_be_cited_in_a_sentence_and_in_BibTeX_whatever_stands_in_its_title()
    {
        var path = await PublishAsync("50% of calls & {none} back_", form => form);
        var day = site.Clock.UtcNow.InLondon();
        using var reader = site.Browser();

        var cite = (await reader.PageAsync(path)).QuerySelector("#cite")!;

        Assert.Equal(
            $"Office of the Tests ({day:yyyy}). 50% of calls & {{none}} back_. InfoStory case study, {day:d MMMM yyyy}. https://localhost{path}",
            cite.QuerySelector("p")!.TextContent);
        Assert.Contains(@"title = {50\% of calls \& \{none\} back\_},", cite.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("author = {{Office of the Tests}},", cite.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_is_how_the_story_begins_is_said_once_and_another_stands_under_the_title()
    {
        var (same, own) = (await PublishAsync("Said once", form => form with { Summary = Words }), await PublishAsync("Said anew", form => form));
        using var reader = site.Browser();

        Assert.Null((await reader.PageAsync(same)).QuerySelector(".info-case__summary"));
        Assert.Equal("In short.", (await reader.PageAsync(own)).QuerySelector(".info-case__summary")!.TextContent);
    }

    [Fact]
    public async Task Its_card_shows_the_number_that_changed()
    {
        var path = await PublishAsync("A card with a number", form => form with { Figures = [Figure with { Before = null }, Figure] });
        using var reader = site.Browser();

        var card = (await reader.PageAsync("/case-studies?words=card")).QuerySelectorAll(".info-card")
            .Single(card => card.QuerySelector("a")!.GetAttribute("href") == path);

        Assert.Equal("Wait for a bed: 9 → 2 days from 9 to 2 days", card.QuerySelector(".info-facts__changed")!.TextContent);
    }

    [Fact]
    public async Task A_brief_says_what_changed_and_goes_with_the_case_study_as_the_words_go_that_only_it_held()
    {
        var story = await site.Given(A.Story().Titled("The kingfisher").PublicText("A kingfisher sat there.").Ready());
        var path = await PublishAsync(
            "In a brief",
            form => form with { WhatChanged = "The ward **rings back**.", Figures = [Figure, Figure with { Before = null, What = "Calls" }] }, story);
        using var reader = site.Browser();

        var study = (await reader.PageAsync("/brief?words=kingfisher")).QuerySelector(".info-briefing__study")!;
        var near = await reader.PageAsync("/case-studies?words=kingfishre");
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        Assert.Equal(path, study.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal(["Wait for a bed: from 9 to 2 days", "Calls: 2 days"], study.QuerySelectorAll("li strong").Select(figure => figure.TextContent));
        Assert.Equal("<p>The ward <strong>rings back</strong>.</p>", study.QuerySelector(".info-briefing__text")!.InnerHtml.Trim());
        Assert.NotNull(near.QuerySelector("main a[href='/case-studies?words=kingfisher']"));
        var (brief, library) = (await reader.PageAsync("/brief?words=kingfisher"), await reader.PageAsync("/case-studies?words=kingfishre"));
        Assert.Contains("Nothing like this is published now", brief.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", library.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leads_to_what_is_related_and_goes_when_that_is_taken_down()
    {
        var story = await site.Given(A.Story().Titled("The other ward").Tagged("Several key workers, no lead").Published());
        var asked = await site.Given(A.Story().Titled("This ward").Tagged("Several key workers, no lead").Published());
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        using var reader = site.Browser();

        var link = (await reader.PageAsync($"/case-studies/{asked.Slug}")).QuerySelector(".info-related li")!;
        await site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);

        Assert.Equal($"/case-studies/{story.Slug}", link.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("Also about Several key workers, no lead", link.TextContent, StringComparison.Ordinal);
        Assert.Null((await reader.PageAsync($"/case-studies/{asked.Slug}")).QuerySelector(".info-related"));
    }

    private async Task<string> PublishAsync(string title, Func<EditCaseStudy, EditCaseStudy> write, GivenStory? told = null)
    {
        var story = told ?? await site.Given(A.Story().Titled(title).PublicText(Words).HandedOn("Housing", "Police").Ready());
        var editing = site.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        var saved = (await editing.ShowAsync(key, default)).ToForm();
        await editing.PublishAsync(key, write(saved with { Summary = "In short." }).Answered(), A.Publisher(), default);
        await site.Get<EditionWatch>().WaitUntilKnownAsync(default);
        return $"/case-studies/{(await editing.ShowAsync(key, default)).Slug}";
    }
}
