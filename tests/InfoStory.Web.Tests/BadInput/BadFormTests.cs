using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;

namespace InfoStory.Web.Tests.BadInput;

/// <summary>Forms that no page of ours would send: a clear 4xx, nothing changed, nothing lost, never our fault.</summary>
public sealed class BadFormTests(FormSite site) : IClassFixture<FormSite>
{
    private static readonly string[] Boxes =
    [
        "Form.Told", "Form.Steps[0].Happened", "Form.Needed", "Form.ReasonGiven", "Form.WouldHaveChanged", "Form.Story.Told",
        "Form.HandOffs.Steps[0].Happened", "Form.Missing.Needed", "Form.Missing.ReasonGiven", "Form.Missing.WouldHaveChanged",
        "Form.Title", "Form.PublicTitle", "Form.PublicText", "Form.Note", "Form.Reason", "Form.Question",
        "Form.Text", "Form.Summary", "Form.TheStory", "Form.PlaceAndNeed", "Form.Partners", "Form.Barrier",
        "Form.WhatWasNotShared", "Form.WhatTheyDid", "Form.WhatChanged",
        "Form.NotYetFixed", "Form.Learning", "Form.Name", "Form.Hashtag", "Form.FirstPrompt", "Form.SecondPrompt", "Form.ThirdPrompt",
        "Form.Why", "Form.Remark", "Form.Dismiss.Remark", "Form.Address", "Form.SharedWith", "Form.HandOver", "Form.Group", "Form.Synonyms", "Form.Names",
        "Form.Intruder.Why", "Form.Reference", "Form.To", "Form.OtherNames", "Form.Parent", "Form.Successor",
        "Form.Organisation", "Form.What", "Form.Role", "Form.Words", "Form.Source",
        "Form.Filter", "Form.Studies", "Form.FirstReading", "Form.SecondReading", "Form.ThirdReading", "Form.FirstQuote", "Form.SecondQuote", "Form.ThirdQuote",
        "Form.Figures[0].What", "Form.Figures[0].Before", "Form.Figures[0].After", "Form.Figures[0].Unit", "Form.Figures[0].Period",
        "Form.Figures[0].Source", "Form.Figures[0].Link", "Form.Quotes[0]", "Form.Quotes[1]", "Form.Quotes[2]", "Form.TakenDownWords",
        "Form.Contact", "Form.Understood", "Form.WillDo", "Form.Whom", "Form.Change", "Form.Whose"
    ];
    private static readonly string[] Choices =
    [
        "Form.WhoIsTelling", "Form.Service", "Form.Place", "Form.Kind", "Form.Audiences", "Form.Nobody", "Form.Months", "Form.SeeFirst",
        "Form.TimesTold", "Form.ServicesTold", "Form.Story.TimesTold", "Form.Story.ServicesTold",
        "Form.SomeoneAtRisk", "Form.WhoNeedsToHear", "Form.Steps[0].ServiceId", "Form.Steps[0].Channel", "Form.Steps[0].Waited", "Form.Steps[0].ToldAgain",
        "Form.HeldBy", "Form.Existed", "Form.Story.SomeoneAtRisk", "Form.Kind.Kind", "Form.Teller.WhoIsTelling", "Form.Where.Service", "Form.Where.Place",
        "Form.When.When", "Form.Hears.WhoNeedsToHear", "Form.HandOffs.Steps[0].ServiceId", "Form.HandOffs.Steps[0].Channel",
        "Form.HandOffs.Steps[0].Waited", "Form.HandOffs.Steps[0].ToldAgain", "Form.Missing.HeldBy", "Form.Missing.Existed",
        "Form.Permission.Audiences", "Form.Permission.Nobody", "Form.Permission.Months", "Form.Permission.SeeFirst",
        "Form.Tags", "Form.Revision", "Form.Channel", "Form.When", "Form.Campaign", "Form.Places", "Form.Agreed", "Key", "revision", "letter",
        "Form.WhyPublic", "Form.Flags", "Form.Dismiss.Flags", "Form.Dismiss.Why", "Form.AddressOfTitle", "Form.LeadOn", "Form.Criticality", "Form.Rules",
        "Form.Decision", "Form.FirstDay", "Form.LastDay", "Form.Facet", "Form.Into", "Form.Parts",
        "Form.Roles", "Form.Position", "Form.Retired", "Form.Rows[0].Parts", "Form.Rows[0].None",
        "Form.How", "Form.Intruder.Known", "Form.Intruder.Service", "Form.Intruder.Searched", "Form.Intruder.Together", "Form.Intruder.Months",
        "Form.Organisations", "Form.On", "Form.Until", "Form.WhyExtended", "Form.WhyCorrected", "Form.Due",
        "Form.Figures[0].For", "Form.NamesAreReal",
        "Form.Audience", "Form.Rhythm", "Form.Keep", "Form.Tag", "Form.Basis", "Form.Since"
    ];

