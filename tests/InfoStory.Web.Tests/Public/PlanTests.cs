using System.Text.RegularExpressions;
using InfoStory.Data.Access;
using InfoStory.Protection.Flags;
using InfoStory.Tags;
using Microsoft.Data.Sqlite;

namespace InfoStory.Web.Tests.Public;

/// <summary>How SQLite means to run every statement of every page: never by reading a table that grows from end to end.</summary>
[Collection(nameof(LibrarySite))]
public sealed class PlanTests(LibrarySite site)
{
    /// <summary>Tables that ship with the program or hold a handful of rows.</summary>
    private static readonly string[] Small =
    [
        "Tags", "FormerSlugs", "TagParts", "Places", "Campaigns", "CampaignPlaces",
        // Some thousand rows at most: bodies that case studies are put to, which people add.
        "Organisations", "OrganisationPlaces",
        // Sixteen rows for each month, and what is to be counted again: each goes within the minute, or when the clock of its ask runs out.
        "ImpactCounts", "ImpactMarks",
        // Letters of digests that wait: at most what leaves in two minutes.
        "DigestLetters",
        "Secrets", "SwitchedOffRules", "ProposedSwitches", "Replies", "json_each", "SearchIndex", "CONSTANT"
    ];

    /// <summary>What a statement may do all the same, and why.</summary>
    private static readonly (string Sql, string Step)[] Allowed =
    [
        // Whether there is another administrator: a team is a handful of rows. So for who has no second factor.
        ("\"s\".\"PasswordHash\" IS NOT NULL AND \"s\".\"Roles\" & 8 = 8", "SCAN s"),
        ("\"s\".\"AuthenticatorKey\" IS NULL AND NOT EXISTS", "SCAN s"),
        // How many letters wait and were given up, none counted past a thousand: one pass over an index, and a letter is deleted when it is sent.
        ("FROM \"Letters\" AS \"l\"\n    WHERE \"l\".\"GivenUpAt\" IS", "SEARCH l"),
        // The newest edition: the last row of the table, read backwards.
        ("ORDER BY \"e\".\"Id\" DESC\nLIMIT 1", "SCAN e"),
        // The newest tap: the same.
        ("FROM \"HereTooTaps\" AS \"h\"\nORDER BY \"h\".\"Id\" DESC\nLIMIT 1", "SCAN h"),
        // How often each rule raised a flag: one pass over an index that holds nothing but rules and times.
        ("GROUP BY \"f\".\"Rule\"", "SCAN f USING COVERING INDEX IX_Flags_Rule_DismissedAt"),
        // A page of the team's list of case studies: wants an index on UpdatedAt before there are very many.
        ("ORDER BY \"c\".\"UpdatedAt\" DESC, \"c\".\"Id\" DESC\n    LIMIT", ""),
        // A page of the team's list of invitations: the last rows of the table, read backwards.
        ("FROM \"Invitations\" AS \"i\"\n    ORDER BY \"i\".\"Id\" DESC", "SCAN i"),
        // How often each tag is used: one pass each over an index of keys.
        ("GROUP BY \"s\".\"TagId\"", "SCAN s USING COVERING INDEX IX_StoryTags_TagId_StoryId"),
        ("GROUP BY \"s\".\"ServiceId\"", "SEARCH s USING COVERING INDEX IX_Stories_ServiceId"),
        ("GROUP BY \"c\".\"TagId\"", "SCAN c USING COVERING INDEX IX_CaseStudyTags_TagId_CaseStudyId"),
        // The job that flags takes what is on hold first; it sorts the keys of what nobody has looked at yet.
        ("ORDER BY \"s\".\"State\" <> 'OnHold', \"s\".\"Id\"", "USE TEMP B-TREE FOR ORDER BY"),
        // How much all drafts take: one pass over an index, which the bound keeps short.
        ("SUM(CAST(\"d\".\"Weight\"", "SCAN d USING COVERING INDEX IX_Drafts_Weight_Answered_ExpiresAt"),
        // Stories that share words with one: the keys that are the same are sorted, at most 2,000 are kept.
        ("FROM \"StoryShingles\" AS \"s\"", "USE TEMP B-TREE FOR ORDER BY"),
        // What one organisation was asked, and what one promised, with those that were merged into it: at most a few hundred rows of one index.
        ("\"a\".\"OrganisationId\" IN (", "USE TEMP B-TREE FOR ORDER BY"),
        ("\"a\".\"OrganisationId\" = ", "USE TEMP B-TREE FOR ORDER BY"),
        ("\"p\".\"OrganisationId\" IN (", "USE TEMP B-TREE FOR ORDER BY"),
        // What was asked because of one case study, when it is taken down.
        ("\"a\".\"CaseStudyId\" = ", "USE TEMP B-TREE FOR ORDER BY"),
        // What was sent of the case studies of one story, and what was answered to them: keys in memory, summed up and sorted.
        ("FROM \"Deliveries\" AS \"d\"\n    WHERE \"d\".\"CaseStudyId\" IN (", "USE TEMP B-TREE FOR GROUP BY"),
        ("FROM \"Responses\" AS \"r\"\nLEFT JOIN \"ResponseShingles\"", "USE TEMP B-TREE FOR ORDER BY"),
        // What the library can be narrowed by is read whole, once by a process and where it may be anything that changed.
        ("SELECT \"c\".\"Id\", \"c0\".\"TagId\", \"t\".\"Facet\"\n", "SCAN c0"),
        ("\"c\".\"WhatChanged\" IS NOT NULL AND \"c\".\"WhatChanged\" <> ''", "SCAN c"),
        // Nothing is asked for, so nothing is read.
        ("\nWHERE 0", "SCAN c"),
        // Stories with words that a hundred at most hold: those are sorted.
        ("CROSS JOIN Stories AS one", "USE TEMP B-TREE FOR ORDER BY"),
        // A search is sorted by rank, at most a thousand rows of it are kept.
        ("bm25(SearchIndex", "USE TEMP B-TREE FOR ORDER BY"),
    ];

