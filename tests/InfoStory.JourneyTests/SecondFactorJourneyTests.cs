using InfoStory.Data.Access;
using InfoStory.People;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>Staff with a second factor, on a site that requires one.</summary>
public sealed class SecondFactorJourneyTests(StrictStage stage) : IClassFixture<StrictStage>
{
    private const string SetUp = "Set up a second factor", Second = "Show that it is you", Codes = "Your recovery codes";

    [Fact]
    public async Task An_authenticator_app_is_set_up_and_used_on_a_narrow_phone_without_scripts()
    {
        var email = await stage.StaffAsync(Roles.Moderator);
        var staff = await stage.VisitorAsync(Way.WithoutScripts);
        var desk = new DeskPages(staff);

        await desk.SignInAsync(email);
        await staff.ComesToAsync(SetUp);
        await staff.GoAsync("/moderation");
        await staff.ComesToAsync(SetUp);
        await staff.FollowAsync("Set up an authenticator app");
        await staff.ComesToAsync("Set up an authenticator app");
        await staff.FillAsync("Code from the app", "12");
        await staff.PressAsync("Set up the app");
        await staff.MendsAsync("This code is not right, or was used already. Wait for the next one in your app and type that", "Code from the app");
        var key = DeskPages.KeyOf(await staff.Main.Locator("strong.desk-address").InnerTextAsync());
        await staff.FillAsync("Code from the app", DeskPages.CodeOf(key));
        await staff.PressAsync("Set up the app");
        await staff.ComesToAsync(Codes);
        var codes = await staff.Main.Locator(".desk-codes li").AllInnerTextsAsync();
        await staff.PressAsync("I have kept them");
        await staff.ComesToAsync("Queue");

        var again = await stage.VisitorAsync(Way.WithoutScripts);
        await new DeskPages(again).SignInAsync(email);
        await again.ComesToAsync(Second);
        await again.FillAsync("Recovery code", "not one");
        await again.PressAsync("Use the recovery code");
        await again.MendsAsync("This recovery code is not right, or was used already", "Recovery code");
        // The code of the next half minute is right already, and no waiting is needed for one that was not used.
        await again.FillAsync("Code from your authenticator app", AuthenticatorApp.CodeAt(key, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30)));
        await again.PressAsync("Continue");
        await again.ComesToAsync("Queue");

        var phoneless = await stage.VisitorAsync(Way.WithoutScripts);
        await new DeskPages(phoneless).SignInAsync(email);
        await phoneless.ComesToAsync(Second);
        await phoneless.FillAsync("Recovery code", codes[0]);
        await phoneless.PressAsync("Use the recovery code");
        await phoneless.ComesToAsync("Queue");
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        var email = await stage.StaffAsync(Roles.Moderator);
        var staff = await stage.VisitorAsync();
        var device = await Authenticator.PlugInAsync(staff.Page);
        await new DeskPages(staff).SignInAsync(email);
        await staff.ComesToAsync(SetUp);

        await staff.PressAsync("Add a passkey");
        await staff.ComesToAsync(Codes);
        await staff.IsToldAsync("Your passkey is added");
        await staff.GoAsync("/account/second-factor");
        await staff.SeesAsync("Added on");
        Assert.Equal(1, await device.CountAsync());
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await staff.ComesToAsync("Staff sign in");

        await staff.PressAsync("Use a passkey");
        await staff.ComesToAsync("Queue");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await staff.ComesToAsync("Staff sign in");
        await new DeskPages(staff).EnterAsync(email, A.Password);
        await staff.ComesToAsync(Second);
        await staff.PressAsync("Use a passkey");
        await staff.ComesToAsync("Queue");
    }

    [Fact]
    public async Task A_device_that_does_not_check_who_holds_it_and_a_passkey_of_nobody_open_nothing()
    {
        var email = await stage.StaffAsync(Roles.Moderator);
        var staff = await stage.VisitorAsync();
        var device = await Authenticator.PlugInAsync(staff.Page);
        await new DeskPages(staff).SignInAsync(email);
        await staff.ComesToAsync(SetUp);
        await staff.PressAsync("Add a passkey");
        await staff.ComesToAsync(Codes);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await staff.ComesToAsync("Staff sign in");

        await device.IsHeldByAnyoneAsync();
        await staff.PressAsync("Use a passkey");
        await staff.SeesAsync("No passkey was used. Try again, or sign in another way.");
        await device.IsHeldByItsOwnerAsync();
        var person = await stage.Site.Get<Web.Staff.StaffAccounts>().FindAsync(email);
        await stage.Site.Get<SecondFactors>().ResetAsync(person.Id, A.Administrator(), CancellationToken.None);
        await staff.PressAsync("Use a passkey");

        await staff.SeesAsync("This passkey opens no account here. Try again, or sign in with your password", 400);
    }
}
