using System.Text;
using System.Text.Json;
using InfoStory.Data.Folding;
using InfoStory.Protection.Flags;
using InfoStory.Protection.Hints;
using InfoStory.Testing.Hints;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

public sealed class HintJourneyTests(Stage stage) : IClassFixture<Stage>
{
    private const string Story = "I rang Sarah Okafor twice. Sarah Okafor was on leave.";

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    public async Task A_name_is_pointed_at_while_it_is_written_and_changed_with_one_press(Way way)
    {
        var author = await stage.VisitorAsync(way);
        await author.GoAsync("/share/story");
        await author.ComesToAsync(SharePages.WhatHappened);
        List<string> asked = [];
        author.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        var box = author.Page.GetByLabel(SharePages.WhatHappened, new() { Exact = true });
        var hints = author.Page.GetByRole(AriaRole.Region, new() { Name = "Could this show who someone is?" });

        await box.PressSequentiallyAsync(Story);
        await Assertions.Expect(hints.GetByText("“Sarah Okafor” looks like a name.")).ToHaveCountAsync(1);
        await Assertions.Expect(author.Page.Locator(".info-marks__mark--current")).ToHaveTextAsync(["Sarah Okafor", "Sarah Okafor"]);
        await SayInsteadAsync(hints, "a colleague");
        await Assertions.Expect(hints.GetByText("I rang a colleague twice.")).ToBeVisibleAsync();
        await author.LookAsync();
        await ReplaceAsync(hints, "Sarah Okafor", "a colleague");

        await Assertions.Expect(box).ToHaveValueAsync("I rang a colleague twice. A colleague was on leave.");
        await author.LookAsync();
        await hints.GetByRole(AriaRole.Button, new() { Name = "Undo the change to “Sarah Okafor”" }).PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync(Story);
        await hints.GetByRole(AriaRole.Button, new() { Name = "Keep it and leave “Sarah Okafor” as it is" }).PressAsync("Enter");
        await Assertions.Expect(hints).ToBeHiddenAsync();
        Assert.All(asked, path => Assert.StartsWith("/dist/hints", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_that_stand_there_are_looked_at_when_somebody_comes_to_them()
    {
        var author = await stage.VisitorAsync(Way.Phone);
        await author.GoAsync("/share/story");
        await new SharePages(author).TellAsync(Story);
        await author.ComesToAsync(SharePages.Permission);
        List<string> asked = [];
        author.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        await author.GoAsync("/share/story");
        Assert.DoesNotContain(asked, path => path.StartsWith("/dist/hints", StringComparison.Ordinal));

        await author.Page.GetByLabel(SharePages.WhatHappened, new() { Exact = true }).FocusAsync();

        await Assertions.Expect(author.Page.Locator(".info-marks__mark--current")).ToHaveTextAsync(["Sarah Okafor", "Sarah Okafor"]);
    }

    [Fact]
    public async Task A_change_leaves_other_words_alone_and_undo_never_takes_what_was_typed_since()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        var box = author.Page.GetByLabel(SharePages.WhatHappened, new() { Exact = true });
        var hints = author.Page.GetByRole(AriaRole.Region, new() { Name = "Could this show who someone is?" });

        await box.PressSequentiallyAsync("I rang Sam Okafor, and Samuel rang me. Sam was the same.");
        await Assertions.Expect(hints.GetByText("1 of 3")).ToBeVisibleAsync();
        await hints.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await hints.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await SayInsteadAsync(hints, "a colleague");
        await ReplaceAsync(hints, "Sam", "a colleague");
        await Assertions.Expect(box).ToHaveValueAsync("I rang Sam Okafor, and Samuel rang me. A colleague was the same.");
        var undo = hints.GetByRole(AriaRole.Button, new() { Name = "Undo the change to “Sam”" });
        await Assertions.Expect(undo).ToBeVisibleAsync();
        await box.PressAsync("End");
        await box.PressSequentiallyAsync(" More.");

        await Assertions.Expect(undo).ToHaveCountAsync(0);
        await Assertions.Expect(box).ToHaveValueAsync("I rang Sam Okafor, and Samuel rang me. A colleague was the same. More.");
    }

    [Fact]
    public async Task A_change_takes_the_whole_name_and_what_is_left_of_it_is_pointed_at_again()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        var box = author.Page.GetByLabel(SharePages.WhatHappened, new() { Exact = true });
        var hints = author.Page.GetByRole(AriaRole.Region, new() { Name = "Could this show who someone is?" });

        await box.PressSequentiallyAsync("Then Mr José de Pendleton-Wells rang. The letter was for Pendleton in Kingston Hospital.");
        await SayInsteadAsync(hints, "someone I know");
        await ReplaceAsync(hints, "Mr José de Pendleton-Wells", "someone I know");
        await Assertions.Expect(box).ToHaveValueAsync("Then someone I know rang. The letter was for Pendleton in Kingston Hospital.");
        await SayInsteadAsync(hints, "a colleague");
        await ReplaceAsync(hints, "Pendleton", "a colleague");
        await ReplaceAsync(hints, "Kingston Hospital", "a hospital");

        await Assertions.Expect(box).ToHaveValueAsync("Then someone I know rang. The letter was for a colleague in a hospital.");
    }

    [Fact]
    public async Task Every_first_offer_pressed_leaves_English_and_the_server_offers_the_same()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        string[] texts = [.. English.Select(pair => pair.Typed)];

        var read = await author.Page.EvaluateAsync<string[]>(
            "async texts => { const { findHints, offersFor, replacement } = await import('/dist/hints.js'); return texts.map(typed => { let text = typed; "
            + "for (let hint = findHints(text)[0]; hint; hint = findHints(text)[0]) { const { start, end, words } = replacement(text, hint, "
            + "offersFor(text, hint)[0]); text = text.slice(0, start) + words + text.slice(end); } return text; }); }", texts);
        var offered = await author.Page.EvaluateAsync<string[]>(
            "async texts => { const { findHints, offersFor } = await import('/dist/hints.js'); "
            + "return texts.map(text => findHints(text).map(hint => offersFor(text, hint).join()).join('; ')); }", texts);

        Assert.Equal(English.Select(pair => pair.Left), read);
        Assert.Equal(
            texts.Select(text => string.Join("; ", IdentityHints.Find(text).Select(hint => string.Join(',', HintAdvice.OffersFor(text, hint))))), offered);
    }

