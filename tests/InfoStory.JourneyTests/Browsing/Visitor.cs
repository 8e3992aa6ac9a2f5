using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>How somebody comes to the site: at a desk, on a phone 320 px wide, or on such a phone whose browser runs no scripts.</summary>
public enum Way
{
    Desktop,
    Phone,
    WithoutScripts,
}

/// <summary>
/// A person with a browser, who does by name what people do and looks at every page they come to. Anything the browser
/// complains of on the way, such as a breach of the content security policy, fails the next look. A page that is answered with a status of 400 or
/// more fails whatever is done next, unless the test says that it comes to that.
/// </summary>
public sealed class Visitor
{
    public const int Wide = 1280, Narrow = 320;

    private const string Loaded = "() => document.readyState === 'complete' || new Promise(done => addEventListener('load', () => done(true), { once: true }))";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<string> faults = [];
    private readonly Channel<(int Status, string Url)> refusals = Channel.CreateUnbounded<(int, string)>();
    private readonly Uri site;
    private Mirror? mirror;

    private Visitor(IBrowserContext context, IPage page, Uri site, Way way)
    {
        (Page, this.site, Way) = (page, site, way);
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => faults.Add($"A script failed: {error.Error}");
        context.Request += (_, request) => OnRequest(request);
        context.Response += (_, response) => OnResponse(response);
    }

    public IPage Page { get; }

    public Way Way { get; }

    public ILocator Main => Page.GetByRole(AriaRole.Main);

    public static async Task<Visitor> ComeAsync(IBrowser browser, Uri site, Way way)
    {
        var context = await browser.NewContextAsync(Options(site, way));
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        var visitor = new Visitor(context, await context.NewPageAsync(), site, way);
        if (way == Way.WithoutScripts) visitor.mirror = await Mirror.HangAsync(browser, site);
        return visitor;
    }

    /// <summary>Shuts every window of this visitor.</summary>
    /// <returns>What the browser complained of after the last look, and what was refused without anybody's noticing.</returns>
    public async Task<IReadOnlyList<string>> LeaveAsync()
    {
        while (refusals.Reader.TryRead(out var refusal)) faults.Add($"{refusal.Url} answered {refusal.Status}");
        await Page.Context.CloseAsync();
        if (mirror is not null) await mirror.TakeDownAsync();
        return faults;
    }

    /// <summary>Opens a page, which must be answered with this status.</summary>
    public async Task GoAsync(string path, int status = 200)
    {
        MustBeWelcome();
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Status == status, $"{path} answered {answer.Status}, not {status}");
        if (status >= 400) await IsRefusedAsync(status);
    }

    public async Task FollowAsync(string link)
    {
        MustBeWelcome();
        await Main.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
    }

    public async Task PressAsync(string button)
    {
        MustBeWelcome();
        await Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
    }

    public async Task FillAsync(string label, string text)
    {
        MustBeWelcome();
        await Main.GetByLabel(label, new() { Exact = true }).FillAsync(text);
    }

    public async Task SelectAsync(string label, string option)
    {
        MustBeWelcome();
        var field = Main.GetByLabel(label, new() { Exact = true }).First;
        if (await field.GetAttributeAsync("role") != "combobox")
        {
            await field.SelectOptionAsync(new SelectOptionValue { Label = option });
            return;
        }

        await field.FillAsync(option);
        await Main.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
    }

    /// <summary>Waits for the page with this heading, then looks at it.</summary>
    public async Task ComesToAsync(string heading, int status = 200)
    {
        if (status >= 400) await IsRefusedAsync(status);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await LookAsync();
    }

    public async Task SeesAsync(string words, int status = 200)
    {
        if (status >= 400) await IsRefusedAsync(status);
        await Assertions.Expect(Main.GetByText(words).First).ToBeVisibleAsync();
        MustBeWelcome();
    }

    /// <summary>Waits for a page that is answered with this status of 400 or more.</summary>
    public async Task IsRefusedAsync(int status)
    {
        using var patience = new CancellationTokenSource(Patience);
        var refusal = await refusals.Reader.ReadAsync(patience.Token);
        Assert.True(refusal.Status == status, $"{refusal.Url} answered {refusal.Status}, not {status}");
        await SettleAsync();
    }

    public Task DoesNotSeeAsync(string words) => Assertions.Expect(Page.GetByText(words)).ToHaveCountAsync(0);

    /// <summary>Sees the green box that says what was done, or on the desk the line.</summary>
    public async Task IsToldAsync(string done)
    {
        await Assertions.Expect(Page.Locator(".govuk-notification-banner--success .govuk-notification-banner__heading, .desk-flash__said"))
            .ToHaveTextAsync(new Regex($@"^{Regex.Escape(done)}(\. That was the last story here)?$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await LookAsync();
    }

    /// <summary>Sees the box that says what is wrong, which holds the focus, and goes by its link to the field.</summary>
    public async Task MendsAsync(string problem, string field, int status = 400)
    {
        await IsRefusedAsync(status);
        var summary = Page.Locator(".govuk-error-summary");
        await Assertions.Expect(summary.GetByRole(AriaRole.Heading)).ToHaveTextAsync("There is a problem");
        Assert.StartsWith("Error: ", await Page.TitleAsync(), StringComparison.Ordinal);
        if (Way != Way.WithoutScripts) await Assertions.Expect(summary).ToBeFocusedAsync();
        await LookAsync();

        await summary.GetByRole(AriaRole.Link, new() { Name = problem, Exact = true }).ClickAsync();

        await Assertions.Expect(Page.GetByLabel(field, new() { Exact = true }).First).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator(".govuk-error-message", new() { HasText = problem })).ToBeVisibleAsync();
    }

    /// <summary>No fault that axe knows, nothing wider than the window, and no complaint of the browser up to here.</summary>
    public async Task LookAsync()
    {
        await SettleAsync();
        var page = mirror is null ? Page : await mirror.ShowAsync(Page);
        MustBeWelcome();
        faults.AddRange(await Eyes.FaultsOfAsync(page));
        Assert.True(faults.Count == 0, $"{Page.Url} ({Way}): {string.Join("\n", faults)}");
    }

    /// <summary>Waits in the page itself: WaitForLoadStateAsync misses an event that comes while it begins to wait. Without scripts the mirror waits.</summary>
    public async Task SettleAsync()
    {
        await Assertions.Expect(Page.Locator("footer")).ToBeAttachedAsync();
        if (mirror is null) await Page.EvaluateAsync(Loaded);
    }

    private static BrowserNewContextOptions Options(Uri site, Way way) => new()
    {
        BaseURL = site.ToString(),
        Locale = "en-GB",
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = way != Way.WithoutScripts,
        ViewportSize = way == Way.Desktop ? new() { Width = Wide, Height = 900 } : new() { Width = Narrow, Height = 640 },
    };

    private void OnConsole(IConsoleMessage message)
    {
        // What the page itself was answered is seen in the page; what else could not be had is in OnResponse.
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            faults.Add($"The console says: {message.Text}");
    }

    private void OnRequest(IRequest request)
    {
        if (!site.IsBaseOf(new(request.Url)) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            faults.Add($"Asked another site for {request.Url}");
    }

    private void OnResponse(IResponse response)
    {
        if (response.Status < 400) return;

        if (response.Request.ResourceType == "document") refusals.Writer.TryWrite((response.Status, response.Url));
        else faults.Add($"{response.Url} answered {response.Status}");
    }

    private void MustBeWelcome()
    {
        if (refusals.Reader.TryPeek(out var refusal)) Assert.Fail($"{refusal.Url} answered {refusal.Status}, and nobody expected it");
    }
}
