using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>What an author takes away.</summary>
public sealed record TakenAway(string Reference, IReadOnlyList<string> Words);

/// <summary>The pages of the share journey.</summary>
public sealed class SharePages(Visitor visitor)
{
    public const string WhatHappened = "What happened?", Teller = "Who is telling this story?", Where = "Where did it happen?",
        Permission = "Who may hear your story?", Check = "Check your story before you send it", Thanks = "Thank you. We have your story";

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

    public async Task AllowAsync(params Audience[] audiences)
    {
        foreach (var audience in audiences) await visitor.Main.GetByLabel(ConsentWording.Of(audience).Question).CheckAsync();
        if (audiences.Length == 0) await visitor.Main.GetByLabel("Only your team").CheckAsync();
        await visitor.PressAsync("Continue");
    }

    /// <summary>Every question, answered without a mistake, up to the page that asks to check them.</summary>
    public async Task AnswerAllAsync(string told)
    {
        await visitor.GoAsync("/share/story");
        await TellAsync(told);
        await SayWhoIsTellingAsync("Front-line worker");
        await SayWhereAsync("Housing", "Leeds");
        await visitor.ComesToAsync(Permission);
        await AllowAsync(Audience.Website, Audience.PolicyMakers);
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
}
