using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>One story on the desk at 1280 × 900: the page is no higher than the window, and every part of it is in sight.</summary>
public sealed class OneScreenTests(Stage stage) : IClassFixture<Stage>
{
    private const string Called = "Marek Nowak of the ward rang me on 07700 900123 on 3 May 2026, and his sister Joan Whitfield wrote to joan@example.org. ";

    private static readonly string[] Parts =
    [
        ".desk-bar h1", ".desk-bar .info-state", ".desk-bar time", ".desk-bar__place", "[data-key=j]", "[data-key=k]", ".desk-bar .govuk-back-link",
        ".desk-story__told", "#form-publictitle", "#form-publictext", ".desk-panels__list", "[role=tabpanel]:not([hidden])", ".desk-missing",
        ".desk-score__row", "#form-kind", "#form-service", "#form-place", "#flags", ".desk-consents", ".desk-actions", "[data-key=a]", "[data-key=s]",
        "[data-key=h]", "[data-key=d]", "[data-key=q]", "[data-key=p]",
    ];

    private const string Outside = """
        parts => parts.filter(part => {
            const box = document.querySelector(part)?.getBoundingClientRect();
            return !box || box.height < 12 || box.top < 0 || box.left < 0 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1;
        })
        """;

    private const string Higher = "() => Math.max(0, document.documentElement.scrollHeight - innerHeight)";

    [Theory]
    [InlineData(220)]
    [InlineData(5_000)]
    public async Task A_story_is_read_and_decided_without_scrolling_the_page(int words)
    {
        var told = Called + string.Join(' ', Enumerable.Repeat("and then nobody rang back", words / 5));
        var story = await stage.Site.Given(A.Story().Told(Called).PublicText(Called + "Nobody rang.").About("Housing", "Leeds").InReview());
        // Longer than anybody may tell today, as an old story may be.
        await stage.Site.Get<InfoStoryContext>().Database.ExecuteSqlAsync($"UPDATE Stories SET Told = {told} WHERE Reference = {story.Reference}");
        await WriteAsync(story.Id, false, "Was it in winter?");
        await WriteAsync(story.Id, false, "Who rang whom?");
        await WriteAsync(story.Id, true, "It was in May, and I rang them.");
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher | Roles.SafeguardingLead | Roles.Administrator);

        await staff.GoAsync($"/moderation/stories/{story.Reference}?state=inreview");

        await staff.SeesAsync("It was in May, and I rang them.");
        await Assertions.Expect(staff.Main.Locator(".desk-story__told mark").First).ToHaveTextAsync("Marek Nowak");
        await Assertions.Expect(staff.Main.Locator(".info-marks__mark").First).ToHaveTextAsync("Marek Nowak");
        Assert.True(await staff.Main.Locator("[name='Form.Flags']").CountAsync() >= 6);
        await IsWholeAsync(staff);
        foreach (var part in (string[])["Tags", "Decline", "Notes", "History"])
        {
            await new DeskPages(staff).OpenPartAsync(part);
            await IsWholeAsync(staff);
        }

        await staff.LookEveryWayAsync();
    }

    [Fact]
    public async Task A_save_leaves_panes_focus_and_the_open_part_as_they_were()
    {
        var story = await stage.Site.Given(A.Story().Told(string.Concat(Enumerable.Repeat("Nobody rang back. ", 300))).PublicText("Nobody rang.").InReview());
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");
        await new DeskPages(staff).OpenPartAsync("Notes");
        var (told, title) = (staff.Main.Locator(".desk-story__told"), staff.Main.GetByLabel("Public title", new() { Exact = true }));
        await told.EvaluateAsync("pane => pane.scrollTop = 150");

        await title.FillAsync("Nobody rang back");
        await title.PressAsync("Enter");

        await staff.IsToldAsync("Saved");
        await Assertions.Expect(title).ToBeFocusedAsync();
        Assert.Equal(150, await told.EvaluateAsync<int>("pane => pane.scrollTop"));
        await Assertions.Expect(staff.Main.GetByLabel("Private note")).ToBeVisibleAsync();
        await IsWholeAsync(staff, Parts.Except([".desk-bar__place"]));
        await title.FillAsync("Nobody at all");
        await title.PressAsync("Control+s");
        await staff.ComesToAsync("Nobody at all");
        await Assertions.Expect(title).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_scripts_the_same_screen_scrolls_only_its_panes_and_every_part_is_a_link_away()
    {
        var story = await stage.Site.Given(A.Story().Told(Called).PublicText("Nobody rang.").InReview());
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator, Way.WithoutScripts);
        await staff.Page.SetViewportSizeAsync(Visitor.Wide, 900);
        await staff.GoAsync($"/moderation/stories/{story.Reference}");

        foreach (var part in (string[])["Tags", "Messages", "Decline", "Notes", "History"])
        {
            await new DeskPages(staff).OpenPartAsync(part);
            await Assertions.Expect(staff.Main.Locator($"#tab-{part.ToLowerInvariant()}")).ToBeInViewportAsync();
        }

        await Assertions.Expect(staff.Main.Locator("[data-key=a]")).ToBeInViewportAsync();
        await Assertions.Expect(staff.Page.Locator(".info-footer")).ToBeInViewportAsync();
    }

    private static async Task IsWholeAsync(Visitor staff, IEnumerable<string>? parts = null)
    {
        Assert.Equal(0, await staff.Page.EvaluateAsync<int>(Higher));
        Assert.Empty(await staff.Page.EvaluateAsync<string[]>(Outside, (parts ?? Parts).ToArray()));
    }

    private async Task WriteAsync(Id<Story> story, bool fromAuthor, string words)
    {
        var db = stage.Site.Get<InfoStoryContext>();
        var at = new DateTime(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
        db.Messages.Add(new() { StoryId = story, FromAuthor = fromAuthor, Text = words, By = fromAuthor ? null : "a@example.org", At = at });
        await db.SaveChangesAsync();
    }
}
