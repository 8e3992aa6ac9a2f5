using InfoStory.Campaigns;
using InfoStory.Data.Access;
using InfoStory.Places;
using InfoStory.Web.Staff;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>What administrators look after, in every appearance.</summary>
public sealed class AppearanceOfAdministrationTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task Campaigns_invitations_and_entering_a_story()
    {
        var administrator = await stage.VisitorAsync();
        await new DeskPages(administrator).SignInAsync(await stage.StaffAsync(Roles.Administrator | Roles.Moderator));
        await administrator.ComesToAsync("Overview");
        await administrator.GoAsync("/moderation/campaigns/new");
        await administrator.PressAsync("Open the campaign");
        await administrator.MendsAsync("Give the campaign a name", "Name");
        await administrator.LookEveryWayAsync();
        var places = await stage.Site.Get<PlaceCatalogue>().AllAsync(CancellationToken.None);
        var slug = await stage.Site.Get<CampaignEditing>().CreateAsync(
            new()
            {
                Name = "What is yours?",
                Hashtag = "#InfoStory",
                Summary = "Tell us.",
                FirstDay = new(2026, 1, 1),
                LastDay = new(2099, 12, 31),
                FirstPrompt = "How many times?",
                Places = [places[0].Id, places[^1].Id]
            },
            A.Administrator(), CancellationToken.None);
        var code = await stage.Site.Get<Invitations>().CreateAsync(
            new() { Name = "Workshop", LastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(9) },
            A.Moderator(), CancellationToken.None);

        foreach (var page in new[]
        {
            $"/campaigns/{slug}", $"/i/{code}", "/moderation/campaigns", $"/moderation/campaigns/{slug}", "/moderation/invitations",
            "/moderation/invitations/new", $"/moderation/invitations/{code}", "/moderation/rules", "/moderation/enter"
        })
            await administrator.LookAtAsync(page);
        await administrator.PressAsync("Enter the story");
        await administrator.IsRefusedAsync(400);
        await administrator.LookEveryWayAsync();
        await administrator.Main.GetByLabel("On paper").CheckAsync();
        await administrator.FillAsync("Words as told", "Told.");
        await administrator.Main.GetByLabel("Only the InfoStory team").CheckAsync();
        await administrator.Main.GetByLabel("I have read these sentences to the teller and they agreed").CheckAsync();
        await administrator.PressAsync("Enter the story");
        await administrator.ComesToAsync("The story is entered");

        await administrator.LookEveryWayAsync();
        await administrator.LookAtAsync("/moderation/enter/slip");
    }

    [Fact]
    public async Task Replies_and_a_story_on_which_they_are_used()
    {
        var story = await stage.Site.Given(A.Story().InReview());
        var administrator = await DeskPages.SignedInAsync(stage, Roles.Administrator | Roles.Moderator);
        foreach (var page in new[] { "", "/new", "/4" }) await administrator.LookAtAsync("/moderation/replies" + page);
        await administrator.FillAsync("Text", "A gap [that is left open.");
        await administrator.PressAsync("Save");
        await administrator.MendsAsync("Begin each gap with [ and end it with ], and say between them what goes there", "Text");
        await administrator.LookEveryWayAsync();

        await administrator.GoAsync($"/moderation/stories/{story.Reference}");
        await new DeskPages(administrator).OpenPartAsync("Decline");
        await administrator.SelectAsync("Start from a reply to decline", "Not in English, and nobody could read it");
        await administrator.PressAsync("Use this reply to decline");
        await administrator.PressAsync("Decline");
        await administrator.MendsAsync("Write something in place of “[the language]”, or take it out", "Reason");
        await administrator.LookEveryWayAsync();
        await administrator.PressAsync("Read the reason as the author will");
        await administrator.SeesAsync("Thank you for telling us. We will not publish your story.");
        await administrator.LookEveryWayAsync();
        await new DeskPages(administrator).OpenPartAsync("Messages");
        await administrator.SelectAsync("Start from a reply to ask", "Roughly when it happened");
        await administrator.PressAsync("Use this reply to ask");
        await administrator.PressAsync("Read the question as the author will");
        await administrator.SeesAsync("It is your turn: we have a question");

        await administrator.LookEveryWayAsync();
    }

    [Fact]
    public async Task Looking_after_tags()
    {
        for (var number = 0; number < 11; number++)
            await stage.Site.Given(A.Story().Titled($"A title of some length, number {number}").Tagged("Trust", "Time").Published());
        var administrator = await DeskPages.SignedInAsync(stage, Roles.Administrator | Roles.Moderator);
        await administrator.GoAsync("/moderation/tags/new");
        await administrator.PressAsync("Add the tag");
        await administrator.MendsAsync("Give the tag a name", "Name");
        await administrator.LookEveryWayAsync();
        foreach (var page in new[] { "", "/trust", "/trust/merge", "/trust/parts" }) await administrator.LookAtAsync("/moderation/tags" + page);
        await administrator.PressAsync("Split it");
        await administrator.IsRefusedAsync(400);
        await administrator.LookEveryWayAsync();
        await administrator.FillAsync("New tags", "Fear of blame\nRivalry between services and the people who lead them");
        await administrator.PressAsync("Split it");
        await administrator.ComesToAsync("What still carries “Trust”");
        await administrator.LookEveryWayAsync();
        await administrator.Main.GetByRole(AriaRole.Group).First.GetByLabel("Fear of blame").PressAsync(" ");
        await administrator.Main.GetByRole(AriaRole.Group).First.GetByLabel("None of these").PressAsync(" ");
        await administrator.PressAsync("Save these");
        await administrator.IsRefusedAsync(400);
        await administrator.LookEveryWayAsync();

        foreach (var page in new[] { "/moderation/tags", "/moderation/tags/trust", "/case-studies?barrier=trust" }) await administrator.LookAtAsync(page);
    }

    [Fact]
    public async Task Staff_accounts_and_second_factors()
    {
        var administrator = await stage.VisitorAsync();
        var email = await stage.StaffAsync(Roles.Administrator | Roles.Moderator);
        await new DeskPages(administrator).SignInAsync(email);
        await administrator.ComesToAsync("Overview");
        await administrator.LookAtAsync("/moderation/staff");
        await administrator.LookAtAsync("/moderation/staff/new");
        await administrator.GoAsync("/moderation/staff/new");
        await administrator.PressAsync("Invite");
        await administrator.MendsAsync("Enter an email address in the right form, such as name@example.org", "Email address");
        await administrator.LookEveryWayAsync();
        await administrator.FillAsync("Email address", "a-very-long-name-for-an-address-of-somebody@a-long-name-for-a-domain.example.org");
        await administrator.Main.GetByLabel("Publisher").CheckAsync();
        await administrator.PressAsync("Invite");
        await administrator.IsToldAsync("Invited. Pass the link on to them yourself");
        await administrator.LookEveryWayAsync();

        foreach (var page in new[] { "/account/second-factor", "/account/second-factor/app", "/account/second-factor/recovery-codes" })
            await administrator.LookAtAsync(page);
        await administrator.GoAsync("/account/second-factor/app");
        await administrator.FillAsync(
            "Code from the app", DeskPages.CodeOf(DeskPages.KeyOf(await administrator.Main.Locator("strong.desk-address").InnerTextAsync())));
        await administrator.PressAsync("Set up the app");
        await administrator.ComesToAsync("Your recovery codes");
        await administrator.LookEveryWayAsync();
        await administrator.LookAtAsync("/account/second-factor");
        var id = (await stage.Site.Get<StaffAccounts>().FindAsync(email)).Id;
        await administrator.LookAtAsync($"/moderation/staff/{id}");

        var halfway = await stage.VisitorAsync();
        await new DeskPages(halfway).SignInAsync(email);
        await halfway.ComesToAsync("Show that it is you");
        await halfway.PressAsync("Continue");
        await halfway.MendsAsync("This code is not right, or was used already. Wait for the next one in your app", "Code from your authenticator app");
        await halfway.LookEveryWayAsync();
    }

    [Fact]
    public async Task Choosing_a_password()
    {
        var accounts = stage.Site.Get<StaffAccounts>();
        var link = await accounts.PasswordLinkAsync(await accounts.AddAsync("new@example.org", Roles.Moderator));
        var staff = await stage.VisitorAsync();
        await staff.LookAtAsync(new Uri(link).PathAndQuery);

        await staff.FillAsync("New password", "short");
        await staff.FillAsync("New password again", "other");
        await staff.PressAsync("Save password");

        await staff.IsRefusedAsync(400);
        await staff.LookEveryWayAsync();
    }
}
