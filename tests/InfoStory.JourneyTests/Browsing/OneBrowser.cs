using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Browsing;

/// <summary>
/// The Chromium that all journeys of this process use; every visitor has cookies, storage and windows of their own in it. It ends with the process,
/// whose pipe it hangs on. CHROMIUM names another than the one that is installed.
/// </summary>
internal static class OneBrowser
{
    private static readonly string[] Installed = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly Lazy<Task<IBrowser>> Launched = new(LaunchAsync);

    public static Task<IBrowser> Browser => Launched.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
                ? named
                : Installed.First(path => File.Exists(path) || path == Installed[^1]),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }
}
