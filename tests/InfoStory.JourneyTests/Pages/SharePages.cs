using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>What an author takes away.</summary>
public sealed record TakenAway(string Reference, IReadOnlyList<string> Words);

/// <summary>The pages of the share journey.</summary>
public sealed class SharePages(Visitor visitor)
{
    public const string WhatHappened = "What happened?", Title = "Give your story a title", Teller = "Who is telling this story?", Where = "Where did it happen?",
        Permission = "What may we do with your story?", Check = "Check your story before you send it", Thanks = "Thank you. We have your story";

    public async Task StartFromHomeAsync()
    {
        await visitor.GoAsync("/");
        await visitor.ComesToAsync("How many times did you have to tell it?");
        await visitor.FollowAsync("Share your story");
        await visitor.ComesToAsync("Share your story");
        await visitor.PressAsync("Start your story");
        await visitor.ComesToAsync(WhatHappened);
    }

    public async Task TellAsync(string told)
    {
        await visitor.FillAsync(WhatHappened, told);
        await visitor.PressAsync("Continue");
    }

    public async Task GiveTitleAsync(string title)
    {
        await visitor.ComesToAsync(Title);
        await visitor.FillAsync(Title, title);
        await visitor.PressAsync("Continue");
    }

    public async Task SayWhoIsTellingAsync(string who)
    {
        await visitor.ComesToAsync(Teller);
        await visitor.Main.GetByLabel(who).CheckAsync();
        await visitor.PressAsync("Continue");
    }

    public async Task SayWhereAsync(string service, string place)
    {
        await visitor.ComesToAsync(Where);
        await visitor.SelectAsync("Main service", service);
        await visitor.SelectAsync("Council area", place);
        await visitor.PressAsync("Continue");
    }

    public async Task AllowAsync(bool website, bool policyMakers)
    {
        await Answer("May we publish it on this website?", website).CheckAsync();
        await Answer("May we send it to policy makers?", policyMakers).CheckAsync();
        await visitor.PressAsync("Continue");
    }

    /// <summary>Every question, answered without a mistake, up to the page that asks to check them.</summary>
    public async Task AnswerAllAsync(string told, string title)
    {
        await visitor.GoAsync("/share/story");
        await TellAsync(told);
        await GiveTitleAsync(title);
        await SayWhoIsTellingAsync("Front-line worker");
        await SayWhereAsync("Housing", "Leeds");
        await visitor.ComesToAsync(Permission);
        await AllowAsync(website: true, policyMakers: true);
        await visitor.ComesToAsync(Check);
    }

    public async Task SeesAnswerAsync(string question, string answer) =>
        await Assertions.Expect(visitor.Page.Locator(".govuk-summary-list__row", new() { HasText = question }).Locator("dd").First).ToHaveTextAsync(answer);

    public async Task<TakenAway> SendAsync()
    {
        await visitor.PressAsync("Send your story");
        return await ReadReceiptAsync();
    }

    public async Task<TakenAway> ReadReceiptAsync()
    {
        await visitor.ComesToAsync(Thanks);
        return new(await visitor.Main.Locator(".info-receipt__reference").InnerTextAsync(), await visitor.Main.Locator(".info-receipt__words li").AllInnerTextsAsync());
    }

    private ILocator Answer(string question, bool yes) =>
        visitor.Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(yes ? "Yes" : "No", new() { Exact = true });
}