    private static readonly string[] Keys =
    [
        "Form.Service", "Form.Place", "Form.Tags", "Form.Campaign", "Form.Places", "Form.Steps[0].ServiceId", "Form.HeldBy",
        "Form.Where.Service", "Form.Where.Place", "Form.HandOffs.Steps[0].ServiceId", "Form.Missing.HeldBy",
        "Form.Organisations"
    ];

    /// <summary>Addresses, numbers, receipts, codes and passwords are refused by what they are (ContactPageTests, PasswordTests, GuessTests).</summary>
    private static readonly string[] TriedElsewhere =
    [
        "Form.Email", "Form.Telephone", "Form.Receipt", "Form.Password", "Form.Present", "Form.Again", "Form.Code", "Form.Seen", "Form.Page", "Form.Rows[0].Of",
        "Form.Rule", "Form.Moment", "Form.Find", "Form.Mailbox", "seen", "open", "Form.Rows", "Made"
    ];

    public static TheoryData<string> Unkeepable =>
    [
        "a\u0001b", "a\u202eb", "a\u007fb", "a\ue000b", "a\ufffdb", "a\U000F0000b", "a\uffffb", new string('x', 20_000),
        "\ufffe\u0301\ufffe", "abc\U0001fffe\u0301",
    ];

    public static TheoryData<string> Meaningless =>
        new("abc", "0", "-1", "999999", "99999999999999999999", "1;DROP TABLE Stories", "1.5", "NaN", "\u202e1", "[]", "null,null");

