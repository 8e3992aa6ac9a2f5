using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A signal that comes and goes, a browser that is closed, two tabs, and cookies that are not kept: no word is lost.</summary>
public sealed class SignalTests(Stage stage) : IClassFixture<Stage>
{
    private const string Words = "I wrote this between two visits, where there is no signal.";

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Without_a_signal_the_page_keeps_the_words_and_sends_them_when_it_is_back(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await author.Page.Context.SetOfflineAsync(true);

        await share.TellAsync(Words);
        await author.SeesAsync("Nothing is lost: what you wrote is kept on this device.");
        await author.LookAsync();
        await author.Page.Context.SetOfflineAsync(false);
        await author.SeesAsync("The signal is back.");
        await author.PressAsync("Send again");

        await share.GoOnAsync(Audience.Website);
        await share.SeesAnswerAsync("Your story", Words);
    }

    [Fact]
    public async Task A_story_sent_without_a_signal_is_sent_once_when_it_is_back()
    {
        var author = await stage.VisitorAsync(Way.Phone);
        var share = new SharePages(author);
        await share.AnswerAllAsync("They never rang back.");
        var before = await CountAsync();
        await author.Page.Context.SetOfflineAsync(true);

        await author.PressAsync("Send your story");
        await author.SeesAsync("We cannot reach the site now.");
        await author.PressAsync("Send again");
        await author.SeesAsync("We cannot reach the site now.");
        Assert.Equal(before, await CountAsync());
        await author.Page.Context.SetOfflineAsync(false);
        await author.PressAsync("Send again");

        Assert.Equal(6, (await share.ReadReceiptAsync()).Words.Count);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task What_was_typed_before_the_browser_was_closed_is_offered_back_and_can_be_forgotten()
    {
        var author = await stage.VisitorAsync();
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, Words);
        await author.SeesAsync("Saved on this device");
        var box = author.Page.GetByLabel(SharePages.WhatHappened);

        await author.GoAsync("/");
        await author.GoAsync("/share/story");
        await author.SeesAsync("We kept what you typed");
        await author.LookAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
        await author.PressAsync("Put it back");
        await Assertions.Expect(box).ToHaveValueAsync(Words);
        await author.GoAsync("/share/story");
        await author.PressAsync("Forget it");
        await author.GoAsync("/share/story");

        await Assertions.Expect(box).ToHaveValueAsync("");
        await author.DoesNotSeeAsync("We kept what you typed");
    }

