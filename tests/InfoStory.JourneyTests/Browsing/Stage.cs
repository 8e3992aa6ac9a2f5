using InfoStory.People;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>One site and one Chromium for the tests of a class; every visitor has cookies of their own.</summary>
public class Stage : IAsyncLifetime
{
    private int staff;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Stage() : this(new JourneySite())
    {
    }

    protected Stage(JourneySite site) => Site = site;

    public JourneySite Site { get; }

    public virtual async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(20_000);
        Site.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public Task<Visitor> VisitorAsync(Way way = Way.Desktop) => Visitor.ComeAsync(browser!, Site.Url, way);

    /// <summary>An address of a new member of staff with these roles, whose password is <see cref="A.Password"/>.</summary>
    public async Task<string> StaffAsync(Roles roles)
    {
        var email = $"staff{++staff}@example.org";
        await Site.AddStaffAsync(email, roles);
        return email;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Site.DisposeAsync();
    }
}

/// <summary>A stage on which nobody works on the desk without a second factor.</summary>
public sealed class StrictStage() : Stage(new StrictJourneySite());
