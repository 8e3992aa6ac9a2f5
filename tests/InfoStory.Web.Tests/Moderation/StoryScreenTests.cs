using System.Text.Encodings.Web;
using AngleSharp.Dom;
using InfoStory.Data.Access;
using InfoStory.Web.Areas.Moderation.Pages.Stories;

namespace InfoStory.Web.Tests.Moderation;

/// <summary>The page of one story over HTTP: the order in which it is read, what is marked while it is typed, and who says that somebody is at risk.</summary>
public sealed class StoryScreenTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string[] InOrder =
    [
        ".desk-story__told", "#form-publictitle", "#form-publictext", ".desk-missing", ".desk-score", "#form-kind", "#flags", ".desk-consents",
        ".desk-actions",
    ];

    [Fact]
    public async Task Words_come_first_then_the_text_then_what_decides_then_the_bar_and_every_button_of_it_sends_what_is_typed()
    {
        var story = await site.Given(A.Story().Told("Joan Whitfield rang.").InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "order@example.org");

        var page = await moderator.PageAsync(Address(story));

        var parts = InOrder.Select(part => page.QuerySelector(part)!).ToList();
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(pair.First.CompareDocumentPosition(pair.Second).HasFlag(DocumentPositions.Following)));
        Assert.All(page.QuerySelectorAll(".desk-acts button"), button => Assert.Same(
            page.QuerySelector("#form-publictext")!.Closest("form"), page.GetElementById(button.GetAttribute("form")!)));
    }

    [Fact]
    public async Task Every_public_text_of_a_story_and_of_a_case_study_is_marked_while_it_is_typed()
    {
        var (open, ready) = (await site.Given(A.Story().InReview()), await site.Given(A.Story().Ready()));
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "marks@example.org");

        var desk = await publisher.PageAsync(Address(open));
        var editor = await publisher.PageAsync((await publisher.SubmitAsync(Address(ready), [], "Start")).Headers.Location!.OriginalString);

        Assert.Equal(["Form.PublicTitle", "Form.PublicText"], Marked(desk));
        Assert.Equal(
            [
                "Form.Title", "Form.Summary", "Form.TheStory", "Form.PlaceAndNeed", "Form.Partners", "Form.WhatWasNotShared", "Form.Barrier",
                "Form.WhatTheyDid", "Form.WhatChanged", "Form.NotYetFixed", "Form.Learning",
            ],
            Marked(editor));
        foreach (var address in desk.QuerySelector("[data-flagged]")!.GetAttribute("data-flagged")!.Split(' '))
            Assert.True((await publisher.GetAsync(address)).IsSuccessStatusCode, address);
    }

    [Fact]
    public async Task What_was_dismissed_is_not_marked_again_at_the_desk_nor_in_the_case_study()
    {
        var story = await site.Given(A.Story().Titled("Joan and the ward").PublicText("Joan Whitfield rang 0161 496 0000.").Ready());
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "settled@example.org");

        var editor = await publisher.PageAsync((await publisher.SubmitAsync(Address(story), [], "Start")).Headers.Location!.OriginalString);
        await publisher.DoAsync(Address(story), [], "Claim");
        var desk = await publisher.PageAsync(Address(story));

        string[] settled = ["identity.name JOAN", "identity.name JOANWHITFIELD", "identity.phone 01614960000"];
        Assert.All(desk.QuerySelectorAll("[data-flagged]").Concat(editor.QuerySelectorAll("[data-flagged]")), group =>
            Assert.Equal(settled, group.GetAttribute("data-settled")!.Split('\n')));
    }

    [Fact]
    public async Task The_name_of_each_score_begins_with_what_is_seen()
    {
        var story = await site.Given(A.Story().InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "score@example.org");

        var labels = (await moderator.PageAsync(Address(story))).QuerySelectorAll(".desk-score__one label");

        Assert.Equal(
            [
                "0 praise (praise, it worked)", "1 friction", "2 wasted (wasted or delayed)",
                "3 harm (avoidable harm, or somebody could tell which professional is criticised)", "4 serious (serious harm, or an unlawful act is alleged)",
            ],
            labels.Select(label => label.TextContent.Replace("(", " (", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)));
        Assert.All(labels, label => Assert.Empty(label.QuerySelectorAll("[aria-hidden]")));
    }

    [Theory]
    [InlineData(false, "Raised by the words of the story.")]
    [InlineData(true, "Raised by holder@example.org.")]
    public async Task A_lead_reads_who_said_that_somebody_may_be_at_risk(bool byTeam, string raised)
    {
        var story = await site.Given(byTeam ? A.Story().InReview() : A.Story().Told("My brother says that he will kill himself."));
        using var moderator = await site.SignedIn(Roles.Moderator, "holder@example.org");
        using var lead = await site.SignedIn(Roles.SafeguardingLead, $"lead-{byTeam}@example.org");
        if (byTeam) await moderator.DoAsync(Address(story), new() { ["Form.Note"] = "They sound afraid." }, "Hold");

        var told = (await lead.PageAsync(Address(story) + "?open=true")).QuerySelector("section[aria-labelledby=told]")!;

        Assert.StartsWith("Someone may be", told.QuerySelector(".desk-late")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(raised, told.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The author ticked", told.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I rang the ward, and nobody rang back.", true)]
    [InlineData("I RANG the ward\n\nand nobody rang back", true)]
    [InlineData("Somebody rang the ward, and nobody rang back.", false)]
    public async Task The_words_as_told_are_missing_a_public_text_however_they_are_spaced(string text, bool isMissing)
    {
        var story = await site.Given(A.Story().Told("I rang the ward, and nobody rang back.").PublicText(text).InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, $"spaced-{text.Length}@example.org");

        var page = await moderator.PageAsync(Address(story));

        Assert.Equal(isMissing, !page.QuerySelector("[data-needs='Form.PublicText']")!.HasAttribute("hidden"));
    }

    [Fact]
    public async Task Nothing_is_not_said_to_be_missing_where_approving_was_refused_for_the_words_that_were_typed()
    {
        var story = await site.Given(A.Story().Titled("Three calls").PublicText("Nobody rang.").InReview());
        using var moderator = await site.SignedIn(Roles.Moderator, "nothing@example.org");

        var page = await TestBrowser.DocumentAsync(await moderator.SubmitAsync(
            Address(story),
            new() { ["Form.PublicText"] = "Marek Nowak rang 0161 496 0000.", ["Form.Kind"] = "Failed", ["Form.Criticality"] = "Friction" }, "Approve"));

        Assert.Equal("2 flags in the public words", page.QuerySelector("[data-needs=flags]:not([hidden])")!.TextContent);
        Assert.True(page.QuerySelector("[data-nothing]")!.HasAttribute("hidden"));
        Assert.NotNull(page.QuerySelector(page.QuerySelector("[data-needs=flags] a")!.GetAttribute("href")!));
    }

    [Fact]
    public void Marks_that_overlap_are_one_mark_as_far_as_either_goes()
    {
        using StringWriter written = new();

        new FlaggedText("My neighbour hits her little boy. She said so.", ["My neighbour hits her", "hits her little boy", "She"])
            .WriteTo(written, HtmlEncoder.Default);

        Assert.Equal("<mark>My neighbour hits her little boy</mark>. <mark>She</mark> said so.", written.ToString());
    }

    private static string Address(GivenStory story) => $"/moderation/stories/{story.Reference}";

    private static IEnumerable<string?> Marked(IDocument page) =>
        page.QuerySelectorAll("[data-flagged]").Select(group => group.QuerySelector("input, textarea")!.GetAttribute("name"));
}
