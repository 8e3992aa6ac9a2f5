using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>The ways in which people set up their screens.</summary>
internal static class Appearances
{
    private const string Unseen = """
        () => ["header.info-header", "main", "footer.info-footer"].filter(part => {
            const found = document.querySelector(part);
            return !found?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || found.getBoundingClientRect().height < 12;
        })
        """;

    private static readonly ConcurrentDictionary<string, bool> Walked = new(StringComparer.Ordinal);

    /// <summary>
    /// Looks at the page that is open as it is, walks through it by keyboard, and looks again dark, in forced colours, narrow, and with text twice as
    /// large on a desk and on a phone.
    /// </summary>
    public static async Task LookEveryWayAsync(this Visitor visitor)
    {
        var page = visitor.Page;
        await visitor.LookAsync();
        await WalkAsync(page);

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await SeesNoFaultAsync(visitor, "dark", AxeRules.Colours);

        // The browser replaces the colours after axe has read them from the styles, so that axe is not asked.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        await ShowsItsPartsAsync(visitor, "forced colours");

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        // What the button that leaves the page lies over at this moment is a matter of scrolling.
        await page.SetViewportSizeAsync(Visitor.Narrow, 640);
        await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        await SeesNoFaultAsync(visitor, "320 pixels", AxeRules.Layout);

        await page.SetViewportSizeAsync(Visitor.Wide, 900);
        await page.EvaluateAsync("() => document.documentElement.style.fontSize = '200%'");
        Assert.Empty(await Eyes.SidewaysAsync(page));
        await page.EvaluateAsync("() => document.documentElement.style.fontSize = ''");
        var large = await LargeText.FaultsAsync(page);
        Assert.True(large.Count == 0, $"{page.Url}: {string.Join("\n", large)}");
    }

    public static async Task LookAtAsync(this Visitor visitor, string path, int status = 200)
    {
        await visitor.GoAsync(path, status);
        await visitor.LookEveryWayAsync();
    }

    private static async Task WalkAsync(IPage page)
    {
        var seen = await Eyes.SeenAsync(page);
        if (Walked.ContainsKey(seen)) return;

        var unreached = await Hands.FaultsOfAsync(page);
        Assert.True(unreached.Count == 0, $"{page.Url} (by keyboard): {string.Join("\n", unreached)}");
        Walked[seen] = true;
    }

    private static async Task SeesNoFaultAsync(Visitor visitor, string appearance, AxeRules rules)
    {
        await ShowsItsPartsAsync(visitor, appearance);
        var faults = await Eyes.FaultsOfAsync(visitor.Page, rules);
        Assert.True(faults.Length == 0, $"{visitor.Page.Url} ({appearance}): {string.Join("\n", faults)}");
    }

    /// <summary>Styles for one appearance alone can hide what all others show, and axe has nothing to say of what is hidden.</summary>
    private static async Task ShowsItsPartsAsync(Visitor visitor, string appearance)
    {
        var unseen = await visitor.Page.EvaluateAsync<string[]>(Unseen);
        Assert.True(unseen.Length == 0, $"{visitor.Page.Url} ({appearance}) does not show {string.Join(", ", unseen)}");
    }
}
