using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>The desk as staff use it.</summary>
public sealed class DeskPages(Visitor visitor)
{
    /// <summary>Who a publisher thinks of before anything is published.</summary>
    public static readonly string[] Intruders =
    [
        "People who know them: family, neighbours, colleagues", "The service and its managers", "Search engines, local news, social media",
        "Our other case studies, read beside this one",
    ];

    /// <summary>A new member of staff with these roles, before the queue.</summary>
    public static async Task<Visitor> SignedInAsync(Stage stage, Roles roles, Way way = Way.Desktop)
    {
        var staff = await stage.VisitorAsync(way);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(roles));
        await staff.ComesToAsync(HomeOf(roles));
        return staff;
    }

    /// <summary>The heading of the page on which somebody with these roles begins.</summary>
    public static string HomeOf(Roles roles) => roles.HasFlag(Roles.Administrator) ? "Overview" : "Queue";

    public async Task SignInAsync(string email, string password = A.Password)
    {
        await visitor.GoAsync("/sign-in");
        await visitor.ComesToAsync("Staff sign in");
        await EnterAsync(email, password);
    }

    public async Task EnterAsync(string email, string password)
    {
        await visitor.FillAsync("Email address", email);
        await visitor.FillAsync("Password", password);
        await visitor.PressAsync("Sign in");
    }

    /// <summary>The key that the page shows for an authenticator app (base32, RFC 4648).</summary>
    public static byte[] KeyOf(string shown)
    {
        var bits = string.Concat(shown.Where(char.IsAsciiLetterOrDigit).Select(letter => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter).ToString("b5")));
        return [.. bits.Chunk(8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }

    /// <summary>What an app with this key shows now.</summary>
    public static string CodeOf(byte[] key) => AuthenticatorApp.CodeAt(key, TimeProvider.System.GetUtcNow().UtcDateTime);

    public async Task OpenFromQueueAsync(string reference)
    {
        await visitor.ComesToAsync("Queue");
        await visitor.Main.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
    }

    public async Task OpenAsync(string reference, string heading)
    {
        await visitor.GoAsync($"/moderation/stories/{reference}");
        await visitor.ComesToAsync(heading);
    }

    public async Task WriteAsync(string title, string text)
    {
        await visitor.FillAsync("Public title", title);
        await visitor.FillAsync("Public text", text);
    }

    /// <summary>Opens a part of a story's screen: a tab where scripts run, a link to it where they do not.</summary>
    public Task OpenPartAsync(string part) => visitor.Main.Locator(".desk-panels__tab", new() { HasText = part }).ClickAsync();

    /// <summary>Sees what was decided above whatever comes next, which is the next story or the queue.</summary>
    public async Task HasDecidedAsync(string done)
    {
        await Assertions.Expect(visitor.Page.Locator(".desk-flash__said")).ToContainTextAsync(done);
        await visitor.LookAsync();
    }

    /// <summary>Answers that nobody could find out who a case study is about.</summary>
    public async Task AnswerAsync(string why)
    {
        if (!await visitor.Main.GetByLabel(Intruders[0]).IsVisibleAsync()) await visitor.Main.Locator("summary", new() { HasText = "Answer it" }).ClickAsync();
        foreach (var one in Intruders) await visitor.Main.GetByLabel(one).CheckAsync();
        await visitor.FillAsync("Why could nobody find out?", why);
    }

    public async Task TagAsync(string facet, string tag)
    {
        await OpenPartAsync("Tags");
        await visitor.Main.Locator("summary", new() { HasText = facet }).ClickAsync();
        await visitor.Main.GetByLabel(tag, new() { Exact = true }).CheckAsync();
    }
}
