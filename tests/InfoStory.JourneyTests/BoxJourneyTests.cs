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
        await Assertions.Expect(staff.Main.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await Assertions.Expect(Options(staff)).ToHaveCountAsync(0);
        await Assertions.Expect(service).ToHaveValueAsync("ward");
        await staff.LookAsync();
        await staff.FollowAsync("Choose a service from the list, or empty the box");
        await Assertions.Expect(service).ToBeFocusedAsync();
        await service.FillAsync("social worker");
        await Assertions.Expect(Options(staff)).ToHaveTextAsync(
            ["Children's social care social worker", "Adult social care social worker", "Acute hospital and A&E hospital social worker"]);
        await Options(staff).Nth(1).ClickAsync();
        await Assertions.Expect(service).ToHaveValueAsync("Adult social care");
        await Assertions.Expect(staff.Main.Locator(".govuk-error-message")).ToHaveCountAsync(0);
        await place.FillAsync("Falmouth");
        await Options(staff).Filter(new() { HasText = "Cornwall" }).ClickAsync();
        await Assertions.Expect(place).ToHaveValueAsync("Cornwall");
        // A second press within a second would count as a double click.
        await place.EvaluateAsync("box => box.form.requestSubmit()");

        await staff.IsToldAsync("The invitation is open");
        await staff.SeesAsync("Adult social care");
        await staff.SeesAsync("Cornwall");

        // Nothing keeps what is typed here, so who looks at a refused form again sends it again, and does not lose it.
        await staff.GoAsync("/moderation/invitations/new");
        await staff.PressAsync("Make the invitation");
        await staff.SeesAsync("There is a problem", 400);
        Assert.Equal("POST", await HowItIsAskedAgainAsync(staff));
        await staff.IsRefusedAsync(400);
    }

    [Fact]
    public async Task Every_refused_box_is_told_of_in_one_list_and_what_is_said_below_a_box_moves_nothing()
    {
        var author = await stage.VisitorAsync(Way.Phone);
        await author.GoAsync("/share/story");
        await new SharePages(author).TellAsync("I rang three times.");
        await author.ComesToAsync(SharePages.Permission);
        await author.GoAsync("/share/where");
        var (service, place) = (Box(author, "Main service"), Box(author, "Council area"));
        var go = author.Main.GetByRole(AriaRole.Button, new() { Name = "Continue" });

        await service.FillAsync("nurse");
        await place.FillAsync("narnia");
        await author.SeesAsync("We do not have that. Try another word, or leave it blank");
        var before = (await go.BoundingBoxAsync())!.Y;
        await place.BlurAsync();
        await Assertions.Expect(author.Main.Locator(".info-offers__said").Last).ToContainTextAsync("or empty the box");
        Assert.Equal(before, (await go.BoundingBoxAsync())!.Y);
        // What a box refuses is not looked at for a signal, and so is not sent by itself once the box is mended.
        List<string> asked = [];
        author.Page.Request += (_, request) => asked.Add(request.Url);
        await go.ClickAsync();

        await Assertions.Expect(author.Main.Locator(".govuk-error-summary li")).ToHaveCountAsync(2);
        await Assertions.Expect(author.Main.Locator(".govuk-error-message")).ToHaveCountAsync(2);
        await Assertions.Expect(author.Page).ToHaveTitleAsync("Error: Where did it happen? – InfoStory");
        await Assertions.Expect(Options(author)).ToHaveCountAsync(0);
        await author.LookAsync();
        Assert.Empty(asked);

        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/where");
        await Assertions.Expect(service).ToHaveValueAsync("nurse");
        await Assertions.Expect(author.Main.Locator(".info-offers__said").First).ToContainTextAsync("or empty the box");
        // As where the search is here before the page is, and where a form that was kept is put back.
        await author.Page.EvaluateAsync("dispatchEvent(new Event('pageshow'))");
        await Assertions.Expect(service).ToHaveValueAsync("nurse");
        await author.PressAsync("Skip this question");
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/where");
        await Assertions.Expect(service).ToHaveValueAsync("");

        await author.GoAsync("/share/contact");
        await author.FillAsync("Email address", "not an address");
        await author.PressAsync("Continue");
        await author.SeesAsync("There is a problem", 400);
        Assert.Equal("GET", await HowItIsAskedAgainAsync(author));
    }

    [Fact]
    public async Task What_was_typed_before_the_search_arrived_is_looked_for_and_without_it_the_list_is_back()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        await new SharePages(author).TellAsync("I rang three times.");
        await author.ComesToAsync(SharePages.Permission);
        var arrives = new TaskCompletionSource();
        await author.Page.RouteAsync("**/dist/search*", async route => { await arrives.Task; await route.ContinueAsync(); });
        await author.GoAsync("/share/where");

        await Box(author, "Council area").FillAsync("cornwall");
        await author.Page.EvaluateAsync("dispatchEvent(new Event('pageshow'))");
        await Assertions.Expect(Box(author, "Council area")).ToHaveValueAsync("cornwall");
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        arrives.SetResult();
        await author.Page.WaitForURLAsync(url => !url.EndsWith("/share/where", StringComparison.Ordinal));
        await author.Page.UnrouteAsync("**/dist/search*");
        await author.Page.RouteAsync("**/dist/search*", route => route.AbortAsync());
        await author.GoAsync("/share/where");
        await Assertions.Expect(Box(author, "Council area")).ToHaveValueAsync("Cornwall");
        await Box(author, "Council area").FocusAsync();

        await Assertions.Expect(author.Main.Locator("select[name='Form.Place']")).ToBeFocusedAsync();
        await author.Main.GetByLabel("Council area", new() { Exact = true }).SelectOptionAsync("Leeds");
        await author.Page.UnrouteAsync("**/dist/search*");
        await author.Main.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await author.ComesToAsync(SharePages.More);

        // Letters over a choice take nothing away by Back.
        await author.GoAsync("/share/where");
        await Box(author, "Council area").FillAsync("Yor");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();
        await author.ComesToAsync(SharePages.More);
        await author.GoAsync("/share/where");
        await Assertions.Expect(Box(author, "Council area")).ToHaveValueAsync("Leeds");
    }

    [Fact]
    public async Task Letters_in_a_box_are_kept_and_put_back_over_no_others_and_blanks_are_no_words()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.Page.Clock.InstallAsync();
        await author.GoAsync("/share/story");
        await author.FillAsync(SharePages.WhatHappened, "  ");
        await author.Page.Clock.RunForAsync(1000);
        await author.GoAsync("/share");
        await Assertions.Expect(author.Page.GetByText("Something is typed on this device")).ToBeHiddenAsync();

        await author.GoAsync("/share/where");
        var (service, place) = (Box(author, "Main service"), Box(author, "Council area"));
        await service.FillAsync("nurse");
        await author.Page.Clock.RunForAsync(1000);
        await author.SeesAsync("Saved on this device");
        await author.GoAsync("/share/where");
        await place.FillAsync("Yor");
        await author.PressAsync("Put it back");
        await Assertions.Expect(service).ToHaveValueAsync("nurse");
        await Assertions.Expect(place).ToHaveValueAsync("Yor");

        await service.FillAsync("");
        await place.FillAsync("  ");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Back", Exact = true }).ClickAsync();
        await author.ComesToAsync(SharePages.More);
        Assert.DoesNotContain("#", await author.Page.EvaluateAsync<string>("() => Object.keys(localStorage).join()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_call_a_service_brings_it_to_the_top()
    {
        var staff = await stage.VisitorAsync(Way.Desktop);
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await staff.GoAsync("/moderation/invitations/new");
        var service = Box(staff, "Service");

        foreach (var (typed, first) in Called)
        {
            await service.FillAsync(typed);
            await Assertions.Expect(Options(staff).First).ToHaveTextAsync(first);
        }

        await service.FillAsync("");
        var place = Box(staff, "Place");
        foreach (var (typed, first) in Places)
        {
            await place.FillAsync(typed);
            await Assertions.Expect(Options(staff).First).ToContainTextAsync(first);
        }
    }

    private static readonly (string Typed, string First)[] Places =
        [("Saint Helens", "St Helens"), ("Cornwall Council", "Cornwall"), ("Leeds City Council", "Leeds"), ("city of Bristol", "Bristol")];

    private static readonly (string Typed, string First)[] Called =
    [
        ("ward", "Acute hospital and A&E ward"), ("drugs", "Drug and alcohol"), ("drug", "Drug and alcohol"), ("care home", "Adult social care care home"),
        ("social worker", "Children's social care social worker"), ("social workers", "Children's social care social worker"),
        ("police", "Police"), ("housing", "Housing"), ("nurses", "GP and primary care nurse"), ("my doctor", "GP and primary care doctor"),
        ("the council", "Children's social care the council"), ("hospital", "Acute hospital and A&E"), ("a&e", "Acute hospital and A&E"),
        ("A and E", "Acute hospital and A&E"), ("gp", "GP and primary care"), ("teachers", "School and education teacher"),
        ("schools", "School and education"), ("foodbank", "Voluntary and community foodbank"), ("food banks", "Voluntary and community food bank"),
        ("charities", "Voluntary and community charity"), ("physio", "Community health physio"), ("eviction", "Housing eviction"),
        ("landlords", "Housing landlord"), ("jsa", "Jobcentre Plus and DWP JSA"), ("benefit", "Jobcentre Plus and DWP benefits"),
        ("prison", "Probation, prison and youth justice"), ("paramedics", "Ambulance paramedic"), ("fire", "Fire and rescue"),
        ("rubbish", "Environmental health and wardens rubbish"), ("dog warden", "Environmental health and wardens dog warden"),
        ("passport", "Central government passport"), ("fostering", "Children's social care fostering"), ("respite", "Adult social care respite"),
        ("counselling", "Mental health counselling"), ("camhs", "Mental health CAMHS"), ("bins", "Environmental health and wardens bins"),
        ("accident and emergency", "Acute hospital and A&E accident and emergency"), ("adult social services", "Adult social care adult social services"),
    ];

    private static async Task<string> HowItIsAskedAgainAsync(Visitor visitor) => (await visitor.Page.ReloadAsync())!.Request.Method;

    private static ILocator Box(Visitor staff, string label) => staff.Main.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    private static ILocator Options(Visitor staff) => staff.Main.Locator(".info-offers li:visible");
}