    [Fact]
    public async Task Words_that_were_refused_are_kept_until_they_arrive()
    {
        var author = await stage.VisitorAsync();
        var share = new SharePages(author);
        var many = string.Join(' ', Enumerable.Repeat("words", Story.MaxWords + 1));
        await author.GoAsync("/share/story");
        await share.TellAsync(many);
        await author.SeesAsync("Your story must be 1,000 words or fewer. It has 1,001 words now", 400);

        await author.GoAsync("/share/kind");
        await author.ComesToAsync(SharePages.Kind);
        await author.GoAsync("/share/story");
        await author.PressAsync("Put it back");

        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened)).ToHaveValueAsync(many);
    }

    [Fact]
    public async Task Two_tabs_keep_their_own_words_and_what_cannot_be_read_hides_nothing()
    {
        var author = await stage.VisitorAsync();
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, "Typed in the first tab.");
        await author.SeesAsync("Saved on this device");
        var second = await author.Page.Context.NewPageAsync();
        await second.GotoAsync("/share/story");
        await second.GetByLabel(SharePages.WhatHappened).FillAsync("Typed in the second tab.");
        await Assertions.Expect(second.GetByText("Saved on this device")).ToBeVisibleAsync();
        await second.EvaluateAsync("() => localStorage.setItem('infostory:/share/story::broken', '{nonsense')");

        await author.GoAsync("/");
        await author.GoAsync("/share/story");

        await Assertions.Expect(author.Page.Locator(".info-kept-panel")).ToHaveCountAsync(2);
        var kept = await KeptAsync(author);
        Assert.All(["Typed in the first tab.", "Typed in the second tab."], words => Assert.Contains(words, kept, StringComparison.Ordinal));
        await author.LookAsync();
    }

    [Fact]
    public async Task An_answer_that_came_after_the_session_ended_waits_for_its_own_author()
    {
        var (story, other) = (await stage.Site.Given(A.Story().Asked("Which month was it?")), await stage.Site.Given(A.Story().Asked("Which year was it?")));
        var author = await stage.VisitorAsync();
        var mine = new MyStoryPages(author);
        await mine.OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        await author.FillAsync("Your answer", Words);
        await stage.Site.Get<InfoStoryContext>().Set<AuthorSession>().ExecuteDeleteAsync();

        await author.PressAsync("Send your answer");
        await author.ComesToAsync(MyStoryPages.Enter);
        await author.SeesAsync("What you typed waits for you, for a day.");
        await author.LookAsync();
        await mine.EnterAsync(other.Receipt.ToString());
        await author.SeesAsync("Which year was it?");
        await author.DoesNotSeeAsync("We kept what you typed");
        await author.PressAsync("Close my story on this device");
        Assert.DoesNotContain("between two visits", await KeptAsync(author), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_came_after_the_session_ended_is_sent_once_the_story_is_open_again()
    {
        var story = await stage.Site.Given(A.Story().Asked("Which month was it?"));
        var author = await stage.VisitorAsync();
        var mine = new MyStoryPages(author);
        await mine.OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        await author.FillAsync("Your answer", Words);
        await stage.Site.Get<InfoStoryContext>().Set<AuthorSession>().ExecuteDeleteAsync();
        await author.PressAsync("Send your answer");
        await author.ComesToAsync(MyStoryPages.Enter);

        await mine.EnterAsync(story.Receipt.ToString());
        await Assertions.Expect(author.Page.GetByLabel("Your answer")).ToHaveValueAsync(Words);
        await author.LookAsync();
        await author.PressAsync("Send your answer");

        await author.SeesAsync("Thank you. We have your message.");
        Assert.DoesNotContain("between two visits", await KeptAsync(author), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_arrived_and_what_is_cleared_is_no_longer_on_the_device()
    {
        var author = await stage.VisitorAsync();
        var share = new SharePages(author);
        await share.AnswerAllAsync(Words);
        Assert.DoesNotContain("between two visits", await KeptAsync(author), StringComparison.Ordinal);
        await share.SendAsync();

        await author.Main.GetByText("Clear this device", new() { Exact = true }).ClickAsync();
        await author.PressAsync("Yes, clear it");

        await author.ComesToAsync("This device is clear");
        Assert.Equal("{}", await KeptAsync(author));
        await author.GoAsync("/share/sent");
        await author.ComesToAsync("We have shown you your six words");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task Whoever_exits_leaves_no_word_behind_for_who_comes_next(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.Page.RouteAsync("**/exit", WeatherAsync);
        await author.GoAsync("/share/story");
        await share.TellAsync("A heron that is kept.");
        await author.Page.WaitForURLAsync(address => !address.EndsWith("/share/story", StringComparison.Ordinal));
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, "A heron that is only typed.");

        await author.Page.Locator(".govuk-exit-this-page__button").First.ClickAsync();
        await author.SeesAsync("Sunny spells");
        await author.Page.GoBackAsync();

        await author.ComesToAsync(SharePages.WhatHappened);
        await author.DoesNotSeeAsync("heron");
        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened)).ToHaveValueAsync("");
        if (way == Way.WithoutScripts) return;
        Assert.DoesNotContain("heron", await KeptAsync(author), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task Two_tabs_answer_different_questions_and_undo_nothing_of_each_other(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await share.TellAsync("Told in the first tab.");
        await author.ComesToAsync(SharePages.Permission);
        var second = await author.Page.Context.NewPageAsync();
        await second.GotoAsync("/share/when");
        await author.GoAsync("/share/teller");

        await second.GetByLabel("It is still going on").CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(SharePages.More);
        await share.ChooseAsync(SharePages.Teller, "Manager");
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/check");

        await share.SeesAnswerAsync("Your story", "Told in the first tab.");
        await share.SeesAnswerAsync("When it happened", "It is still going on");
        await share.SeesAnswerAsync("Who is telling", "Manager");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_browser_that_keeps_no_cookies_is_told_so_and_keeps_the_words(Way way)
    {
        var author = await stage.VisitorAsync(way);
        await author.Page.Context.RouteAsync("**/share/**", async route =>
        {
            await route.Request.AllHeadersAsync();
            await author.Page.Context.ClearCookiesAsync();
            await route.ContinueAsync();
        });
        await author.GoAsync("/share/story");

        await new SharePages(author).TellAsync(Words);

        await author.SeesAsync("your browser does not keep cookies", 400);
        await Assertions.Expect(author.Page.GetByLabel(SharePages.WhatHappened)).ToHaveValueAsync(Words);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task An_author_whose_draft_has_expired_is_told_so_and_can_tell_it_again(Way way)
    {
        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await share.AnswerAllAsync("Left for more than a week.");
        var before = await CountAsync();
        var longAgo = DateTime.UnixEpoch;
        await stage.Site.Get<InfoStoryContext>().Set<Draft>().ExecuteUpdateAsync(draft => draft.SetProperty(one => one.ExpiresAt, longAgo));

        await author.PressAsync("Send your story");

        await author.ComesToAsync("There is no story on this device", 404);
        Assert.Equal(before, await CountAsync());
        await author.DoesNotSeeAsync("Left for more than a week.");
        await share.AnswerAllAsync("Told again.");
        await share.SeesAnswerAsync("Your story", "Told again.");
    }

    private static Task<string> KeptAsync(Visitor author) => author.Page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage })");

    /// <summary>The real answer, but for where it leads: there is no other site here.</summary>
    private static async Task WeatherAsync(IRoute route)
    {
        var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
        Assert.Equal(ExitThisPage.Address, answer.Headers["location"]);
        var headers = answer.Headers.Where(header => header.Key is "set-cookie" or "clear-site-data" or "cache-control").ToDictionary();
        await route.FulfillAsync(new() { Status = 200, Headers = headers, ContentType = "text/html", Body = "<main>Sunny spells</main><footer></footer>" });
    }

    private Task<int> CountAsync() => stage.Site.Get<InfoStoryContext>().Stories.CountAsync();
}
