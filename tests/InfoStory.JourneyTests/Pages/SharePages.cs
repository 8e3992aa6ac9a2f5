using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>What an author takes away.</summary>
public sealed record TakenAway(string Reference, IReadOnlyList<string> Words);

/// <summary>The pages of the share journey.</summary>
public sealed class SharePages(Visitor visitor)
{
    public const string Kind = "What kind of story is it?", WhatHappened = "What happened?",
        HandOffs = "Who did you try to reach?", Missing = "Was something not shared?",
        Teller = "Who is telling this story?", Where = "Where did it happen?", When = "When did it happen?", Hears = "Who most needs to hear this?",
        Permission = "Who may hear your story?", Contact = "May we reach you?",
        Check = "Check and send", More = "Help us understand it better", Thanks = "Thank you. We have your story";

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

    /// <summary>Chooses one answer of a page that asks for one, and goes on.</summary>
    public async Task ChooseAsync(string question, string answer)
    {
        await visitor.ComesToAsync(question);
        await visitor.Main.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await visitor.PressAsync("Continue");
    }

    public async Task SkipAsync(string question)
    {
        await visitor.ComesToAsync(question);
        await visitor.PressAsync("Skip this question");
    }

    /// <summary>Fills in one step of the chain; it must be on the page. One that was added has the focus first.</summary>
    public async Task FillStepAsync(int number, string service, string how, string waited, bool toldAgain)
    {
        var step = visitor.Main.Locator($"#step-{number}");
        if (number > 1) await Assertions.Expect(step).ToBeFocusedAsync();
        await PickAsync(step, "Which service?", service);
        await step.GetByLabel("How?").SelectOptionAsync(new SelectOptionValue { Label = how });
        await step.GetByLabel("How long did you wait?").SelectOptionAsync(new SelectOptionValue { Label = waited });
        await step.GetByLabel(toldAgain ? "Yes" : "No", new() { Exact = true }).CheckAsync();
    }

    public async Task SayWhereAsync(string service, string place)
    {
        await visitor.ComesToAsync(Where);
        await PickAsync(visitor.Main, "Main service", service);
        await PickAsync(visitor.Main, "Council area", place);
        await visitor.PressAsync("Continue");
    }

    public async Task AllowAsync(params Audience[] audiences)
    {
        foreach (var audience in audiences) await visitor.Main.GetByLabel(ConsentWording.Of(audience).Question).CheckAsync();
        if (audiences.Length == 0) await visitor.Main.GetByLabel("Only the InfoStory team").CheckAsync();
        await visitor.PressAsync("Continue");
    }

    /// <summary>From the question who may hear it to the page that asks to check the answers.</summary>
    public async Task GoOnAsync(params Audience[] audiences)
    {
        await visitor.ComesToAsync(Permission);
        await AllowAsync(audiences);
        await visitor.ComesToAsync(Check);
    }

    /// <summary>On the list of what helps us understand a story: to the question that it offers next.</summary>
    public async Task NextAsync(string question)
    {
        await visitor.ComesToAsync(More);
        await visitor.PressAsync($"Next: {question}");
        await visitor.ComesToAsync(question);
    }

    /// <summary>The steps, answered without a mistake, up to the page that asks to check them.</summary>
    public async Task AnswerAllAsync(string told)
    {
        await visitor.GoAsync("/share/story");
        await TellAsync(told);
        await GoOnAsync(Audience.Website, Audience.PolicyMakers);
    }

    public async Task SeesAnswerAsync(string question, string answer) =>
        await Assertions.Expect(visitor.Page.Locator(".govuk-summary-list__row", new() { Has = visitor.Page.GetByText(question, new() { Exact = true }) })
            .Locator("dd").First).ToHaveTextAsync(answer);

    public async Task<TakenAway> SendAsync()
    {
        await visitor.PressAsync("Send your story");
        return await ReadReceiptAsync();
    }

    public async Task<TakenAway> ReadReceiptAsync()
    {
        await visitor.ComesToAsync(Thanks);
        return new(
            await visitor.Main.Locator(".info-receipt__reference").InnerTextAsync(),
            await visitor.Main.Locator(".info-receipt__words li").AllInnerTextsAsync());
    }

    /// <summary>Chooses from a long list: by typing where scripts run, from the list where they do not.</summary>
    private async Task PickAsync(ILocator within, string label, string option)
    {
        if (visitor.Way == Way.WithoutScripts)
        {
            await within.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = option });
            return;
        }

        var box = within.GetByRole(AriaRole.Combobox, new() { Name = label });
        await box.PressSequentiallyAsync(option[..4]);
        await within.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync(option);
    }
}
