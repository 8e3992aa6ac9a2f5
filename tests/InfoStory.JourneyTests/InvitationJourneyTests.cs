using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class InvitationJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task Somebody_follows_the_poster_of_a_workshop_and_shares_a_story(Way way)
    {
        var staff = await SignedInAsync(way);
        var invitations = new InvitationPages(staff);
        var name = $"Workshop {way}";
        var link = new Uri(await invitations.MakeAsync(name, "Leeds", "Housing"));
        await invitations.SeesCountAsync(name, "none yet");

        var author = await stage.VisitorAsync(way);
        var share = new SharePages(author);
        await author.GoAsync(link.AbsolutePath);
        await author.ComesToAsync(InvitationPages.Invited);
        await author.SeesAsync("Leeds");
        await author.PressAsync("Start your story");
        await author.ComesToAsync(SharePages.WhatHappened);
        await author.GoAsync("/share/where");
        if (way == Way.WithoutScripts) await Assertions.Expect(author.Page.GetByLabel("Council area").Locator("option:checked")).ToHaveTextAsync("Leeds");
        else await Assertions.Expect(author.Page.GetByLabel("Council area").First).ToHaveValueAsync("Leeds");
        await share.AnswerAllAsync("I saw your poster and had six calls to tell of.");
        await share.SendAsync();

        await invitations.SeesCountAsync(name, "fewer than 5");
        await invitations.CloseAsync();
        await author.GoAsync(link.AbsolutePath, 410);
        await author.ComesToAsync(InvitationPages.Ended);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_story_told_by_telephone_is_entered_and_its_slip_is_shown_until_the_teller_has_it(Way way)
    {
        var staff = await SignedInAsync(way);
        await staff.GoAsync("/moderation/enter");
        await staff.ComesToAsync("Enter a story");
        await staff.FillAsync("Words as told", "She rang six times.");
        await Step(staff, 1).GetByLabel("What happened?").FillAsync("They rang off.");
        await staff.PressAsync("Add another step");
        await Step(staff, 2).GetByLabel("What happened?").FillAsync("Typed by mistake.");
        await staff.PressAsync("Add another step");
        await Step(staff, 3).GetByLabel("What happened?").FillAsync("Sent to another office.");
        await Step(staff, 3).GetByRole(AriaRole.Group, new() { Name = "Did you have to tell your story again?" }).GetByLabel("Yes").CheckAsync();
        await staff.PressAsync("Remove step 2");
        await staff.FillAsync("What did someone need to know?", "The new address");
        await staff.Main.GetByLabel("Who most needs to hear it").SelectOptionAsync("Councillors");
        await staff.PressAsync("Enter the story");
        await staff.MendsAsync("Choose how the story was told", "By telephone");
        await staff.Main.GetByLabel("By telephone").CheckAsync();
        await staff.Main.GetByLabel(ConsentWording.Of(Audience.Training).Question).CheckAsync();
        await staff.Main.GetByLabel("I have read these sentences to the teller and they agreed").CheckAsync();
        await staff.PressAsync("Enter the story");

        await staff.ComesToAsync("The story is entered");
        var words = await staff.Main.Locator(".desk-slip__words li").AllInnerTextsAsync();
        var reference = await staff.Main.Locator(".desk-slip .info-reference").InnerTextAsync();
        await Assertions.Expect(staff.Main.GetByRole(AriaRole.Button, new() { Name = "Print the slip" })).ToHaveCountAsync(way == Way.WithoutScripts ? 0 : 1);
        await staff.Page.ReloadAsync();
        await staff.ComesToAsync("The story is entered");
        await staff.PressAsync("The teller has it");
        await staff.GoAsync("/moderation/enter/slip");
        await staff.ComesToAsync("This slip is gone");
        await staff.DoesNotSeeAsync(reference);

        await staff.GoAsync($"/moderation/stories/{reference}");
        await staff.ComesToAsync(reference);
        await staff.SeesAsync("entered by you, by telephone");
        await staff.SeesAsync("Told twice.");
        await staff.SeesAsync("2. told it again · Sent to another office.");
        await staff.SeesAsync("The new address");
        await staff.SeesAsync("Councillors");
        await staff.DoesNotSeeAsync("Typed by mistake.");
        var teller = await stage.VisitorAsync(way);
        await teller.GoAsync("/my-story");
        await new MyStoryPages(teller).EnterAsync(string.Join(' ', words));
        await teller.SeesAsync(reference);
    }

    [Fact]
    public async Task Only_the_sheet_is_printed_and_it_fills_one_page()
    {
        var staff = await SignedInAsync(Way.Desktop);
        await new InvitationPages(staff).MakeAsync("To be printed", "Bournemouth, Christchurch and Poole", "Environmental health and wardens");

        await staff.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(staff.Page.Locator(".desk-poster__address")).ToBeVisibleAsync();
        foreach (var hidden in new[] { "header", "footer", "h1", ".desk-screen", ".govuk-back-link" })
            await Assertions.Expect(staff.Page.Locator(hidden).First).ToBeHiddenAsync();

        var paper = System.Text.Encoding.Latin1.GetString(await staff.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Contains("/Count 1\n", paper, StringComparison.Ordinal);
    }

    private static ILocator Step(Visitor staff, int number) =>
        staff.Main.GetByRole(AriaRole.Group, new() { Name = $"Step {number}", Exact = true });

    private async Task<Visitor> SignedInAsync(Way way)
    {
        var staff = await stage.VisitorAsync(way);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        return staff;
    }
}