    [Fact]
    public async Task No_page_reads_a_table_that_grows_from_end_to_end_and_none_counts_past_rows()
    {
        await site.ForgetAsync();
        site.Sql.Take();
        await VisitEverythingAsync();

        var statements = site.Sql.Take().DistinctBy(statement => statement.Sql).ToList();
        var plans = statements.Select(statement => (statement.Sql, Plan: Explain(statement))).ToList();
        var bad = plans.Where(plan => plan.Plan.Any(step => IsBad(plan.Sql, plan.Plan, step)))
            .Select(plan => $"{string.Join(" | ", plan.Plan)}\n{plan.Sql}").ToList();

        Assert.True(statements.Count > 40, $"Only {statements.Count} statements were seen.");
        Assert.DoesNotContain(statements, statement => statement.Sql.Contains("OFFSET", StringComparison.OrdinalIgnoreCase));
        Assert.True(bad.Count == 0, string.Join("\n\n", bad));
    }

    private async Task VisitEverythingAsync()
    {
        using var reader = site.Browser();
        var next = (await reader.PageAsync("/case-studies")).QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        await reader.GetAsync("/case-studies/nothing");
        foreach (var (page, address) in await site.PublicAddressesAsync())
        {
            await reader.PageAsync(address);
            foreach (var query in page.Queries) await reader.GetAsync($"{address}?{query}=nothing");
        }

        foreach (var page in (string[])[next, "/case-studies?kind=failed", "/case-studies?service=housing", "/case-studies?words=nurse",
                "/case-studies?words=nurse&kind=failed", "/case-studies/case-number-8"])
            await reader.PageAsync(page);

        using var author = site.Browser();
        await author.TellAsync("I rang.");
        var shown = await author.SendAsync();
        using var opened = await site.Opened(shown.Receipt);
        await opened.PageAsync("/my-story/open");
        using var publisher = await site.SignedIn(Roles.Moderator | Roles.Publisher, "both@example.org");
        foreach (var state in (string[])["received", "published", "ready"]) await publisher.PageAsync($"/moderation?state={state}&after=638000000000000000-5");
        foreach (var page in (string[])["", "?lane=someone", "?lane=mine", "?lane=held", "?lane=all", "?lane=all&words=rang", "?lane=all&words=IS-7F",
                "?state=inreview&late=true", "/next", "/next?lane=me"])
            await publisher.GetAsync($"/moderation{page}");
        var desk = $"/moderation/stories/{shown.Reference}";
        await publisher.DoAsync(desk, [], "Claim");
        await VisitFlagsAsync(publisher, desk);
        await publisher.DoAsync(desk, new()
        {
            ["Form.PublicTitle"] = "T",
            ["Form.PublicText"] = "A text.",
            ["Form.Kind"] = "Failed",
            ["Form.Criticality"] = "Friction",
            ["Form.Note"] = "N"
        }, "Approve");
        var edit = (await publisher.SubmitAsync(desk, [], "Start")).Headers.Location!.OriginalString;
        await publisher.DoAsync(edit, new Dictionary<string, string> { ["Form.Summary"] = "S" }.Answered(), "Publish");
        await publisher.PageAsync("/moderation/case-studies");
        await VisitOrganisationsAsync(publisher);
        await VisitCampaignsAsync(publisher);
        await opened.DoAsync("/my-story/open/take-back", []);
        await publisher.DoAsync("/sign-out", []);
    }

