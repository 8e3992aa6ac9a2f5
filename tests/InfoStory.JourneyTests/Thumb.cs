using System.Diagnostics;
using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>
/// Tells a story of 60 words on a screen 320 pixels wide as a thumb would, and says how long it took and how many taps. People type
/// 36.2 words a minute on a telephone (Palin, Feit, Kim, Kristensson and Oulasvirta, How do people type on mobile devices?, 2019);
/// a tap is taken as one second to read and to hit.
/// </summary>
internal sealed class Thumb(Stage stage)
{
    private const int Runs = 5;
    private const float Letter = 60_000 / (36.2f * 5), Tap = 1000;

    private const string Story =
        "I visit a man who lives on his own. I rang the surgery to ask if his tablets had changed and was on hold for half an hour. " +
        "They sent me to the hospital, who sent me to the social work team, who sent me back to the surgery. Each time I told it all again. " +
        "In the end his neighbour knew. Nobody had asked her.";

    private int taps, letters;

    public async Task RunAsync(TextWriter output)
    {
        List<double> seconds = [];
        for (var run = 0; run < Runs; run++)
        {
            (taps, letters) = (0, 0);
            seconds.Add(await TellAsync(await stage.VisitorAsync(Way.Phone)));
            await output.WriteLineAsync($"{seconds[^1]:0} s, {taps} taps, {letters} letters typed");
        }

        await output.WriteLineAsync($"median of {Runs}: {seconds.Order().ElementAt(Runs / 2):0} s");
    }

    private async Task<double> TellAsync(Visitor author)
    {
        await author.GoAsync("/");
        var watch = Stopwatch.StartNew();
        await TapAsync(author, author.Main.GetByRole(AriaRole.Link, new() { Name = "Share your story" }).First);
        await PressAsync(author, "Start your story");
        await ChooseAsync(author, "Failed because it was not");
        await TypeAsync(author, author.Main.GetByLabel(SharePages.WhatHappened), Story);
        await PressAsync(author, "Continue");
        await PickAsync(author, "Which service?", "GP and primary care");
        await SelectAsync(author, "How?", "Telephone");
        await SelectAsync(author, "How long did you wait?", "About half an hour");
        await PressAsync(author, "Continue");
        await SkipAsync(author);
        await ChooseAsync(author, "Front-line worker");
        await PickAsync(author, "Main service", "GP and primary care");
        await PickAsync(author, "Council area", "Cornwall");
        await PressAsync(author, "Continue");
        await ChooseAsync(author, "In the last month");
        await ChooseAsync(author, "People who run services");
        await TapAsync(author, author.Main.GetByLabel(ConsentWording.Of(Audience.Website).Question));
        await TapAsync(author, author.Main.GetByLabel(ConsentWording.Of(Audience.PolicyMakers).Question));
        await PressAsync(author, "Continue");
        await SkipAsync(author);
        await PressAsync(author, "Send your story");
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(SharePages.Thanks);
        return watch.Elapsed.TotalSeconds;
    }

    private async Task ChooseAsync(Visitor author, string answer)
    {
        await TapAsync(author, author.Main.GetByLabel(answer, new() { Exact = true }));
        await PressAsync(author, "Continue");
    }

    private Task SkipAsync(Visitor author) => TapAsync(author, author.Main.GetByRole(AriaRole.Link, new() { Name = "Skip this question" }));

    private Task PressAsync(Visitor author, string button) =>
        TapAsync(author, author.Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last);

    /// <summary>A list that opens takes two taps.</summary>
    private async Task SelectAsync(Visitor author, string label, string option)
    {
        await TapAsync(author, author.Main.GetByLabel(label));
        taps++;
        await author.Page.WaitForTimeoutAsync(Tap);
        await author.Main.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    private async Task PickAsync(Visitor author, string label, string option)
    {
        await TypeAsync(author, author.Main.GetByRole(AriaRole.Combobox, new() { Name = label }), option[..3]);
        await TapAsync(author, author.Main.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }));
    }

    private async Task TypeAsync(Visitor author, ILocator box, string text)
    {
        await TapAsync(author, box);
        await box.PressSequentiallyAsync(text, new() { Delay = Letter, Timeout = 0 });
        letters += text.Length;
    }

    private async Task TapAsync(Visitor author, ILocator where)
    {
        await author.Page.WaitForTimeoutAsync(Tap);
        await where.ClickAsync();
        taps++;
    }
}
