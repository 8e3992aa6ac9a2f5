using System.Net;
using AngleSharp.Html.Dom;
using InfoStory.Data.Access;
using InfoStory.Tags;

namespace InfoStory.Web.Tests.Tags;

/// <summary>The pages on which administrators look after tags, and what everybody else sees of it.</summary>
public sealed class TagPageTests : IDisposable
{
    private const string Trust = "/moderation/tags/trust";

    private readonly TestSite site = new();

    [Fact]
    public async Task Tags_are_listed_by_facet_and_group_with_how_often_they_are_used()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        await site.Given(A.Story().Titled("One").About("Housing").Tagged("Trust").Published());
        await site.Given(A.Story().Titled("Two").Tagged("Trust").InReview());

        var page = await administrator.PageAsync("/moderation/tags");

        Assert.Equal(
            ["Policy area", "Hand-off problem", "Barrier", "Enabler", "Service", "Outcome"],
            page.QuerySelectorAll("main summary").Select(facet => facet.TextContent.Trim().Split(" (")[0]));
        Assert.Contains("Culture", page.QuerySelectorAll(".desk-group").Select(group => group.TextContent));
        Assert.Equal(["", "2", "1"], Cells(page, Trust));
        Assert.StartsWith("landlord, ", Cells(page, "/moderation/tags/housing").First(), StringComparison.Ordinal);
        Assert.Equal(["1", "1"], Cells(page, "/moderation/tags/housing").Skip(1));
    }

    [Theory]
    [InlineData("tru", "/moderation/tags/trust")]
    [InlineData("HOUSING", "/moderation/tags/housing")]
    public async Task A_tag_is_found_by_a_part_of_its_name_and_by_other_words(string words, string address)
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        await administrator.DoAsync(Trust, new() { ["Form.Synonyms"] = "Confiance mutuelle" });

        var found = await administrator.PageAsync($"/moderation/tags?words={words}");
        var other = await administrator.PageAsync("/moderation/tags?words=mutuelle%20CONFI");

        Assert.NotNull(found.QuerySelector($"details[open] a[href='{address}']"));
        Assert.Equal([Trust], other.QuerySelectorAll("main tbody a").Select(link => link.GetAttribute("href")));
        var none = await administrator.PageAsync("/moderation/tags?words=zzz");
        Assert.Contains("No tag is called “zzz”.", none.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_tag_can_be_chosen_at_once_on_the_desk_and_in_the_library()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var reader = site.Browser();
        await reader.GetAsync("/case-studies");

        var added = await administrator.SubmitAsync(
            "/moderation/tags/new",
            new() { ["Form.Facet"] = "Barrier", ["Form.Group"] = "Culture", ["Form.Name"] = "Fear of blame", ["Form.Synonyms"] = "afraid\nscared" });

        Assert.Equal("/moderation/tags", added.Headers.Location!.OriginalString);
        Assert.Equal(["afraid, scared", "0", "0"], Cells(await administrator.PageAsync("/moderation/tags"), "/moderation/tags/fear-of-blame"));
        await site.Given(A.Story().Tagged("Fear of blame").Published());
        Assert.NotNull((await reader.PageAsync("/case-studies")).QuerySelector("input[name='barrier'][value='fear-of-blame']"));
        Assert.Equal(["afraid", "scared"], (await site.Get<TagCatalogue>().AllAsync(default)).Single(tag => tag.Slug == "fear-of-blame").Synonyms);
    }

    [Fact]
    public async Task A_renamed_tag_keeps_its_old_link_with_everything_else_that_was_asked()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var moderator = await site.SignedIn(Roles.Moderator);
        using var reader = site.Browser();
        var story = await site.Given(A.Story().Titled("Kept").Tagged("Trust").Published());
        var waiting = await site.Given(A.Story().Tagged("Trust").InReview());
        await reader.GetAsync("/case-studies?tag=trust");

        var renamed = await administrator.SubmitAsync(Trust, new() { ["Form.Name"] = "Confidence & trust" });
        var old = await reader.GetAsync("/case-studies?words=worker&kind=failed&tag=trust&page=1");

        Assert.Equal("/moderation/tags/confidence-trust", renamed.Headers.Location!.OriginalString);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/case-studies?words=worker&kind=failed&barrier=confidence-trust"),
            (old.StatusCode, old.Headers.Location!.OriginalString));
        Assert.NotNull((await reader.PageAsync(old.Headers.Location.OriginalString)).QuerySelector($"a[href='/case-studies/{story.Slug}']"));
        Assert.Equal(
            "/case-studies?barrier=confidence-trust",
            (await reader.PageAsync($"/case-studies/{story.Slug}")).QuerySelector(".info-tags a")!.GetAttribute("href"));
        var queue = await moderator.PageAsync("/moderation?state=inreview&tag=trust");
        Assert.Contains(waiting.Reference, queue.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("confidence-trust", ((IHtmlSelectElement)queue.QuerySelector("#tag")!).Value);
        Assert.Equal("/moderation/tags/confidence-trust", (await administrator.GetAsync(Trust)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_name_that_is_taken_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);

        var answer = await administrator.SubmitAsync(Trust, new() { ["Form.Name"] = "Time", ["Form.Synonyms"] = "mine\nours" });

        var page = await TestBrowser.DocumentAsync(answer);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("There is a tag “Time” in this facet already", page.QuerySelector(".govuk-error-summary a[href='#form-name']")!.TextContent);
        Assert.Equal(("Time", "mine\nours"), (page.QuerySelector("#form-name")!.GetAttribute("value"), page.QuerySelector("#form-synonyms")!.TextContent));
        Assert.Equal("Trust", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Two_administrators_who_rename_the_same_tag_both_keep_what_they_typed()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        var opened = await administrator.PageAsync(Trust);
        await administrator.DoAsync(Trust, new() { ["Form.Name"] = "Theirs" });

        var answer = await administrator.SubmitAsync(opened, Trust, new() { ["Form.Name"] = "Mine" });
        var page = await TestBrowser.DocumentAsync(answer);
        var again = await administrator.SubmitAsync(page, Trust, []);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (answer.StatusCode, again.StatusCode));
        Assert.Equal(("Theirs", "Mine"), (page.QuerySelector("h1")!.TextContent, page.QuerySelector("#form-name")!.GetAttribute("value")));
        var history = (await administrator.PageAsync("/moderation/tags/mine")).QuerySelectorAll(".desk-history span").Select(act => act.Words());
        Assert.Equal(["Renamed, now mine, by you", "Renamed, now theirs, by you"], history);
    }

    [Fact]
    public async Task A_merged_tag_leads_to_the_other_and_a_page_of_a_story_that_was_open_loses_nothing()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var moderator = await site.SignedIn(Roles.Moderator);
        using var reader = site.Browser();
        var story = await site.Given(A.Story().Titled("Kept").Tagged("Trust").Published());
        var edited = $"/moderation/stories/{(await site.Given(A.Story().Tagged("Trust").InReview())).Reference}";
        var open = await moderator.PageAsync(edited);
        await reader.GetAsync("/case-studies?tag=trust");
        var time = (await site.Get<TagCatalogue>().FindAsync("time", default))!.Id.ToString();

        var merged = await administrator.SubmitAsync($"{Trust}/merge", new() { ["Form.Into"] = time });
        var saved = await moderator.SubmitAsync(open, edited, new() { ["Form.PublicText"] = "Typed meanwhile." }, "Save");

        Assert.Equal(("/moderation/tags/time", HttpStatusCode.Redirect), (merged.Headers.Location!.OriginalString, saved.StatusCode));
        Assert.Equal("/case-studies?barrier=time", (await reader.GetAsync("/case-studies?tag=trust")).Headers.Location!.OriginalString);
        Assert.NotNull((await reader.PageAsync("/case-studies?barrier=time")).QuerySelector($"a[href='/case-studies/{story.Slug}']"));
        var page = await moderator.PageAsync(edited);
        Assert.Equal(
            ("Typed meanwhile.", time),
            (page.QuerySelector("#form-publictext")!.TextContent.Trim(), page.QuerySelector("[name='Form.Tags'][checked]")!.GetAttribute("value")));
        Assert.Contains(
            "Merged into Time", (await administrator.PageAsync("/moderation/tags")).QuerySelector("#gone")!.ParentElement!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_tag_is_not_offered_stays_on_a_story_that_is_saved_and_its_link_works()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var moderator = await site.SignedIn(Roles.Moderator);
        using var reader = site.Browser();
        var story = await site.Given(A.Story().Titled("Kept").About("Housing").Tagged("Trust").Published());
        var carries = $"/moderation/stories/{(await site.Given(A.Story().About("Housing").Tagged("Trust").InReview())).Reference}";
        var other = $"/moderation/stories/{(await site.Given(A.Story().InReview())).Reference}";
        var trust = (await site.Get<TagCatalogue>().FindAsync("trust", default))!.Id;

        await administrator.DoAsync(Trust, [], "Retire");
        await administrator.DoAsync("/moderation/tags/housing", [], "Retire");
        await moderator.DoAsync(carries, new() { ["Form.PublicText"] = "Saved again." }, "Save");

        var page = await moderator.PageAsync(carries);
        Assert.NotNull(page.QuerySelector($"#tag-{trust}[checked]"));
        Assert.Equal("Housing", page.QuerySelector("#form-service option[selected]")!.TextContent);
        Assert.Null((await moderator.PageAsync(other)).QuerySelector($"#tag-{trust}"));
        Assert.NotNull((await reader.PageAsync("/case-studies?barrier=trust&service=housing")).QuerySelector($"a[href='/case-studies/{story.Slug}']"));
        Assert.Contains(
            carries[^10..], (await moderator.PageAsync("/moderation?state=inreview&tag=trust&service=housing")).Body!.TextContent, StringComparison.Ordinal);
        await administrator.DoAsync(Trust, [], "BringBack");
        Assert.NotNull((await moderator.PageAsync(other)).QuerySelector($"#tag-{trust}"));
    }

    [Fact]
    public async Task A_split_tag_is_decided_page_by_page_and_its_link_names_the_parts()
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        using var reader = site.Browser();
        var (one, two) =
            (await site.Given(A.Story().Titled("One").Tagged("Trust").Published()), await site.Given(A.Story().Titled("Two").Tagged("Trust").Published()));

        var split = await administrator.SubmitAsync(
            $"{Trust}/parts", new() { ["Form.Names"] = "Fear of blame\nRivalry", ["Form.WhyPublic"] = "NotWhatItLooksLike" });
        var page = await administrator.PageAsync($"{Trust}/split");
        var (fear, rivalry) = (await KeyAsync("fear-of-blame"), await KeyAsync("rivalry"));
        var refused = await administrator.SubmitAsync(
            page, $"{Trust}/split", new() { ["Form.Rows[0].Parts"] = fear, ["Form.Rows[0].None"] = "true", ["Form.Rows[1].Parts"] = rivalry });
        var again = await TestBrowser.DocumentAsync(refused);
        await administrator.DoAsync(page, $"{Trust}/split", new() { ["Form.Rows[0].Parts"] = fear, ["Form.Rows[2].Parts"] = fear });

        Assert.Equal($"{Trust}/split", split.Headers.Location!.OriginalString);
        Assert.Equal(
            [one.Reference, two.Reference, "Case study: One", "Case study: Two"], page.QuerySelectorAll("main legend").Select(legend => legend.Words()));
        Assert.Equal(
            (HttpStatusCode.BadRequest, $"{one.Reference}: tick tags, or tick “None of these”, not both"),
            (refused.StatusCode, again.QuerySelector(".govuk-error-summary a[href='#form-rows-0--parts']")!.TextContent));
        Assert.Equal(
            ["form-rows-0--parts", "form-rows-0--parts-none", "form-rows-1--parts-1"], again.QuerySelectorAll("main input[checked]").Select(box => box.Id));
        Assert.NotNull(again.QuerySelector("#form-rows-0--parts"));
        Assert.Equal(
            [two.Reference, "Case study: Two"],
            (await administrator.PageAsync($"{Trust}/split")).QuerySelectorAll("main legend").Select(legend => legend.Words()));
        var old = await reader.PageAsync("/case-studies?barrier=trust");
        Assert.Equal(["/case-studies/two"], old.QuerySelectorAll(".info-cards a").Select(link => link.GetAttribute("href")).Distinct());
        Assert.Equal(
            ["/case-studies?barrier=fear-of-blame", "/case-studies?barrier=rivalry"],
            old.QuerySelectorAll("#found ~ *, section p a").Select(link => link.GetAttribute("href"))
                .Where(href => href?.StartsWith("/case-studies?barrier=", StringComparison.Ordinal) == true));
        Assert.NotNull((await reader.PageAsync("/case-studies?words=worker&barrier=fear-of-blame")).QuerySelector("a[href='/case-studies/one']"));
    }

    public void Dispose() => site.Dispose();

    private async Task<string> KeyAsync(string slug) => (await site.Get<TagCatalogue>().FindAsync(slug, default))!.Id.ToString();

    private static IEnumerable<string> Cells(IHtmlDocument page, string address) =>
        page.QuerySelector($"main a[href='{address}']")!.Closest("tr")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());
}