    private async Task VisitFlagsAsync(TestBrowser moderator, string desk)
    {
        await site.Get<Flagging>().FlagNewAsync(CancellationToken.None);
        var flag = (await moderator.PageAsync($"{desk}/flags")).QuerySelector("[name='Form.Flags']")!.GetAttribute("value")!;
        await moderator.DoAsync($"{desk}/flags", new() { ["Form.Flags"] = flag, ["Form.Why"] = "Dealt" }, "Dismiss");
        await moderator.DoAsync($"{desk}/flags", new() { ["key"] = flag }, "Restore");
    }

    private async Task VisitCampaignsAsync(TestBrowser moderator)
    {
        using var administrator = await site.SignedIn(Roles.Administrator);
        var place = (await administrator.PageAsync("/moderation/campaigns/new")).QuerySelector("[name='Form.Places']")!.GetAttribute("value")!;
        var campaign = new Dictionary<string, string>
        {
            ["Form.Name"] = "Planned",
            ["Form.Hashtag"] = "#P",
            ["Form.Summary"] = "S",
            ["Form.FirstDay"] = "2026-11-01",
            ["Form.LastDay"] = "2026-12-31",
            ["Form.Places"] = place
        };
        await administrator.DoAsync("/moderation/campaigns/new", campaign);
        await administrator.DoAsync("/moderation/campaigns/planned", []);
        await administrator.PageAsync("/moderation/campaigns");
        await administrator.PageAsync("/moderation/overview");
        await VisitTagsAsync(administrator);
        using var second = await site.SignedIn(Roles.Administrator, "second@example.org");
        await administrator.DoAsync("/moderation/rules?off=identity.name", new() { ["Form.Why"] = "W" }, "Propose");
        await second.DoAsync("/moderation/rules", [], "Confirm");
        await administrator.DoAsync("/moderation/rules", new() { ["rule"] = "identity.name" }, "SwitchOn");
        await administrator.PageAsync("/moderation/rules");

        var invitation = (await moderator.SubmitAsync("/moderation/invitations/new", new() { ["Form.Name"] = "W" })).Headers.Location!.OriginalString;
        foreach (var page in (string[])["/moderation/invitations", invitation, $"{invitation}/qr.svg"]) await moderator.PageAsync(page);
        using var author = site.Browser();
        await author.DoAsync($"/i/{invitation.Split('/')[^1]}", []);
        await author.TellAsync("I came by an invitation.");
        await author.SendAsync();
        for (var number = 0; number < 5; number++) await site.Given(A.Story());
        await author.PageAsync("/campaigns/planned");
        await moderator.DoAsync(
            "/moderation/enter",
            new() { ["Form.Channel"] = "Paper", ["Form.Story.Told"] = "Told.", ["Form.Permission.Nobody"] = "true", ["Form.Agreed"] = "true" });
        await moderator.PageAsync("/moderation/enter/slip");
        await moderator.DoAsync(invitation, [], "Close");
    }

