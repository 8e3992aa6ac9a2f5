using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>
/// Text as people set it who read it large, on a phone: by a browser's own size of text, which widens what the styles call an em too, and by
/// enlarging the text alone, which does not; and spaced as WCAG 1.4.12 lets it be. Nothing may be wider than the phone, no control may lie outside
/// it, be cut off or lie over another, and no text may be cut.
/// </summary>
internal static class LargeText
{
    private const int Phone = 390, Height = 844;

    private const string Enlarge = "() => document.documentElement.style.fontSize = '200%'";

    private const string Reduce = "() => document.documentElement.style.fontSize = ''";

    /// <summary>The site's policy lets no style be written into a page; one that a script adopts is let be.</summary>
    private const string Space = """
        () => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
                p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets = [sheet];
        }
        """;

    private const string Unspace = "() => document.adoptedStyleSheets = []";

    private const string Look = """
        () => {
            const width = document.documentElement.clientWidth, faults = new Set(), text = document.createRange();
            const words = element => ((element.labels?.[0] ?? element).innerText ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
            const name = element => `“${words(element)}” (${element.outerHTML.slice(0, 100)})`;
            const aside = element => element.closest(".govuk-visually-hidden, .govuk-skip-link, svg, option") !== null;
            const shown = element => element.checkVisibility({ visibilityProperty: true }) && !aside(element);
            const boxes = element => [...element.getClientRects()].filter(box => box.width > 0 && box.height > 0);
            if (document.documentElement.scrollWidth > width) faults.add(`the page is ${document.documentElement.scrollWidth} wide`);

            const all = [...document.querySelectorAll("body *")].filter(shown);
            const controls = all.filter(element => element.matches("a[href], button, input:not([type=hidden]), select, textarea, summary, label"));
            for (const control of controls) {
                const out = boxes(control).find(box => box.left < -1 || box.right > width + 1);
                if (out) faults.add(`${name(control)} reaches from ${Math.round(out.left)} to ${Math.round(out.right)}`);
                if (control.matches("input, select, textarea") || getComputedStyle(control).display === "inline") continue;
                text.selectNodeContents(control);
                const [held, holds] = [text.getBoundingClientRect(), control.getBoundingClientRect()];
                if (control.querySelector(".govuk-visually-hidden") === null
                        && (held.left < holds.left - 2 || held.right > holds.right + 2 || held.top < holds.top - 4 || held.bottom > holds.bottom + 4))
                    faults.add(`${name(control)} does not hold its text`);
            }

            for (const element of all) {
                const style = getComputedStyle(element);
                if (element.matches("input, select, textarea") || !element.textContent.trim() || element.clientWidth <= 1) continue;
                if (["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1
                        || ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
                    faults.add(`${name(element)} cuts its text off`);
                if (["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1)
                    faults.add(`${name(element)} scrolls sideways`);
            }

            // What a list that scrolls down in its own box hides lies over nothing.
            const seen = (element, box) => {
                let { left, top, right, bottom } = box;
                for (let around = element.parentElement; around; around = around.parentElement) {
                    if (getComputedStyle(around).overflowY === "visible") continue;
                    const edge = around.getBoundingClientRect();
                    [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
                }
                return { left, top, right, bottom };
            };
            // A bar that stays at the foot of the window lies over what is scrolled under it; that nothing with the focus does is seen by Hands.
            const stays = element => element !== null && (getComputedStyle(element).position === "sticky" || stays(element.parentElement));
            const placed = controls.filter(control => !stays(control)).flatMap(control => boxes(control).map(box => ({ control, box: seen(control, box) })))
                .sort((one, other) => one.box.top - other.box.top);
            placed.forEach(({ control, box }, at) => {
                for (const other of placed.slice(at + 1)) {
                    if (other.box.top > box.bottom - 4) break;
                    if (control.contains(other.control) || other.control.contains(control)) continue;
                    if (control.control === other.control || other.control.control === control) continue;
                    if (Math.min(box.bottom, other.box.bottom) - other.box.top > 4
                            && Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2)
                        faults.add(`${name(control)} and ${name(other.control)} lie over one another`);
                }
            });
            return [...faults];
        }
        """;

    /// <summary>What is wrong with the page that is open in all of these ways; afterwards it is as it was.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        List<string> faults = [];
        var before = page.ViewportSize!;
        async Task LookAsync(string way) => faults.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(fault => $"{way}: {fault}"));

        foreach (var width in new[] { Phone, Visitor.Narrow })
        {
            await page.SetViewportSizeAsync(width, Height);
            await page.EvaluateAsync("() => scrollTo(0, 0)");
            await page.EvaluateAsync(Enlarge);
            await LookAsync($"200 % at {width}");
            await page.EvaluateAsync(Reduce);
        }

        await page.EvaluateAsync(Space);
        await LookAsync($"spaced at {Visitor.Narrow}");
        await page.EvaluateAsync(Unspace);

        var browser = await page.Context.NewCDPSessionAsync(page);
        await page.SetViewportSizeAsync(Phone, Height);
        await SizeAsync(browser, 32);
        await LookAsync($"a browser's text of 32 pixels at {Phone}");
        await SizeAsync(browser, 16);
        await browser.DetachAsync();
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return faults;
    }

    private static Task SizeAsync(ICDPSession browser, int pixels) =>
        browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = pixels, ["fixed"] = pixels - 3 } });
}
