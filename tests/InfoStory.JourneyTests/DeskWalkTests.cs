using InfoStory.CaseStudies;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>
/// How far it is for a publisher and for an administrator from signing in to what they came for, at 1280 × 900. The limits are those of docs/desk.md.
/// </summary>
public sealed class DeskWalkTests(EveningStage stage) : IClassFixture<EveningStage>
{
    [Fact]
    public async Task A_publisher_publishes_one_story_and_schedules_the_next_for_friday_at_eight()
    {
        var first = await stage.Site.Given(Ready("Three calls about one key"));
        var second = await stage.Site.Given(Ready("Four calls about one lamp").Scored(Criticality.Wasted));
        var publisher = await stage.VisitorAsync();
        var walk = await SignInAsync(publisher, Roles.Moderator | Roles.Publisher);

        await walk.ReadAsync("Queue");
        await walk.TapAsync(publisher.Main.GetByRole(AriaRole.Link, new() { Name = first.Reference }));
        await walk.ReadAsync("Three calls about one key");
        await walk.PressAsync("Start a case study");
        await walk.ReadAsync("Three calls about one key");
        var preview = await publisher.Page.Context.RunAndWaitForPageAsync(() => walk.PressAsync("Preview"));
        await Assertions.Expect(preview.GetByRole(AriaRole.Main).GetByText("Passed back and forth").First).ToBeVisibleAsync();
        await walk.ReadAsync(preview, "Preview");
        await preview.CloseAsync();
        await AnswerAsync(publisher, walk);
        await walk.PressAsync("Publish now");
        await walk.IsToldAsync("Published. Everyone can read it now");
        await walk.GoToAsync("Queue");
        await walk.ReadAsync("Queue");
        await walk.TapAsync(publisher.Main.GetByRole(AriaRole.Link, new() { Name = second.Reference }));
        await walk.ReadAsync("Four calls about one lamp");
        await walk.PressAsync("Start a case study");
        await walk.ReadAsync("Four calls about one lamp");
        await AnswerAsync(publisher, walk);
        await walk.TapAsync(publisher.Main.Locator(".desk-actions button", new() { HasText = "Publish on Friday" }));
        await walk.IsToldAsync("Saved. It will be published by itself");
        await publisher.SeesAsync("Will be published Friday");

        Assert.True(walk.IsWithin(taps: 21, pages: 10, words: 1_600, pixels: 3_750), walk.ToString());
        stage.Site.Clock.Advance(TimeSpan.FromHours(12));
        await stage.Site.Get<CaseStudySchedule>().RunAsync(CancellationToken.None);
        var reader = await stage.VisitorAsync();
        await new LibraryPages(reader).OpenAsync();
        await reader.SeesAsync("Three calls about one key");
        await reader.SeesAsync("Four calls about one lamp");
    }

    [Fact]
    public async Task An_administrator_looks_over_it_all_invites_somebody_adds_a_word_and_proposes_to_switch_a_rule_off()
    {
        var administrator = await stage.VisitorAsync();
        var walk = await SignInAsync(administrator, Roles.Administrator);

        await walk.ReadAsync("Overview");
        await walk.GoToAsync("Staff");
        await walk.ReadAsync("Staff");
        await walk.FollowAsync("Invite somebody");
        await walk.ReadAsync("Invite somebody");
        await walk.TypeAsync("Email address", "invited@example.org");
        await walk.TapAsync(administrator.Main.GetByLabel("Moderator", new() { Exact = true }));
        await walk.PressAsync("Invite");
        await walk.IsToldAsync("Invited. Pass the link on to them yourself");
        await walk.GoToAsync("Tags");
        await walk.ReadAsync("Tags");
        await walk.TypeAsync("Name or other words", "out-of-hours");
        await walk.PressAsync("Find");
        await walk.ReadAsync("Tags");
        await walk.FollowAsync("Out-of-hours gap");
        await walk.ReadAsync("Out-of-hours gap");
        await walk.TypeAsync("Other words for it", "at night");
        await walk.PressAsync("Save");
        await walk.IsToldAsync("Saved. Links to every name it had go on working");
        await walk.GoToAsync("Rules");
        await walk.ReadAsync("Rules");
        await walk.FollowAsync("Switch off spam.shouted");
        await walk.ReadOnAsync(administrator.Main.Locator("section#propose"));
        await walk.TypeAsync("Why should it be switched off?", "Every flag is dismissed.");
        await walk.PressAsync("Propose it");
        await walk.IsToldAsync("Proposed to switch off: spam.shouted. It stays on until another administrator confirms that");

        Assert.True(walk.IsWithin(taps: 18, pages: 12, words: 1_630, pixels: 2_200), walk.ToString());
    }