    private static async Task VisitOrganisationsAsync(TestBrowser publisher)
    {
        const string List = "/moderation/organisations";
        var added = (await publisher.SubmitAsync($"{List}/new", new() { ["Form.Name"] = "Planned", ["Form.Parent"] = "Kent County Council" }))
            .Headers.Location!;
        await publisher.DoAsync(added.OriginalString, new() { ["Form.OtherNames"] = "Plans" });
        await publisher.DoAsync($"{added.OriginalString}/end", new() { ["Form.How"] = "Merged", ["Form.Successor"] = "Kent County Council" });
        foreach (var page in (string[])["", "?words=kent", "?service=housing&state=closed", "?place=kent&after=5", "/export"])
            await publisher.GetAsync($"{List}{page}");
        foreach (var page in (string[])["/organisations?letter=k&after=kent-county-council", "/organisations/planned", "/organisations/kent-county-council"])
            await publisher.GetAsync(page);
    }

    private async Task VisitTagsAsync(TestBrowser administrator)
    {
        await administrator.DoAsync("/moderation/tags/new", new() { ["Form.Facet"] = "HandOffProblem", ["Form.Name"] = "To be merged" });
        await administrator.DoAsync("/moderation/tags/to-be-merged", new() { ["Form.Name"] = "Merged away" });
        await administrator.DoAsync("/moderation/tags/merged-away", [], "Retire");
        await administrator.DoAsync("/moderation/tags/merged-away", [], "BringBack");
        var lost = await site.Get<TagCatalogue>().FindAsync("referral-lost-or-refused", CancellationToken.None);
        await administrator.DoAsync("/moderation/tags/merged-away/merge", new() { ["Form.Into"] = lost!.Id.ToString() });
        await administrator.DoAsync("/moderation/tags/new", new() { ["Form.Facet"] = "Service", ["Form.Name"] = "A service" });
        var housing = await site.Get<TagCatalogue>().FindAsync("housing", CancellationToken.None);
        await administrator.DoAsync("/moderation/tags/a-service/merge", new() { ["Form.Into"] = housing!.Id.ToString() });
        await administrator.DoAsync("/moderation/tags/no-feedback-to-the-referrer/parts", new() { ["Form.Names"] = "No answer\nNo thanks" });
        const string Split = "/moderation/tags/no-feedback-to-the-referrer/split";
        await administrator.DoAsync(Split, new() { ["Form.Rows[0].None"] = "true" });
        foreach (var page in (string[])["/moderation/tags", "/moderation/tags/housing", $"{Split}?after=story-5",
                $"{Split}?after=study-5", "/case-studies?problem=no-feedback-to-the-referrer"])
            await administrator.PageAsync(page);
        await administrator.GetAsync("/case-studies?tag=to-be-merged");
    }

    private List<string> Explain(Statement statement)
    {
        using var connection = new SqliteConnection(site.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
        foreach (var (name, value) in statement.Values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        List<string> steps = [];
        using var rows = command.ExecuteReader();
        while (rows.Read()) steps.Add(rows.GetString(3));
        return steps;
    }

    private static bool IsBad(string sql, IReadOnlyList<string> plan, string step)
    {
        if (Allowed.Any(allowed => sql.Contains(allowed.Sql, StringComparison.Ordinal) && step.StartsWith(allowed.Step, StringComparison.Ordinal)))
            return false;
        if (step.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal)) return !IsOfOneRow(sql) && !Tables(sql).All(Small.Contains);
        if (!step.StartsWith("SCAN ", StringComparison.Ordinal)) return false;

        var name = step.Split(' ')[1];
        var isFromThisStatement = plan.Any(other => other == $"CO-ROUTINE {name}" || other == $"MATERIALIZE {name}");
        return !isFromThisStatement && !Small.Contains(name) && !Tables(sql, name).All(Small.Contains);
    }

    /// <summary>What belongs to one story or case study is sorted in memory: a handful of consents, notes or tags.</summary>
    private static bool IsOfOneRow(string sql) => sql.Contains("LIMIT 1\n", StringComparison.Ordinal) || sql.EndsWith("LIMIT 1", StringComparison.Ordinal);

    private static IEnumerable<string> Tables(string sql, string alias = "[a-z0-9]+") =>
        Regex.Matches(sql, $"\"([A-Za-z_]+)\" AS \"{alias}\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value);
}