    [Fact]
    public async Task The_browser_finds_exactly_what_the_server_finds()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        IEnumerable<string> labelled = [.. HintCorpus.Lines(), .. HintCorpus.WholeNames(), .. HintCorpus.HeldOut(), .. HintCorpus.Numbers()];
        string[] texts = [.. labelled.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
            .. HostileText.All, .. Spellings.All.Select(spelling => $"They wrote {spelling.Written} to us."), .. Spellings.Harmless,
            .. Spellings.Veiled().Where((_, at) => at % 16 < 2).Select(veiled => $"They wrote {veiled.Written} to us.")];

        var found = await author.Page.EvaluateAsync<string[]>(
            "async texts => { const { findHints } = await import('/dist/hints.js'); return texts.map(text => findHints(text).map(hint => `${hint.start} "
            + "${hint.end} ${hint.kind}`).join('; ')); }", texts);

        var expected = texts.Select(text =>
            string.Join("; ", IdentityHints.Find(text).Select(hint => $"{hint.Start} {hint.End} {hint.Kind.ToString().ToLowerInvariant()}"))).ToArray();
        Assert.All(texts.Select((text, at) => (text, Server: expected[at], Browser: found[at])), each =>
            Assert.True(each.Server == each.Browser, $"{each.text}\nserver:  {each.Server}\nbrowser: {each.Browser}"));
    }

    [Fact]
    public async Task The_browser_marks_in_public_words_exactly_what_the_server_flags()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");
        string[] texts =
        [
            .. HintCorpus.Lines().Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!),
            .. HostileText.All, .. PublicTexts.All,
        ];

        var found = await author.Page.EvaluateAsync<string[][]>(
            "async texts => { const [hints, { findFlags }] = await Promise.all([import('/dist/hints.js'), import('/dist/flags.js')]); "
            + "return texts.map(text => findFlags(text, hints).map(one => `${one.start} ${one.end} ${one.rule} ${one.looks}`)); }", texts);

        var expected = texts.Select(text => FlagFinder.Seen(text)
            .Select(seen => $"{seen.Start} {seen.End} {seen.Rule.Name} {seen.Rule.Looks}").ToList()).ToList();
        string[] rules =
            ["blame.name", "blame.role", "link", "self-harm.hanging", "self-harm.overdose", "self-harm.cutting", "self-harm.jumping", "self-harm.other"];
        Assert.All(rules, rule => Assert.Contains(expected, one => one.Exists(each => each.Contains($" {rule} ", StringComparison.Ordinal))));
        Assert.All(texts.Select((text, at) => (text, Server: string.Join('\n', expected[at].Order(StringComparer.Ordinal)),
            Browser: string.Join('\n', found[at].Order(StringComparer.Ordinal)))), each =>
            Assert.True(each.Server == each.Browser, $"{each.text}\nserver:  {each.Server}\nbrowser: {each.Browser}"));
    }

    [Fact]
    public async Task The_browser_marks_nothing_that_was_dismissed_or_is_off_in_whatever_spelling()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");

        var open = await author.Page.EvaluateAsync<string[]>(
            "async text => { const [hints, { findFlags, isOpen }] = await Promise.all([import('/dist/hints.js'), import('/dist/flags.js')]); "
            + "const settled = new Set(['blame.name', 'identity.phone 01614960000', 'identity.email JOAN@EXAMPLE.ORG', 'identity.name JOANWHITFIELD']); "
            + "return findFlags(text, hints).filter(flag => isOpen(flag, text, settled, hints)).map(flag => flag.rule); }",
            "Joan  Whit\u00adfield lied. Ring 0161-496-0000 or write to Joan@example.org. It was on 3 May 2026, and Marek Nowak rang.");

        Assert.Equal(["identity.date", "identity.name"], open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_browser_reads_every_letter_of_Unicode_as_the_server_reads_it()
    {
        var author = await stage.VisitorAsync(Way.Desktop);
        await author.GoAsync("/share/story");

        var read = await author.Page.EvaluateAsync<string[]>(
            "async () => { const { Folded } = await import('/dist/hints.js'); const read = []; "
            + "for (let code = 0; code < 0x110000; code += 256) { let all = ''; "
            + "for (let at = code; at < code + 256; at++) if (at < 0xd800 || at > 0xdfff) { const one = new Folded('7' + String.fromCodePoint(at) + 'a '); "
            + "all += `${one.text}${one.bare}${one.starts}${one.ends};`; } read.push(all); } return read; }");

        for (var block = 0; block < read.Length; block++)
        {
            var all = string.Concat(Enumerable.Range(block * 256, 256).Where(Rune.IsValid).Select(code => Written(Folded.Of($"7{new Rune(code)}a "))));
            Assert.True(all == read[block], $"U+{block * 256:X4}\nserver:  {all}\nbrowser: {read[block]}");
        }
    }

    private static readonly (string Typed, string Left)[] English =
    [
        ("right so my mum Sarah was in Treliske", "right so my mum was in Treliske"),
        ("my wife Sarah and I", "my wife and I"),
        ("My wife, Sarah, and I waited.", "My wife and I waited."),
        ("i work nights at trevarna care home", "i work nights at a care home"),
        ("I work at Sunnyside in Truro as the night senior", "I work at a place nearby in Truro as the night senior"),
        ("Mr Khan was sent home", "Someone I know was sent home"),
        ("Dr Khan said no. Nurse Bell said yes.", "A doctor said no. A nurse said yes."),
        ("I told my Dr Khan so", "I told my doctor so"),
        ("my sister Jane rang social worker Hampton twice", "my sister rang a social worker twice"),
        ("Her social worker Hampton never came.", "Her social worker never came."),
        ("Mr and Mrs Bell came, then Mr Bell's sister.", "Two people I know came, then someone's sister."),
        ("The Hendersons were split up", "The family were split up"),
        ("My name is Sarah Okafor by the way", "My name is something I won’t say by the way"),
        ("hi i'm Sarah and i'm a nurse", "hi i'm the person writing this and i'm a nurse"),
        ("a girl called Sarah was there", "a girl was there"),
        ("i called Sarah twice", "i called someone I know twice"),
        ("Our sons Tom and Jack were left", "Our sons were left"),
        ("My neighbour Pat and her kids Liam, Chloe and Zac moved.", "My neighbour and her kids moved."),
        ("I rang Sarah and Imran", "I rang someone I know and someone else"),
        ("my boss (Karen Jones) shouted", "my boss shouted"),
        ("the ward manager Nurse Bell was rude to poor Sarah", "the ward manager was rude to someone I know"),
        ("It was on 14th march. Nobody came.", "It was last winter. Nobody came."),
        ("They wrote to 14 Penhale Road, TR1 2AB. My number is 07700 900123.", "They wrote to a home nearby. My number is private."),
        ("We live at 4 Penhale Gardens. Ring me on 07700 900123 or sarah@x.org", "We live at home. Ring me on a telephone number or an email address"),
        ("My son Tyrone goes to St Mary's school, it is near Penhale road.", "My son goes to a school, it is near a street."),
        ("my nan was moved to Penhale ward by PC 1234 Young", "my nan was moved to a ward by a police officer"),
        ("my 6 year old son Tyrone and our lovely nurse Karen", "my 6 year old son and our lovely nurse"),
        ("It went on.\nThanks,\nSarah Bell", "It went on.\nThanks,\n"),
    ];

    private static Task SayInsteadAsync(ILocator hints, string offer) => hints.GetByLabel("Say instead").SelectOptionAsync(offer);

    private static Task ReplaceAsync(ILocator hints, string words, string offer) =>
        hints.GetByRole(AriaRole.Button, new() { Name = $"Replace “{words}” with “{offer}”" }).PressAsync("Enter");

    private static string Written(Folded one)
    {
        var places = Enumerable.Range(0, one.Text.Length).Select(at => one.Typewritten(at, at + 1)).ToList();
        return $"{one.Text}{one.Bare}{string.Join(',', places.Select(place => place.Start))}{string.Join(',', places.Select(place => place.End))};";
    }
}