    [Fact]
    public async Task A_publisher_fills_all_sections_brings_former_words_back_previews_and_schedules()
    {
        if (WorkingDays.IsOpen(stage.Site.Clock.UtcNow)) stage.Site.Clock.Advance(TimeSpan.FromHours(12));
        var story = await stage.Site.Given(Ready("Five calls about one lantern").Scored(Criticality.Wasted));
        var publisher = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher);
        await new DeskPages(publisher).OpenAsync(story.Reference, "Five calls about one lantern");
        await publisher.PressAsync("Start a case study");
        var learning = publisher.Main.GetByLabel(Sections[^1], new() { Exact = true });

        foreach (var section in Sections) await publisher.FillAsync(section, $"A worker rang and began again each time. {section}.");
        await publisher.Main.GetByText("Numbers, quotes and headings").ClickAsync();
        await publisher.SelectAsync("For whom", "The person");
        foreach (var (field, typed) in Figure) await publisher.FillAsync(field, typed);
        await publisher.FillAsync("Quote 1 (optional)", "began again each time");
        await publisher.PressAsync("Save draft");
        await publisher.IsToldAsync("Saved");
        await learning.FillAsync("Ask nobody.");
        await publisher.PressAsync("Save draft");
        await publisher.IsToldAsync("Saved");

        await publisher.FollowAsync("Revisions");
        await publisher.SeesAsync("Revision 3");
        await publisher.LookAsync();
        await publisher.FollowAsync("Revision 2");
        await Assertions.Expect(publisher.Main.Locator(".desk-told ins").First).ToContainTextAsync("Ask nobody.");
        await publisher.LookAsync();
        await publisher.PressAsync("Put these words into the boxes");
        await publisher.SeesAsync("The words of revision 2 are in the boxes. They are not saved yet.");
        await publisher.LookAsync();
        await publisher.PressAsync("Save draft");
        await publisher.IsToldAsync("Saved");
        await publisher.FollowAsync("Revisions");
        await publisher.SeesAsync("Revision 2 restored: What others can learn");
        await publisher.Page.Locator(".govuk-back-link").ClickAsync();

        await learning.FillAsync("Ask the ward.");
        await publisher.SeesAsync("It is not saved yet");
        var preview = await publisher.Page.Context.RunAndWaitForPageAsync(() => publisher.PressAsync("Preview"));
        await Assertions.Expect(preview.Locator("article .info-case__body h2")).ToHaveTextAsync(Sections);
        await Assertions.Expect(preview.Locator("article")).ToContainTextAsync("Ask the ward.");
        await preview.CloseAsync();

        await new DeskPages(publisher).AnswerAsync("Nobody is named.");
        await publisher.Main.Locator(".desk-actions button", new() { HasText = "Publish on" }).ClickAsync();
        await publisher.IsToldAsync("Saved. It will be published by itself");
        await publisher.SeesAsync("Will be published");
        await Assertions.Expect(learning).ToHaveValueAsync("Ask the ward.");
        // The walk beside this one counts what stands in the queue.
        await stage.Site.Get<Withdrawal>().WithdrawAsync(story.Id, default);
    }

    private static readonly string[] Sections =
    [
        "The story", "The place and what was needed", "Who worked together", "What was not shared", "What stood in the way", "What they did", "What changed",
        "What still isn’t fixed", "What others can learn",
    ];

    private static readonly (string Field, string Typed)[] Figure =
        [("What it counts", "Wait for a lantern"), ("Now", "2"), ("Unit", "days"), ("Period", "2026"), ("Source", "The ward")];

    private static StoryBuilder Ready(string title) =>
        A.Story().Titled(title).PublicText("A worker rang and began again each time.").About("Housing", "Leeds").Tagged("Passed back and forth").Ready();

    private async Task<Walk> SignInAsync(Visitor staff, Roles roles)
    {
        var walk = new Walk(staff);
        await staff.GoAsync("/sign-in");
        await walk.ReadAsync("Staff sign in");
        await walk.TypeAsync("Email address", await stage.StaffAsync(roles));
        await walk.TypeAsync("Password", A.Password);
        await walk.PressAsync("Sign in");
        return walk;
    }

    /// <summary>Answers that nobody could find out who it is.</summary>
    private static async Task AnswerAsync(Visitor publisher, Walk walk)
    {
        foreach (var thought in DeskPages.Intruders) await walk.TapAsync(publisher.Main.GetByLabel(thought));
        await walk.TypeAsync("Why could nobody find out?", "Nobody is named, and no month.");
    }
}
