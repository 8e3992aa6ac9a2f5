using InfoStory.Data.Access;
using InfoStory.Protection.Redaction;
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

    [Fact]
    public async Task Words_in_the_title_are_marked_while_they_are_typed_and_replaced_beside_where_they_stand()
    {
        var staff = await OpenAsync(Way.Desktop);
        var title = staff.Page.GetByLabel("Public title", new() { Exact = true });
        var marks = staff.Main.Locator(".info-marks--line .info-marks__mark");
        var before = await title.BoundingBoxAsync();

        await title.FillAsync("");
        await title.PressSequentiallyAsync("How the doctor lied to Joan Whitfield");
        await Assertions.Expect(marks).ToHaveTextAsync(["lied to Joan Whitfield"]);
        await Assertions.Expect(staff.Main.Locator(".info-marks--line [aria-live]")).ToContainTextAsync("“Joan Whitfield” looks like a name");
        await title.EvaluateAsync("field => field.setSelectionRange(23, 37)");

        await Assertions.Expect(staff.Page.GetByLabel("Words to replace")).ToHaveValueAsync("Joan Whitfield");
        var (words, box) = (await marks.Last.BoundingBoxAsync(), await staff.Page.Locator("#redact").BoundingBoxAsync());
        Assert.InRange(box!.X - words!.X, -1, 1);
        Assert.InRange(box.Y - words.Y - words.Height, 0, 10);
        Assert.Equal(before!.Height, (await title.BoundingBoxAsync())!.Height);
        await staff.LookAsync();
        await staff.Page.GetByLabel("Words to replace").PressAsync("Escape");
        await Assertions.Expect(title).ToBeFocusedAsync();
        await title.FillAsync(string.Join(' ', Enumerable.Repeat("and nobody rang", 20)) + " Joan Whitfield");
        await Assertions.Expect(marks).ToHaveTextAsync(["Joan Whitfield"]);
        await title.PressAsync("Home");
        await title.PressAsync("End");
        Assert.InRange((await title.BoundingBoxAsync())!.X + (await title.BoundingBoxAsync())!.Width - (await marks.BoundingBoxAsync())!.X
            - (await marks.BoundingBoxAsync())!.Width, 0, 12);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_moderator_takes_a_name_out_dismisses_a_helpline_and_approves(Way way)
    {
        var staff = await OpenAsync(way);

        if (way != Way.WithoutScripts) await staff.PressAsync("Replace words");
        await staff.FillAsync("Words to replace", "Joan");
        await staff.SelectAsync("Say instead", "[a relative]");
        await staff.PressAsync("Replace");
        await staff.SeesAsync("in 3 places");
        await staff.PressAsync("Approve for publication");
        await staff.SeesAsync("The public text: “0161 496 0000” looks like a telephone number", 400);
        await staff.LookAsync();
        var open = staff.Main.Locator("section", new() { Has = staff.Page.Locator("#open-flags") });
        foreach (var box in await open.GetByRole(AriaRole.Checkbox).AllAsync()) await box.CheckAsync();
        await open.GetByLabel("Everyone may know it, such as a helpline").CheckAsync();
        await staff.PressAsync("Approve for publication");

        await new DeskPages(staff).HasDecidedAsync("Approved");
        await staff.Main.Locator(".desk-flash a").ClickAsync();
        await staff.SeesAsync("[A relative] rang the ward.");
    }

    [Fact]
    public async Task The_browser_replaces_and_names_what_is_left_as_the_server_does()
    {
        var staff = await OpenAsync(Way.Desktop);
        string[][] each =
        [
            .. from sought in (string[])["Joan Whitfield", "Zoë Núñez", "Siobhan O'Brien", "Anne-Marie", "May", "the nurse", "0161 496 0000", "x"]
               from text in (string[])
               [
                   $"{sought} rang. JOAN WHITFIELD, joan whitfield and Jo\u200ban Whitfield. Jaon, Joanna, O'Joan, Joan-Marie.",
                   "Zoe\u0308 Nun\u0303ez’s and Zoe Nunez, zoe; ZOË NÚÑEZ. “Zoë Núñez”",
                   "O’Brien, OBrien. siobhan oʼbrien\nAnne‑Marie (Anne Marie) anne-marie annemarie",
                   "May I? In may MAY May-Lin. The Nurse rang the nurse.", "Ring 0161 496\u00a00000 or (0161) 496-0000. Xx x X", .. HostileText.All,
               ]
               select (string[])[text, sought],
        ];

        var replaced = await staff.Page.EvaluateAsync<string[]>(
            "async each => { const rules = await import('/dist/hints.js'); return each.map(([text, words]) => { const places = rules.placesOf(text, words); "
            + "const after = rules.replaced(text, places, '[a child]'); "
            + "return [after, places.length, ...rules.nearOf(after, words, '[a child]')].join('|'); }); }", each);

        Assert.All(each.Zip(replaced), one =>
        {
            var expected = Redact.In(one.First[0], one.First[1], "[a child]");
            Assert.Equal(string.Join('|', [expected.Text, $"{expected.Places}", .. expected.Near]), one.Second);
        });
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task What_is_left_of_a_name_is_named_at_once(Way way)
    {
        var staff = await OpenAsync(way);

        // What is selected in the text becomes the words to replace, so the text comes first.
        await staff.FillAsync("Public text", "Joan Whitfield rang. Whitfield's number and Jaon’s.");
        if (way != Way.WithoutScripts) await staff.PressAsync("Replace words");
        await staff.FillAsync("Words to replace", "Joan Whitfield");
        await staff.SelectAsync("Say instead", "[a relative]");
        await staff.PressAsync("Replace");

        await staff.SeesAsync("Still there, and could mean the same: “Whitfield's”, “Jaon's”, “Joan”.");
        await staff.LookAsync();
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
