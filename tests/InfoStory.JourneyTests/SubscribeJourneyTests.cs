using InfoStory.CaseStudies;
using InfoStory.Web.Http;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class SubscribeJourneyTests(PostStage stage) : IClassFixture<PostStage>
{
    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_subscribes_says_yes_gets_fewer_letters_and_leaves(Way way)
    {
        var (reader, email) = (await stage.VisitorAsync(way), $"{way}@example.org");
        await reader.GoAsync("/");
        await reader.Page.Locator("footer").GetByText("Get letters").ClickAsync();
        await reader.ComesToAsync("Letters about new case studies");
        await reader.PressAsync("Yes, write to me");
        await reader.MendsAsync("Enter an email address in the right form, such as name@example.org", "Email address");
        await reader.FillAsync("Email address", email);
        await reader.Main.GetByLabel("I work on the front line").CheckAsync();
        await reader.Main.GetByLabel("Once a week at most").CheckAsync();
        await reader.Main.GetByText("Only some case studies").ClickAsync();
        await reader.SelectAsync("Place", "Leeds");
        await reader.PressAsync("Yes, write to me");
        await reader.ComesToAsync("Look in your mailbox");

        await new SubscribePages(reader).ConfirmAsync(await stage.Post.LinkAsync(email, "subscribe/confirm"), "Case studies with place Leeds");
        await reader.FollowAsync("Change what you get");
        await reader.ComesToAsync("Your letters");
        await reader.Main.GetByLabel("Once a month at most").CheckAsync();
        await reader.PressAsync("Save");
        await reader.SeesAsync("Saved.");
        await reader.FollowAsync("Leave our list");
        await reader.PressAsync("Leave");

        await reader.ComesToAsync("You have left");
        await reader.FollowAsync("ask for letters again");
        await reader.ComesToAsync("Letters about new case studies");
    }

    [Fact]
    public async Task An_adviser_finds_what_was_fixed_near_by_reads_and_cites_it_and_follows_the_search()
    {
        await stage.Site.Given(A.Story().Titled("The ward that did not ring").PublicText("The discharge team told nobody.").About("Housing", "Leeds")
            .Tagged("Hospital discharge").Published());
        var fixedHere = await stage.Site.Given(A.Story().Titled("The ward that rings").PublicText("The discharge team told nobody, and rings now.")
            .About("Housing", "Cornwall").Tagged("Hospital discharge").Ready());
        await PublishAsync(fixedHere, "They ring the day before.");
        var reader = await stage.VisitorAsync();
        var library = new LibraryPages(reader);
        await library.OpenAsync();
        await library.SearchAsync("discharge team");
        await Assertions.Expect(library.Titles).ToHaveCountAsync(2);
        await library.FilterAsync("Place", "South West");
        await library.FindsAsync("The ward that rings");
        await reader.Main.GetByLabel("Something changed").CheckAsync();
        await reader.PressAsync("Show case studies");
        await reader.ComesToAsync(LibraryPages.Heading);
        await library.FindsAsync("The ward that rings");

        await library.ReadAsync("The ward that rings");
        await reader.Main.GetByText("Cite this case study").ClickAsync();
        await reader.SeesAsync("The ward that rings. InfoStory case study");
        await reader.Page.GoBackAsync();
        await reader.ComesToAsync(LibraryPages.Heading);
        await reader.Main.GetByLabel("Something changed").UncheckAsync();
        await reader.PressAsync("Show case studies");
        await reader.ComesToAsync(LibraryPages.Heading);
        await reader.FollowAsync("Follow this search");
        await reader.ComesToAsync("Letters about new case studies");
        await reader.SeesAsync("You follow only");
        await reader.FillAsync("Email address", "adviser@example.org");
        await reader.Main.GetByLabel("Policy maker, in government or a council").CheckAsync();
        await reader.Main.GetByLabel("As soon as there is a new one").CheckAsync();
        await reader.PressAsync("Yes, write to me");
        await reader.ComesToAsync("Look in your mailbox");

        await new SubscribePages(reader).ConfirmAsync(await stage.Post.LinkAsync("adviser@example.org", "subscribe/confirm"), "South West");
    }

    private async Task PublishAsync(GivenStory story, string change)
    {
        var editing = stage.Site.Get<CaseStudyEditing>();
        var key = await editing.DraftFromAsync(story.Reference, A.Publisher(), default);
        var form = (await editing.ShowAsync(key, default)).ToForm() with { Summary = "In short.", WhatChanged = change };
        await editing.PublishAsync(key, form.Answered(), A.Publisher(), default);
        await stage.Site.Get<EditionWatch>().WaitUntilKnownAsync(default);
    }
}
