using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class ShareJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Who_comes_back_to_a_form_that_was_refused_is_not_asked_to_send_it_again()
    {
        var author = await stage.VisitorAsync(Way.Phone);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await share.TellAsync("");
        await author.MendsAsync("Tell us what happened", SharePages.WhatHappened);
        await share.TellAsync("I rang six times for one key.");
        await author.ComesToAsync(SharePages.Permission);

        await author.Page.GoBackAsync();

        await author.ComesToAsync(SharePages.WhatHappened);
        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened, new() { Exact = true })).ToHaveValueAsync("I rang six times for one key.");
    }

    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task Whom_to_ring_stands_within_the_first_screen_of_the_next_page_and_of_the_last_ones(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await share.TellAsync("He said that he will kill her.");
        await author.ComesToAsync(SharePages.Permission);
        var next = await BottomOfCareAsync(author);
        await share.GoOnAsync(Audience.PolicyMakers);
        var check = await BottomOfCareAsync(author);
        await author.LookAsync();
        await author.PressAsync("Send your story");
        await author.ComesToAsync(SharePages.Thanks);
        var last = await BottomOfCareAsync(author);

        Assert.All([next, check, last], bottom => Assert.InRange(bottom, 1, 640));
    }

    private static async Task<float> BottomOfCareAsync(Visitor author)
    {
        var box = await author.Main.Locator(".info-care").BoundingBoxAsync();
        return box!.Y + box.Height;
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_person_shares_a_story_and_takes_away_six_words(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);

        await share.StartFromHomeAsync();
        await share.TellAsync("");
        await author.MendsAsync("Tell us what happened", SharePages.WhatHappened);
        await share.TellAsync("I rang six times for one key.");
        await author.ComesToAsync(SharePages.Permission);
        await author.PressAsync("Continue");
        await author.MendsAsync("Choose who may hear your story, or choose “Only the InfoStory team”", ConsentWording.Of(Audience.Website).Question);
        await share.AllowAsync(Audience.Website);
        await author.ComesToAsync(SharePages.Check);
        await author.FollowAsync(SharePages.More);
        await author.LookAsync();
        await share.NextAsync(SharePages.HandOffs);
        await share.FillStepAsync(1, "Housing", "Telephone", "About half an hour", toldAgain: false);
        await author.PressAsync("Add another step");
        await share.FillStepAsync(2, "Police", "Email", "About a week", toldAgain: true);
        await author.PressAsync("Add another step");
        await author.SeesAsync("So far: Told twice to 2 services in about 7 days.");
        await share.FillStepAsync(3, "Housing", "Letter", "Nobody ever came back to me", toldAgain: true);
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Remove step 1" }).ClickAsync();
        await author.SeesAsync("So far: Told twice to 2 services in about 7 days, and one never came back.");
        await author.PressAsync("Continue");
        await share.NextAsync(SharePages.Missing);
        await author.FillAsync("What did someone need to know?", "That the key was already cut.");
        await author.PressAsync("Continue");
        await share.NextAsync(SharePages.Kind);
        await author.PressAsync("Skip this question");
        await share.NextAsync(SharePages.Teller);
        await share.ChooseAsync(SharePages.Teller, "Front-line worker, such as a nurse, paid carer or teacher");
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/contact");
        await author.ComesToAsync(SharePages.Contact);
        await author.FillAsync("Email address", "not an address");
        await author.PressAsync("Continue");
        await author.MendsAsync("Enter an email address in the right form, such as name@example.org", "Email address");
        await author.FillAsync("Email address", "teller@example.org");
        await author.PressAsync("Continue");
        await author.ComesToAsync(SharePages.More);
        await author.FollowAsync("Check and send your story");

        await author.ComesToAsync(SharePages.Check);
        await share.SeesAnswerAsync("Your story", "I rang six times for one key.");
        await author.FollowAsync("Change who is telling");
        await share.ChooseAsync(SharePages.Teller, "Manager");
        await author.ComesToAsync(SharePages.Check);
        await share.SeesAnswerAsync("Who is telling", "Manager");

        var taken = await share.SendAsync();
        Assert.Matches("^IS-[0-9A-Z]{4}-[0-9A-Z]{2}$", taken.Reference);
        Assert.Equal(6, taken.Words.Count);
        Assert.All(taken.Words, word => Assert.Matches("^[a-z]+$", word));

        await author.Page.ReloadAsync();
        Assert.Equal(taken.Words, (await share.ReadReceiptAsync()).Words);
        await author.SeesAsync("We show them for the last time now.");
        await author.Page.ReloadAsync();
        await author.ComesToAsync("We have shown you your six words");
        await author.DoesNotSeeAsync(taken.Reference);
        Assert.DoesNotContain(taken.Words[0] + "</li>", await author.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task The_back_button_keeps_what_was_typed_and_gives_no_sent_story_away(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await share.TellAsync("I was passed back and forth.");
        await author.ComesToAsync(SharePages.Permission);

        await author.Page.GoBackAsync();
        await author.ComesToAsync(SharePages.WhatHappened);
        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened)).ToHaveValueAsync("I was passed back and forth.");
        await share.AnswerAllAsync("I was passed back and forth.");
        await share.SendAsync();
        await author.Page.GoBackAsync();

        await author.ComesToAsync("You have sent your story");
        await author.DoesNotSeeAsync("I was passed back and forth.");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task Two_quick_clicks_on_send_make_one_story(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await share.AnswerAllAsync("They said they would ring back.");
        var before = await CountAsync();

        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Send your story" }).DblClickAsync();

        Assert.Equal(6, (await share.ReadReceiptAsync()).Words.Count);
        Assert.Equal(before + 1, await CountAsync());
    }

    private Task<int> CountAsync() => stage.Site.Get<InfoStoryContext>().Stories.CountAsync();
}
