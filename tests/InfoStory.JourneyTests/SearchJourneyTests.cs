using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A library of two pages.</summary>
public sealed class LibraryStage : Stage
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var number = 1; number < 20; number++) await Site.Given(A.Story().Titled($"Story {number}").Published());
        await Site.Given(A.Story().Titled("Story 20").Tagged("Passed back and forth").Published());
        await Site.Given(A.Story().Titled("The kettle on Friday").PublicText("Nobody asked about the kettle.")
            .About("Housing", "Leeds").Kind(StoryKind.FixWeMade).Tagged("Repeating my story", "Passed back and forth").Published());
        await Site.Given(A.Story().Titled("The kettle on Monday").PublicText("Everybody asked about the kettle.").About("Police", "Cornwall").Published());
    }
}

public sealed class SearchJourneyTests(LibraryStage stage) : IClassFixture<LibraryStage>
{
    /// <summary>The width of a thumb in pixels (WCAG 2.2, 2.5.5).</summary>
    private const float Thumb = 44;

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_searches_filters_and_reads(Way way)
    {
        var reader = await stage.VisitorAsync(way);
        var library = new LibraryPages(reader);
        await reader.GoAsync("/");
        await reader.FollowAsync("Read what happened to others");
        await reader.ComesToAsync(LibraryPages.Heading);

        await library.SearchAsync("kettle");
        await reader.SeesAsync("2 case studies with kettle");
        await Assertions.Expect(library.Titles).ToHaveCountAsync(2);
        await Assertions.Expect(library.Marks.First).ToHaveTextAsync("kettle");
        await library.FilterAsync("Service", "Housing");
        await library.FindsAsync("The kettle on Friday");
        await library.SearchAsync("giraffe");
        await reader.SeesAsync("leave out the words");
        await library.SearchAsync("kettel");
        await reader.FollowAsync("kettle");
        await library.FindsAsync("The kettle on Friday");
        await reader.FollowAsync("Print these as a brief");
        await reader.ComesToAsync("Case studies with “kettle”");
        await reader.SeesAsync("Chosen: Service: Housing.");

        await library.OpenAsync();
        await library.FilterAsync("Place", "Cornwall");
        await library.FindsAsync("The kettle on Monday");

        // What is chosen is what the list shows, also where a browser shows the page again as it was left.
        var chosen = reader.Page.Locator("#filter input:checked");
        await reader.Page.GoBackAsync();
        await Assertions.Expect(library.Titles).ToHaveCountAsync(20);
        await Assertions.Expect(chosen).ToHaveCountAsync(0);
        if (way != Way.WithoutScripts)
        {
            await reader.Page.Locator("#filter input[type=checkbox]:visible").First.CheckAsync();
            await reader.Page.EvaluateAsync("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
            await Assertions.Expect(chosen).ToHaveCountAsync(0);
        }

        await library.OpenAsync();
        await library.FilterAsync("Hand-off problem", "Repeating my story");
        await library.FindsAsync("The kettle on Friday");
        await library.OpenAsync();
        await library.FilterAsync("Kind of story", "A fix we made");
        await library.ReadAsync("The kettle on Friday");
        await reader.FollowAsync("Repeating my story");
        await reader.ComesToAsync(LibraryPages.Heading);
        await library.FindsAsync("The kettle on Friday");
    }

    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task On_a_phone_no_key_leads_behind_the_filter_and_Escape_and_Close_lead_back_to_where_it_was_opened(Way way)
    {
        var reader = await stage.VisitorAsync(way);
        await reader.Page.SetViewportSizeAsync(Visitor.Narrow, 640);
        await new LibraryPages(reader).OpenAsync();
        var (keys, opens) = (reader.Page.Keyboard, reader.Main.Locator(".info-sheet__open button"));
        var sheet = reader.Page.Locator("#filter");
        var top = await opens.EvaluateAsync<double>("button => button.getBoundingClientRect().top");

        foreach (var closing in (string[])["Escape", "Enter"])
        {
            await opens.FocusAsync();
            await keys.PressAsync("Enter");
            await Assertions.Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true })).ToBeFocusedAsync();
            await keys.PressAsync(closing);
            await Assertions.Expect(opens).ToBeFocusedAsync();
            await Assertions.Expect(sheet).ToBeHiddenAsync();
        }

        Assert.Equal(top, await opens.EvaluateAsync<double>("button => button.getBoundingClientRect().top"));
        await keys.PressAsync("Enter");
        var boxes = await sheet.Locator("input[type=checkbox]:visible, summary, button:visible").CountAsync();
        for (var stop = 0; stop < boxes + 3; stop++)
        {
            await keys.PressAsync("Tab");
            Assert.True(await reader.Page.EvaluateAsync<bool>(
                "() => document.activeElement.closest('#filter') !== null || document.activeElement === document.body"));
        }

        var changed = reader.Main.GetByText("You changed the filter.");
        await sheet.Locator("input[type=checkbox]:visible").First.CheckAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(changed).ToBeVisibleAsync();
        await opens.ClickAsync();
        await sheet.Locator("input[type=checkbox]:visible").First.UncheckAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(changed).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_each_fact_of_a_case_study_is_called_is_seen_at_every_width()
    {
        var reader = await stage.VisitorAsync();
        await reader.GoAsync("/case-studies/the-kettle-on-friday");
        foreach (var width in (int[])[Visitor.Narrow, 640, Visitor.Wide])
        {
            await reader.Page.SetViewportSizeAsync(width, 640);

            var names = await reader.Page.Locator(".info-case__facts dt").AllAsync();

            Assert.True(names.Count >= 4);
            foreach (var name in names) Assert.True((await name.BoundingBoxAsync())!.Width > 20, $"{width}: {await name.TextContentAsync()}");
        }
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_goes_on_to_the_next_page_and_finds_the_feed(Way way)
    {
        var reader = await stage.VisitorAsync(way);
        var library = new LibraryPages(reader);
        await library.OpenAsync();
        await Assertions.Expect(library.Titles).ToHaveCountAsync(20);
        var feed = await reader.Page.Locator("link[type='application/atom+xml']").GetAttributeAsync("href");

        await reader.FollowAsync("Next case studies");

        await library.FindsAsync("Story 2", "Story 1");
        await reader.LookAsync();
        var answer = await reader.Page.APIRequest.GetAsync(new Uri(stage.Site.Url, feed).ToString());
        Assert.Equal("application/atom+xml; charset=utf-8", answer.Headers["content-type"]);
        Assert.Contains("The kettle on Monday", await answer.TextAsync(), StringComparison.Ordinal);
    }

    /// <summary>On the smallest phone, by taps alone. What stands in a line of text may be as high as the line (WCAG 2.2, 2.5.8).</summary>
    [Fact]
    public async Task A_practitioner_on_a_bus_searches_narrows_reads_goes_on_and_copies_with_one_thumb()
    {
        var reader = await stage.VisitorAsync(Way.Phone);
        await reader.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await new LibraryPages(reader).OpenAsync();
        var words = reader.Main.GetByLabel("Search for words");

        await TapAsync(words);
        await words.PressSequentiallyAsync("kettle");
        await TapAsync(Button("Search"));
        await reader.SeesAsync("2 case studies");
        await TapAsync(reader.Main.Locator(".info-sheet__open button"));
        var sheet = reader.Page.Locator("#filter");
        await TapAsync(sheet.GetByText("Housing").Locator("xpath=ancestor-or-self::label"));
        await TapAsync(sheet.GetByRole(AriaRole.Button, new() { Name = "Show case studies", Exact = true }));
        await reader.ComesToAsync(LibraryPages.Heading);
        await new LibraryPages(reader).FindsAsync("The kettle on Friday");
        await TapAsync(Link("The kettle on Friday"));
        await reader.ComesToAsync("The kettle on Friday");

        await TapAsync(reader.Main.Locator("summary", new() { HasText = "Cite this case study" }));
        await TapAsync(Button("Copy"));
        await Assertions.Expect(Button("Copied")).ToBeVisibleAsync();
        Assert.Contains("The kettle on Friday", await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
        await TapAsync(reader.Main.Locator(".info-related").GetByRole(AriaRole.Link, new() { Name = "Story 20", Exact = true }));
        await reader.ComesToAsync("Story 20");

        ILocator Button(string name) => reader.Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

        ILocator Link(string name) => reader.Main.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_who_searches_for_nothing_is_told_what_to_do(Way way)
    {
        var reader = await stage.VisitorAsync(way);
        await new LibraryPages(reader).OpenAsync();

        await reader.FillAsync("Search for words", "...");
        await reader.PressAsync("Search");

        await reader.MendsAsync("Search for at least one word", "Search for words");
    }

    /// <summary>What a thumb hits: a field, a button or a line of its own is as high as a thumb is wide.</summary>
    private static async Task TapAsync(ILocator where)
    {
        await where.ScrollIntoViewIfNeededAsync();
        var box = (await where.BoundingBoxAsync())!;
        Assert.True(box is { Width: >= Thumb, Height: >= Thumb }, $"{where} is {box.Width:0} × {box.Height:0}");
        await where.ClickAsync();
    }
}
