using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>
/// Photographs the site with its demonstration content: five pictures for the README and docs, or every template for whoever works on the styles. Started with
/// "thumb" it measures how long a story takes to tell instead.
/// </summary>
internal sealed class Pictures() : Stage(new DemonstrationSite())
{
    /// <summary>The width of A4 at 96 dots per inch.</summary>
    private const int Paper = 794;

    public static async Task Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var pictures = new Pictures();
        try
        {
            await pictures.InitializeAsync();
            await (args is ["thumb"] ? new Thumb(pictures).RunAsync(Console.Out)
                : args is ["all", var folder] ? pictures.TakeAllAsync(folder)
                : pictures.TakeFewAsync(args is [var one] ? one : Path.Combine(Repository.Root, "docs", "pictures")));
        }
        finally
        {
            await pictures.DisposeAsync();
        }
    }

    private async Task TakeFewAsync(string folder)
    {
        var reader = await VisitorAsync();
        await TakeAsync(reader, "/", Path.Combine(folder, "home.png"));
        await TakeAsync(reader, "/case-studies/home-on-a-friday-and-nobody-told", Path.Combine(folder, "case-study.png"));
        await TakeAsync(reader, "/case-studies/home-on-a-friday-and-nobody-told", Path.Combine(folder, "what-came-of-it.png"), from: "#asks");

        var author = await VisitorAsync(Way.Phone);
        await TakeAsync(author, "/share/story", Path.Combine(folder, "share.png"));

        var staff = await SignedInAsync();
        await TakeAsync(staff, $"/moderation/stories/{await FirstAsync(StoryState.InReview)}?open=true", Path.Combine(folder, "desk.png"));
    }

    private async Task TakeAllAsync(string folder)
    {
        var author = await VisitorAsync();
        foreach (var page in new[]
        {
            "/", "/about", "/privacy", "/accessibility", "/case-studies", "/case-studies?words=told%20story", "/case-studies?words=xyzzy&kind=fix-we-made",
            "/case-studies/home-on-a-friday-and-nobody-told", "/share", "/share/story", "/share/sent", "/my-story", "/my-story/taken-back", "/sign-in",
        }) await TakeEveryWayAsync(author, page, folder);
        foreach (var (page, status) in new[]
        {
            ("/case-studies?words=...", 400), ("/no-such-page", 404), ("/error/410", 410), ("/error/500", 500), ("/share/check", 404),
            ("/sign-in/choose-password", 410),
        }) await TakeEveryWayAsync(author, page, folder, status: status);

        var share = new SharePages(author);
        await share.AnswerAllAsync("I rang six times for one key. Each time I began again from the start, and Mrs Okafor told me to ring 07700 900123.");
        foreach (var page in new[] { "kind", "hand-offs", "missing", "teller", "where", "when", "hears", "permission", "contact", "more", "cleared", "check" })
            await TakeEveryWayAsync(author, $"/share/{page}", folder);
        await author.GoAsync("/share/check");
        await share.SendAsync();
        await TakeEveryWayAsync(author, null, folder, "sent");
        foreach (var state in Enum.GetValues<StoryState>())
        {
            var mine = await VisitorAsync();
            await mine.GoAsync("/my-story");
            await new MyStoryPages(mine).EnterAsync((await Site.Given(A.Story().Titled("Three calls for one answer").In(state))).Receipt.ToString());
            await mine.SeesAsync("Reference");
            await TakeEveryWayAsync(mine, null, folder, $"my-story-{state}");
            if (state == StoryState.Published) await TakeEveryWayAsync(mine, "/my-story/open/take-back", folder);
        }

        var staff = await SignedInAsync();
        foreach (var page in new[]
        {
            "/moderation", "/moderation?state=published", "/moderation/case-studies",
            $"/moderation/case-studies/{await Site.Get<InfoStoryContext>().CaseStudies.MinAsync(study => study.Id)}", "/account",
            $"/moderation/stories/{await FirstAsync(StoryState.InReview)}",
            $"/moderation/stories/{await FirstAsync(StoryState.Received)}", $"/moderation/stories/{await FirstAsync(StoryState.OnHold)}",
        }) await TakeEveryWayAsync(staff, page, folder);

        var contested = await Site.Given(A.Story().Titled("Lost letters").InReview());
        await staff.GoAsync($"/moderation/stories/{contested.Reference}");
        await Site.Get<Review>().SaveAsync(
            contested.Reference, new() { Revision = 2, PublicTitle = "Lost post", PublicText = "The text of a colleague." },
            A.Moderator(), CancellationToken.None);
        await new DeskPages(staff).WriteAsync("Lost letters", "My own text.");
        await staff.PressAsync("Save");
        await staff.ComesToAsync("Two versions of Lost post", 409);
        await TakeEveryWayAsync(staff, null, folder, "conflict");
    }

    private static async Task TakeEveryWayAsync(Visitor visitor, string? path, string folder, string? name = null, int status = 200)
    {
        if (path is not null) await visitor.GoAsync(path, status);
        await visitor.SettleAsync();
        name ??= path == "/" ? "home" : string.Concat(path!.Trim('/').Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'));
        string File(string how) => Path.Combine(folder, $"{name}-{how}.png".ToLowerInvariant());
        foreach (var width in new[] { Visitor.Wide, Visitor.Narrow })
        {
            await visitor.Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visitor.Page.ScreenshotAsync(new() { Path = File($"{width}-{scheme}"), FullPage = true });
            }
        }

        await visitor.Page.SetViewportSizeAsync(Paper, 1123);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
        await visitor.Page.ScreenshotAsync(new() { Path = File("print"), FullPage = true });
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await visitor.Page.SetViewportSizeAsync(Visitor.Wide, 900);
    }

    /// <param name="from">What is to be at the top of the picture.</param>
    private static async Task TakeAsync(Visitor visitor, string path, string file, string from = "body")
    {
        await visitor.GoAsync(path);
        await visitor.Page.EvalOnSelectorAsync(from, "part => part.scrollIntoView()");
        await visitor.Page.ScreenshotAsync(new() { Path = file });
    }

    private async Task<Visitor> SignedInAsync()
    {
        var staff = await VisitorAsync();
        await new DeskPages(staff).SignInAsync(await StaffAsync(Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead));
        await staff.ComesToAsync("Queue");
        return staff;
    }

    private async Task<string> FirstAsync(StoryState state) =>
        (await Site.Get<StoryQueue>().ListAsync(new() { State = state }, A.Moderator(), null, CancellationToken.None)).Rows[0].Reference;
}
