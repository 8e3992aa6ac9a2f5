using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>
/// What a walk asks of whoever walks it: taps, pages, words to read, pixels that the page is scrolled and letters typed. A page counts each time it comes;
/// of one that was read before, only what is new is read.
/// </summary>
internal sealed class Walk(Visitor visitor)
{
    /// <summary>One to read and to hit, as for a thumb; 51.56 words a minute are typed at a desk (Dhakal, Feit, Kristensson and Oulasvirta, 2018).</summary>
    private const double Tap = 1, Letter = 60 / (51.56 * 5);

    /// <summary>What is seen between header and footer; of a list to choose from, what is chosen.</summary>
    private const string SeenWords =
        """
        () => {
          const words = (text) => text.split(/\s+/).filter((word) => word !== "").length;
          const hidden = [...document.querySelectorAll("main .govuk-visually-hidden, main [aria-hidden=true] label")];
          const unchosen = [...document.querySelectorAll("main select")].filter((list) => list.checkVisibility())
            .reduce((sum, list) => sum + words(list.innerText) - words(list.selectedOptions[0]?.innerText ?? ""), 0);
          return words(document.querySelector("main").innerText) - unchosen - hidden.reduce((sum, part) => sum + words(part.innerText), 0);
        }
        """;

    private readonly List<(string Page, int Words)> read = [];

    private double pixels;

    private int letters;

    private int taps;

    private int Words => read.Sum(page => page.Words);

    /// <summary>Whether none of these is passed.</summary>
    public bool IsWithin(int taps, int pages, int words, int pixels = int.MaxValue) =>
        this.taps <= taps && read.Count <= pages && Words <= words && this.pixels <= pixels;

    /// <summary>Everything that was counted, page by page, for whoever reads why a walk was too long.</summary>
    public override string ToString() =>
        $"{taps} taps, {read.Count} pages, {Words} words ({string.Join(", ", read.Select(page => $"{page.Page}: {page.Words}"))}), {pixels:0} pixels, "
        + $"{(taps * Tap) + (letters * Letter):0} s without thinking and without waiting";

    /// <summary>Comes to the page with this heading, and reads what can be seen of it.</summary>
    public async Task ReadAsync(string heading)
    {
        await visitor.ComesToAsync(heading);
        await ReadAsync(visitor.Page, heading);
    }

    public async Task ReadAsync(IPage page, string name) => Count(name, await page.EvaluateAsync<int>(SeenWords));

    /// <summary>Comes back to a page that was read, and reads the part of it that is new.</summary>
    public async Task ReadOnAsync(ILocator part)
    {
        await part.WaitForAsync();
        await visitor.LookAsync();
        var text = await part.InnerTextAsync();
        Count(text.Split('\n')[0], CountOf(text));
    }

    /// <summary>Comes back to a page that was read, which says in one line what was done.</summary>
    public async Task IsToldAsync(string done)
    {
        await visitor.IsToldAsync(done);
        Count(done, CountOf(done));
    }

    public Task PressAsync(string button) => TapAsync(visitor.Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last);

    public Task FollowAsync(string link) => TapAsync(visitor.Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    /// <summary>Follows a link of the header.</summary>
    public Task GoToAsync(string page) =>
        TapAsync(visitor.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = page, Exact = true }));

    public async Task TypeAsync(string label, string text)
    {
        await TapAsync(visitor.Main.GetByLabel(label, new() { Exact = true }));
        await visitor.Page.Keyboard.InsertTextAsync(text);
        letters += text.Length;
    }

    public async Task TapAsync(ILocator where)
    {
        await where.WaitForAsync();
        var before = await visitor.Page.EvaluateAsync<double>("() => scrollY");
        await where.ScrollIntoViewIfNeededAsync();
        pixels += Math.Abs(await visitor.Page.EvaluateAsync<double>("() => scrollY") - before);
        await where.ClickAsync();
        taps++;
    }

    private static int CountOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private void Count(string page, int words) => read.Add((page, words));
}
