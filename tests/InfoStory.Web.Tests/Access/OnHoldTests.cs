using System.Net;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.History;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.Access;

/// <summary>A story on hold has one door: access.csv, walked with the story and the case study begun from it in every address.</summary>
public sealed class OnHoldTests(PeopledSite site) : IClassFixture<PeopledSite>
{
    /// <summary>One word for each place in which somebody wrote something.</summary>
    private const string Word = "Zanzibarquay";

    private static readonly string[] Places = ["told", "title", "text", "note", "question", "summary", "hint"];

    private sealed record Held(string Reference, Id<CaseStudy> Key, int Revision, int StudyRevision);

    [Fact]
    public async Task No_way_into_the_site_shows_its_words_to_whoever_is_no_safeguarding_lead()
    {
        var held = await HoldAsync();
        List<string> wrong = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" || row.Route.StartsWith("/moderation", StringComparison.Ordinal)))
        {
            foreach (var (sent, visitor) in
                from sent in Named(row, held) from visitor in AccessTable.Visitors where visitor != "lead" select (sent, visitor))
            {
                var answer = await site.SendAsync(sent, visitor);
                if (await SaysAsync(answer, sent)) wrong.Add($"{visitor}: {sent.Method} {sent.Address} {sent.Fields} ({(int)answer.StatusCode})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        var (story, study) = await KeptAsync(held);
        Assert.Equal((StoryState.OnHold, held.Revision, held.StudyRevision), (story.State, story.Revision, study.Revision));
    }

    [Fact]
    public async Task A_lead_reads_it_and_every_page_that_shows_its_words_leaves_a_trace()
    {
        var held = await HoldAsync();
        site.Visitors["both"] = await site.SignedIn(Roles.SafeguardingLead | Roles.Publisher, $"both-{held.Reference}@example.org");
        HashSet<string> seen = [];
        List<string> untraced = [];

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" || row.Route.StartsWith("/moderation", StringComparison.Ordinal)))
        {
            var sent = Named(row, held)[0];
            var before = await TracesAsync(held);
            var answer = await site.SendAsync(sent, "both");
            // Where it only leads on, the page that it leads to is another row.
            if (answer.Headers.Location is not null || !await SaysAsync(answer, sent)) continue;

            var said = await answer.Content.ReadAsStringAsync();
            seen.UnionWith(Places.Where(place => said.Contains(Word + place, StringComparison.Ordinal)));
            if (await TracesAsync(held) == before) untraced.Add($"{sent.Method} {sent.Address}");
        }

        Assert.True(untraced.Count == 0, string.Join('\n', untraced));
        Assert.Equal(Places.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_search_and_no_filter_finds_it_by_what_it_says()
    {
        var held = await HoldAsync();

        Assert.True(await FindsAsync("moderator", "channel=website"));
        foreach (var query in (string[])[$"words={Word}told", "flag=identity", "criticality=wasted"])
        {
            Assert.False(await FindsAsync("moderator", query), query);
            Assert.True(await FindsAsync("lead", query), query);
        }

        async Task<bool> FindsAsync(string visitor, string query) =>
            (await (await site.Visitors[visitor].GetAsync($"/moderation?lane=held&{query}")).Content.ReadAsStringAsync())
            .Contains(held.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_who_is_no_lead_is_told_why_and_keeps_what_they_had_typed()
    {
        var held = await HoldAsync();
        using var browser = site.Copy(site.Visitors["publisher"]);

        var shown = await browser.GetAsync($"/moderation/case-studies/{held.Key}");
        var saved = await SendAsync(
            $"/moderation/case-studies/{held.Key}?handler=Save",
            $"Form.Revision={held.StudyRevision}&Form.Title=Mine&Form.Summary=A+summary+of+mine&Form.TheStory=My+own+sentence"
            + "&Form.Learning=Ask+once",
            "publisher");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (shown.StatusCode, saved.StatusCode));
        Assert.Contains(StoryOnHold.DrawnFrom, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var said = await saved.Content.ReadAsStringAsync();
        foreach (var typed in (string[])["Mine", "A summary of mine", "My own sentence", "Ask once"]) Assert.Contains(typed, said, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_who_was_writing_when_it_went_on_hold_keeps_what_they_had_typed()
    {
        var held = await HoldAsync();

        foreach (var (door, revision) in new[]
        {
            ("text?handler=Save", held.Revision - 1), ("text?handler=Save", held.Revision), ("decide?handler=Approve", held.Revision - 1),
            ("replace", held.Revision), ("ask", held.Revision - 1),
        })
        {
            var answer = await SendAsync(
                $"/moderation/stories/{held.Reference}/{door}",
                $"Form.Revision={revision}&Form.PublicTitle=My+title&Form.PublicText=My+own+sentence&Form.Kind=Failed&Form.Note=My+note"
                + "&Form.Question=My+question&Replace.Words=own&Replace.Own=other", "moderator");

            var said = await answer.Content.ReadAsStringAsync();
            Assert.InRange((int)answer.StatusCode, 400, 409);
            foreach (var typed in (string[])["My title", "My own sentence", "My note", "My question"]) Assert.Contains(typed, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Word, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whether_its_author_can_be_reached_is_for_leads_alone()
    {
        var held = await HoldAsync();

        var refused = await site.Visitors["moderator"].GetAsync($"/moderation/stories/{held.Reference}/contact");
        var shown = await site.Visitors["lead"].GetAsync($"/moderation/stories/{held.Reference}/contact");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, shown.StatusCode));
        Assert.Contains("Only a safeguarding lead can reach the author", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string address, string fields, string visitor) =>
        site.SendAsync(new("POST", "/moderation", address, fields, new Dictionary<string, string>()), visitor);

    /// <summary>The row with this story in every address; where it names a revision, as it is, as it was, and one that never was.</summary>
    private static IReadOnlyList<AccessRow> Named(AccessRow row, Held held)
    {
        var address = row.Address.Replace("{known}", held.Reference, StringComparison.Ordinal).Replace("{held}", held.Reference, StringComparison.Ordinal)
            .Replace("{study}", held.Key.ToString(), StringComparison.Ordinal).Replace("?of={missing}", $"?of={held.Reference}", StringComparison.Ordinal);
        var named = row with { Address = address };
        if (address == row.Address || row.Method == "GET") return [named];

        var now = row.Address.Contains("{draft}", StringComparison.Ordinal) ? held.StudyRevision : held.Revision;
        return
        [
            named,
            .. new[] { now, now - 1 }.Select(revision => named with
            {
                Fields = named.Fields.Replace("Revision=999", $"Revision={revision}", StringComparison.Ordinal)
                    .Replace("Revision=0", $"Revision={revision}", StringComparison.Ordinal),
            }),
        ];
    }

    private static async Task<bool> SaysAsync(HttpResponseMessage answer, AccessRow sent) =>
        $"{answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}".Replace(sent.Address, "", StringComparison.Ordinal)
            .Replace(sent.Address.Split('?')[0], "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(sent.Address), "", StringComparison.Ordinal)
            .Contains(Word, StringComparison.OrdinalIgnoreCase);

    private async Task<(StoryOnDesk Story, CaseStudyOnDesk Study)> KeptAsync(Held held) =>
        (await site.Get<StoryDesk>().ShowAsync(held.Reference, default), await site.Get<CaseStudyEditing>().ShowAsync(held.Key, default));

    private async Task<int> TracesAsync(Held held) =>
        (await site.Get<StoryDesk>().ShowAsync(held.Reference, default)).History.Count(entry => entry.Act == HistoryAct.Opened);

    /// <summary>A story with words in every place, a case study begun from it, and then on hold.</summary>
    private async Task<Held> HoldAsync()
    {
        var story = await site.Given(A.Story().Told($"{Word}told rang Joan Whitfield on 07700 900123.").Titled($"{Word}title").PublicText($"{Word}text.")
            .Asked($"{Word}question?"));
        await site.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = "teller@example.org" }, default);
        var revision = (await site.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await site.Get<Review>().ClaimAsync(story.Reference, revision, A.Moderator(), default);
        await site.Get<Review>().ApproveAsync(
            story.Reference,
            new()
            {
                Revision = revision + 1,
                PublicTitle = $"{Word}title",
                PublicText = $"{Word}text.",
                Kind = StoryKind.Failed,
                Criticality = Criticality.Wasted,
                Note = $"{Word}note",
            },
            A.Moderator(), default);
        var key = await site.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        var study = await site.Get<CaseStudyEditing>().ShowAsync(key, default);
        await site.Get<CaseStudyEditing>().SaveAsync(
            key,
            new() { Revision = study.Revision, Title = study.Title, Summary = $"{Word}summary", TheStory = study.TheStory, Learning = $"{Word}hint" },
            A.Publisher(), default);
        await site.Get<Flagging>().FlagNewAsync(default);
        revision = (await site.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await site.Get<Review>().HoldAsync(story.Reference, new() { Revision = revision, Note = $"{Word}why" }, A.Moderator(), default);
        var kept = await site.Get<StoryDesk>().ShowAsync(story.Reference, default);
        return new(story.Reference, key, kept.Revision, (await site.Get<CaseStudyEditing>().ShowAsync(key, default)).Revision);
    }
}
