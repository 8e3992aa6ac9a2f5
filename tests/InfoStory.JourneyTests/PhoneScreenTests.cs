using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>How much of a phone's screen is the page itself, as in Production, where no banner tells of demonstration content.</summary>
public sealed class PhoneScreenTests(Stage stage) : IClassFixture<Stage>
{
    private const int Width = 390, Height = 844, Small = 640, Heading = 160, Box = 420, HintButtons = 4;

    private const string SixThings = "Sarah Okafor rang Mr Kevin Polglase on 3 March 2025. They wrote to 14 Penhale Road, TR1 2AB. My number is 07700 900123.";

    [Fact]
    public async Task The_first_heading_of_a_page_and_the_box_of_the_story_stand_high_on_the_screen()
    {
        var story = await stage.Site.Given(A.Story().Titled("Told on a phone").About("Housing", "Leeds").Published());
        var reader = await OnAPhoneAsync();

        foreach (var path in new[] { "/", "/share", "/share/story", "/case-studies", $"/case-studies/{story.Slug}", "/my-story" })
        {
            await reader.GoAsync(path);
            var top = await TopOfAsync(reader.Main.GetByRole(AriaRole.Heading, new() { Level = 1 }));
            Assert.True(top < Heading, $"The heading of {path} begins at {top:0}");
        }

        await reader.GoAsync("/share/story");
        Assert.InRange(await TopOfAsync(reader.Main.GetByLabel(SharePages.WhatHappened)), 0, Box);
    }

    [Fact]
    public async Task The_menu_opens_over_the_page_by_keys_and_without_scripts()
    {
        var reader = await stage.VisitorAsync(Way.WithoutScripts);
        await reader.GoAsync("/");
        var link = reader.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "My story" });
        await Assertions.Expect(link).ToBeHiddenAsync();

        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).PressAsync("Enter");
        await Assertions.Expect(link).ToBeVisibleAsync();
        await reader.LookAsync();
        await reader.Page.SetViewportSizeAsync(Height, Width);
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeInViewportAsync();
        await link.PressAsync("Enter");

        await reader.ComesToAsync("Enter your six words");
    }

    [Fact]
    public async Task Six_hints_leave_the_page_short_and_the_way_on_in_sight()
    {
        var author = await OnAPhoneAsync();
        await author.GoAsync("/share/story");
        var hints = author.Page.GetByRole(AriaRole.Region, new() { Name = "Could this show who someone is?" });

        await author.FillAsync(SharePages.WhatHappened, SixThings);
        await Assertions.Expect(hints.GetByText("1 of 6: “Sarah Okafor”")).ToBeVisibleAsync();
        await author.LookAsync();
        await hints.GetByRole(AriaRole.Button, new() { Name = "Replace" }).PressAsync("Enter");
        await Assertions.Expect(hints.GetByText("1 of 5: “Mr Kevin Polglase”")).ToBeVisibleAsync();

        await Assertions.Expect(hints.GetByRole(AriaRole.Button, new() { Name = "Replace" })).ToBeFocusedAsync();
        Assert.InRange(await hints.GetByRole(AriaRole.Button).CountAsync(), 3, HintButtons);
        Assert.InRange(await author.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 1, 2 * Height);
        await Assertions.Expect(author.Main.GetByRole(AriaRole.Button, new() { Name = "Continue" })).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task On_the_smallest_phone_one_press_brings_the_words_and_what_to_do_about_them_into_one_view()
    {
        var author = await OnAPhoneAsync();
        await author.Page.SetViewportSizeAsync(320, 640);
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, SixThings);
        var count = author.Main.GetByRole(AriaRole.Button, new() { Name = "6 things to check" });
        await Assertions.Expect(count).ToBeInViewportAsync(new() { Ratio = 1 });
        await author.LookAsync();

        await count.ClickAsync();

        var bar = await TopOfAsync(author.Main.GetByRole(AriaRole.Button, new() { Name = "Continue" }));
        Assert.InRange(await TopOfAsync(author.Main.GetByLabel(SharePages.WhatHappened)), 0, 100);
        foreach (var name in new[] { "Replace", "Keep it", "Next" })
        {
            var button = (await author.Main.GetByRole(AriaRole.Button, new() { Name = name }).BoundingBoxAsync())!;
            Assert.InRange(button.Y + button.Height, 0, bar);
        }

        await author.LookAsync();
    }

    [Fact]
    public async Task A_picture_of_the_screen_holds_the_six_words_with_reference_and_address_and_paper_holds_nothing_else()
    {
        var author = await OnAPhoneAsync();
        await author.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var share = new SharePages(author);
        await author.GoAsync("/share/story");
        await share.TellAsync("I rang Joan three times.");
        await share.GoOnAsync(Audience.Website);
        await author.PressAsync("Send your story");
        await author.ComesToAsync(SharePages.Thanks);

        await author.PressAsync("Copy the six words");
        await author.SeesAsync("Copied.");
        var (small, receipt) = (await BottomOfReceiptAsync(author, Visitor.Narrow, Small), await BottomOfReceiptAsync(author, Width, Height));
        var words = await author.Main.Locator(".info-receipt__words li").AllInnerTextsAsync();
        var day = await author.Main.Locator(".info-receipt__facts dd").Last.InnerTextAsync();
        await author.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await author.Page.Locator("body").InnerTextAsync();

        Assert.Equal(string.Join(' ', words), await author.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.InRange(receipt, 1, Height);
        Assert.InRange(small, 1, Small);
        Assert.StartsWith(words[0], printed.Trim(), StringComparison.Ordinal);
        Assert.EndsWith(day, printed.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_lie_under_the_words_wherever_the_box_breaks_its_lines()
    {
        var author = await OnAPhoneAsync();
        await author.GoAsync("/share/story");
        var lines = Enumerable.Range(0, 130).Select(at => $"We waited {at} days for the well-known answer that nobody gave us.{(at % 7 == 0 ? "\n" : " ")}");
        var text = string.Concat(lines) + "Then it was Sarah Okafor";

        await author.FillAsync(SharePages.WhatHappened, text);
        await Assertions.Expect(author.Page.Locator(".info-marks__mark")).ToHaveTextAsync("Sarah Okafor");

        foreach (var width in new[] { 390, 361, 1280 })
        {
            await author.Page.SetViewportSizeAsync(width, Height);
            await Assertions.Expect(author.Page.Locator(".info-marks__mark")).ToHaveCountAsync(1);
            Assert.InRange(await author.Page.EvaluateAsync<double>(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done("
                + "document.querySelector('.info-marks__text').offsetHeight - document.querySelector('textarea').scrollHeight))))"), -1, 1);
        }
    }

    private async Task<Visitor> OnAPhoneAsync()
    {
        var visitor = await stage.VisitorAsync(Way.Phone);
        await visitor.Page.SetViewportSizeAsync(Width, Height);
        return visitor;
    }

    private static async Task<double> BottomOfReceiptAsync(Visitor author, int width, int height)
    {
        await author.Page.SetViewportSizeAsync(width, height);
        await author.Page.EvaluateAsync("() => scrollTo(0, 0)");
        var receipt = (await author.Main.Locator(".info-receipt").BoundingBoxAsync())!;
        return receipt.Y + receipt.Height;
    }

    private static async Task<double> TopOfAsync(ILocator what) => (await what.BoundingBoxAsync())!.Y;
}
