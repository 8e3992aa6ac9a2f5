using InfoStory.Data.Access;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A box for a service or a place never chooses for anyone.</summary>
public sealed class BoxJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task Only_what_is_chosen_is_chosen_and_ordinary_words_and_towns_lead_to_it(Way way)
    {
        var staff = await stage.VisitorAsync(way);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await staff.GoAsync("/moderation/invitations/new");
        await staff.FillAsync("What it is for", $"Boxes {way}");
        var (service, place) = (Box(staff, "Service"), Box(staff, "Place"));

        await service.ClickAsync();
        await Assertions.Expect(Options(staff)).ToHaveCountAsync(21);
        await service.FillAsync("ward");
        await service.PressAsync("Enter");
        await staff.LookAsync();
        await service.PressAsync("Tab");
        await staff.PressAsync("Make the invitation");
        await Assertions.Expect(service).ToBeFocusedAsync();
        await Assertions.Expect(service).ToHaveValueAsync("ward");
        await staff.SeesAsync("Choose a service from the list, or empty the box");
        await staff.LookAsync();
        await service.FillAsync("social worker");
        await Assertions.Expect(Options(staff)).ToHaveTextAsync(
            ["Acute hospital and A&E hospital social worker", "Children's social care social worker", "Adult social care social worker"]);
        await Options(staff).Nth(2).ClickAsync();
        await Assertions.Expect(service).ToHaveValueAsync("Adult social care");
        await staff.DoesNotSeeAsync("Choose a service from the list");
        await place.FillAsync("Falmouth");
        await Options(staff).Filter(new() { HasText = "Cornwall" }).ClickAsync();
        await Assertions.Expect(place).ToHaveValueAsync("Cornwall");
        // A second press within a second would count as a double click.
        await place.EvaluateAsync("box => box.form.requestSubmit()");

        await staff.IsToldAsync("The invitation is open");
        await staff.SeesAsync("Adult social care");
        await staff.SeesAsync("Cornwall");
    }

    private static ILocator Box(Visitor staff, string label) => staff.Main.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    private static ILocator Options(Visitor staff) => staff.Main.Locator(".info-offers li:visible");
}
