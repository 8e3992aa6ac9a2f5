using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class RedactJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Text = "Joan rang the ward. Joan's number is 0161 496 0000, and Joanna has it.";

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task What_is_selected_is_replaced_everywhere_with_the_keyboard_alone_and_undone(Way way)
    {
        var staff = await OpenAsync(way);
        var box = staff.Page.GetByLabel("Public text", new() { Exact = true });

        await box.EvaluateAsync("box => { box.focus(); box.setSelectionRange(0, 4); }");
        await Assertions.Expect(staff.Page.GetByLabel("Words to replace")).ToHaveValueAsync("Joan");
        await staff.SelectAsync("Say instead", "[a colleague]");
        await staff.Page.GetByLabel("Words to replace").PressAsync("Enter");

        await Assertions.Expect(box).ToHaveValueAsync("[A colleague] rang the ward. [A colleague]'s number is 0161 496 0000, and Joanna has it.");
        await staff.SeesAsync("in 3 places");
        await staff.LookAsync();
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" })).ToBeFocusedAsync();
        await staff.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync(Text);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_moderator_takes_a_name_out_dismisses_a_helpline_and_approves(Way way)
    {
        var staff = await OpenAsync(way);

        await staff.FillAsync("Words to replace", "Joan");
        await staff.SelectAsync("Say instead", "[a relative]");
        await staff.PressAsync("Replace");
        await staff.SeesAsync("in 3 places");
        await staff.PressAsync("Approve");
        await staff.SeesAsync("The public text holds a telephone number: “0161 496 0000”", 400);
        await staff.LookAsync();
        await staff.PressAsync("Save");
        await staff.IsToldAsync("Saved");
        await staff.Main.GetByLabel("“0161 496 0000” looks like a telephone number").CheckAsync();
        await staff.Main.Locator("summary", new() { HasText = "Dismiss the ticked flags" }).ClickAsync();
        await staff.Main.GetByLabel("Everyone may know it, such as a helpline").CheckAsync();
        await staff.PressAsync("Dismiss");
        await staff.IsToldAsync("Flag dismissed");
        await staff.PressAsync("Approve");

        await staff.IsToldAsync("Approved");
        await staff.SeesAsync("[A relative] rang the ward.");
    }

    private async Task<Visitor> OpenAsync(Way way)
    {
        var story = await stage.Site.Given(A.Story().Titled("Joan and the ward").PublicText(Text).About("Housing", "Leeds").InReview());
        var staff = await stage.VisitorAsync(way);
        var desk = new DeskPages(staff);
        await desk.SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await desk.OpenAsync(story.Reference, "Joan and the ward");
        return staff;
    }
}
