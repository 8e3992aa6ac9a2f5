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
        await TypeAsync(author, author.Main.GetByLabel(SharePages.WhatHappened), Story);
        await QuickAsync(author, "How many times did you tell it?", "4");
        await QuickAsync(author, "How many services did you tell?", "3");
        await PressAsync(author, "Continue");
        await TapAsync(author, author.Main.GetByLabel(ConsentWording.Of(Audience.Website).Question));
        await PressAsync(author, "Continue");
        await PressAsync(author, "Send your story");
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(SharePages.Thanks);
        return watch.Elapsed.TotalSeconds;
    }

    private Task QuickAsync(Visitor author, string question, string answer) =>
        TapAsync(author, author.Main.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true }));

    private Task PressAsync(Visitor author, string button) =>
        TapAsync(author, author.Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last);

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