    [Fact]
    public async Task Every_field_of_every_form_is_on_one_of_these_lists()
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in site.Forms)
        {
            var named = TestBrowser.FormOf(await site.PageAsync(form.Who, form.Page), form.Handler)!.QuerySelectorAll("input, select, textarea");
            fields.UnionWith(named.Select(field => field.GetAttribute("name")).OfType<string>()
                .Where(name => name.StartsWith("Form.", StringComparison.Ordinal)));
        }

        Assert.Empty(fields.Except(Boxes).Except(Choices).Except(TriedElsewhere));
    }

    [Theory]
    [MemberData(nameof(Unkeepable))]
    public async Task Text_that_cannot_be_kept_is_refused_beside_its_box_and_stays_in_it(string text)
    {
        var seen = 0;
        await EachAsync(InTurn(Boxes, Unkeepable, text), async (form, field, page) =>
        {
            // Why a flag is dismissed is chosen; why a lead decides so is written.
            if (TestBrowser.FormOf(page, form.Handler)!.QuerySelector($"[name='{field}']")
                is IHtmlSelectElement or IHtmlInputElement { Type: "radio" }) return null;

            seen++;
            var answer = await site.As(form.Who).SubmitAsync(page, form.Page, new() { [field] = text }, form.Handler);
            if (answer.StatusCode != HttpStatusCode.BadRequest) return $"answered {(int)answer.StatusCode}";

            var again = await TestBrowser.DocumentAsync(answer);
            var id = field.Replace('.', '-').Replace('[', '-').Replace(']', '-').ToLowerInvariant();
            if (again.Field(field) != text) return "lost the text";
            return again.QuerySelector($".govuk-error-summary a[href='#{id}']") is null || again.QuerySelector($"#{id}-error") is null
                ? "does not say what is wrong"
                : null;
        });
        Assert.InRange(seen, 20, 100);
    }

    [Theory]
    [MemberData(nameof(Meaningless))]
    public async Task A_choice_that_the_page_does_not_offer_is_refused(string value) =>
        // 0 is a number of the lists that ship with the program, and a revision; no key is 0.
        await EachAsync(value == "0" ? Keys : InTurn(Choices, Meaningless, value), async (form, field, page) =>
        {
            var answer = await site.As(form.Who).SubmitAsync(page, form.Page, new() { [field] = value }, form.Handler);
            return (int)answer.StatusCode is 400 or 404 or 409 ? null : $"answered {(int)answer.StatusCode}";
        });

    /// <summary>.NET reads two names with a comma as their sum, which may be the number of a third.</summary>
    [Fact]
    public async Task Two_answers_together_are_no_third()
    {
        var seen = 0;
        // Several roles of one person are one answer.
        await EachAsync([.. Boxes, .. Choices.Where(field => field != "Form.Roles"), .. TriedElsewhere], async (form, field, page) =>
        {
            var offered = TestBrowser.FormOf(page, form.Handler)!.QuerySelectorAll($"select[name='{field}'] option, input[name='{field}']")
                .Where(one => one is IHtmlOptionElement or IHtmlInputElement { Type: "radio" or "checkbox" })
                .Select(one => one.GetAttribute("value") ?? "").Where(value => value.Length > 0 && char.IsAsciiLetterUpper(value[0])).Distinct().ToList();
            if (offered.Count < 2) return null;

            seen++;
            var answer = await site.As(form.Who).SubmitAsync(page, form.Page, new() { [field] = $"{offered[0]},{offered[1]}" }, form.Handler);
            if (answer.StatusCode != HttpStatusCode.BadRequest) return $"answered {(int)answer.StatusCode}";
            var said = (await TestBrowser.DocumentAsync(answer)).Body!.TextContent;
            return said.Contains("Choose one of the answers on the page", StringComparison.Ordinal) ? null : "does not say what is wrong";
        });
        Assert.InRange(seen, 20, 200);
    }

    [Fact]
    public async Task The_last_day_of_all_calendars_is_refused_in_every_form() =>
        await EachAsync(["Form.FirstDay", "Form.LastDay", "Form.On", "Form.Until", "Form.Due", "Form.Since"], async (form, field, page) =>
        {
            var answer = await site.As(form.Who).SubmitAsync(
                page, form.Page, new() { [field] = "31/12/9999", ["Form.Kind"] = "HoldingReply" }, form.Handler);
            return (int)answer.StatusCode == 400 ? null : $"answered {(int)answer.StatusCode}";
        });

    [Fact]
    public async Task Whatever_shape_a_body_has_it_is_refused_with_a_4xx_or_read_as_a_form()
    {
        List<string> wrong = [];

        foreach (var form in site.Forms)
        {
            var page = await site.PageAsync(form.Who, form.Page);
            var token = Uri.EscapeDataString(page.Field("__RequestVerificationToken") ?? "");
            var address = TestBrowser.AddressOf(page, form.Page, form.Handler);
            foreach (var (name, body) in Bodies(token))
            {
                using var answer = await site.As(form.Who).Client.PostAsync(new Uri(address, UriKind.Relative), body);
                if ((int)answer.StatusCode is < 200 or >= 500) wrong.Add($"{address}, {name}: {(int)answer.StatusCode}");
                var mustRefuse = name is not ("twice" or "nested" or "deep" or "long query");
                if (mustRefuse && (int)answer.StatusCode is not (400 or 409 or 413 or 415)) wrong.Add($"{address}, {name}: {(int)answer.StatusCode}");
                if ((await TestBrowser.DocumentAsync(answer)).QuerySelector("h1")?.TextContent == "Sorry, we have left you hanging")
                    wrong.Add($"{address}, {name}: apologised");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task An_address_as_long_as_a_server_takes_is_answered()
    {
        using var browser = site.Browser();
        List<string> wrong = [];

        foreach (var page in (string[])["/", "/case-studies", "/share/story", "/my-story", "/sign-in", "/sign-in/choose-password"])
        {
            foreach (var query in (string[])[new string('a', 7000), string.Join('&', Enumerable.Range(0, 1500).Select(number => $"a{number}=1")),
                "words=" + new string('w', 6000), "ReturnUrl=" + new string('/', 6000),
                "person=%00&token=%00", "=&==&&?", "person=1&person=2&token=%F0%9F%98%80"])
            {
                var answer = await browser.GetAsync($"{page}?{query}");
                if ((int)answer.StatusCode is not (200 or 400 or 404 or 410)) wrong.Add($"{page}?{query[..20]} answered {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Every field meets a third of what is tried, and whatever is tried a third of the fields: what may be kept is known in one place.</summary>
    private static IEnumerable<string> InTurn(IReadOnlyList<string> fields, TheoryData<string> tried, string one)
    {
        var turn = tried.OfType<object[]>().Select(row => (string)row[0]).ToList().IndexOf(one);
        return fields.Where((_, at) => (at + turn) % 3 == 0);
    }

    private static IEnumerable<(string Name, HttpContent Body)> Bodies(string token)
    {
        // An old revision, so that nothing is saved where the rest can be read.
        var good = $"__RequestVerificationToken={token}&Form.Revision=999&revision=999";
        HttpContent form(string text) => new StringContent(text, Encoding.UTF8, "application/x-www-form-urlencoded");
        HttpContent typed(string text, string type) => new StringContent(text) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        yield return ("nothing", new ByteArrayContent([]));
        yield return ("empty form", form(""));
        yield return ("json", typed("{\"Form\":{\"Told\":\"x\"}}", "application/json"));
        yield return ("xml", typed("<Form/>", "application/xml"));
        yield return ("text", typed("Form.Told=x", "text/plain"));
        yield return ("another charset", typed(good, "application/x-www-form-urlencoded; charset=utf-7"));
        yield return ("multipart without end", typed("--b\r\nContent-Disposition: form-data; name=\"Form.Told\"\r\n\r\nx", "multipart/form-data; boundary=b"));
        yield return ("multipart without boundary", typed("--b--", "multipart/form-data"));
        yield return ("multipart of another boundary", typed("--c\r\n\r\n--c--", "multipart/form-data; boundary=b"));
        yield return ("too many keys", form(good + string.Concat(Enumerable.Range(0, 600).Select(number => $"&k{number}=1"))));
        yield return ("a key too long", form($"{good}&{new string('k', 5000)}=1"));
        yield return ("too large", form($"{good}&Form.Told={new string('x', 10 * 1024 * 1024)}"));
        yield return ("a null",
            form($"{good}&Form.Told=a%00b&Form.Title=a%00b&Form.Receipt=a%00b&Form.Email=a%00b&Form.PublicText=%00&Form.TheStory=%00"
                + "&revision=%00&Form.Present=%00"));
        yield return ("broken UTF-8", form("__RequestVerificationToken=%FF%FE&Form.Told=%C3%28%ff"));
        yield return ("twice", form($"{good}&Form.Told=a&Form.Told=b&Form.Title=a&Form.Title=b&Form.Website=True&Form.Website=False"));
        yield return ("nested", form($"{good}&Form[Told][x]=a&Form.Told.Told.Told=a&Form.Tags[99999999]=1&Form.Tags[-1]=1&Form.Tags.index=a&Form.Tags[a]=1"));
        yield return ("deep", form($"{good}&{string.Concat(Enumerable.Repeat("Form.", 39))}Told=a&Form{string.Concat(Enumerable.Repeat("[0]", 60))}=1"));
    }

    private async Task EachAsync(IEnumerable<string> fields, Func<(string Page, string? Handler, string Who), string, IHtmlDocument, Task<string?>> trial)
    {
        List<string> wrong = [];
        foreach (var form in site.Forms)
        {
            var page = await site.PageAsync(form.Who, form.Page);
            foreach (var field in fields.Where(field => TestBrowser.FormOf(page, form.Handler)?.QuerySelector($"[name='{field}']") is not null))
            {
                if (await trial(form, field, page) is { } problem) wrong.Add($"{form.Page} {form.Handler} {field}: {problem}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
