using System.Net;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Stories;

namespace InfoStory.Web.Tests.Access;

/// <summary>A story on hold has one door: access.csv, walked with the story and the case study begun from it in every address.</summary>
public sealed class OnHoldTests(PeopledSite site) : IClassFixture<PeopledSite>
{
    /// <summary>One word for each place in which somebody wrote something.</summary>
    private const string Word = "Zanzibarquay";

    [Fact]
    public async Task No_way_into_the_site_shows_its_words_to_whoever_is_no_safeguarding_lead()
    {
        var (reference, key) = await HoldAsync();
        List<string> wrong = [];
        var lead = await (await site.Copy(site.Visitors["lead"]).GetAsync($"/moderation/stories/{reference}")).Content.ReadAsStringAsync();

        foreach (var row in AccessTable.Rows.Where(row => row.Method == "GET" || row.Route.StartsWith("/moderation", StringComparison.Ordinal)))
        {
            var held = row with
            {
                Address = row.Address.Replace("{known}", reference, StringComparison.Ordinal).Replace("{held}", reference, StringComparison.Ordinal)
                    .Replace("{study}", key.ToString(), StringComparison.Ordinal).Replace("?of={missing}", $"?of={reference}", StringComparison.Ordinal),
            };
            foreach (var visitor in AccessTable.Visitors.Where(visitor => visitor != "lead"))
            {
                var answer = await site.SendAsync(held, visitor);
                var said = $"{answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}".Replace(
                    held.Address, "", StringComparison.Ordinal).Replace(Uri.EscapeDataString(held.Address), "", StringComparison.Ordinal);
                if (said.Contains(Word, StringComparison.OrdinalIgnoreCase)) wrong.Add($"{visitor}: {row.Method} {held.Address} ({(int)answer.StatusCode})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        foreach (var place in (string[])["told", "title", "text", "note", "question"])
            Assert.Contains(Word + place, lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publisher_who_is_no_lead_is_refused_the_case_study()
    {
        var (_, key) = await HoldAsync();

        using var browser = site.Copy(site.Visitors["publisher"]);
        var answer = await browser.GetAsync($"/moderation/case-studies/{key}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>A story with words in every place, a case study begun from it, and then on hold.</summary>
    private async Task<(string Reference, Id<CaseStudy> Key)> HoldAsync()
    {
        var story = await site.Given(A.Story().Told($"{Word}told rang Joan Whitfield on 07700 900123.").Titled($"{Word}title").PublicText($"{Word}text.")
            .Asked($"{Word}question?"));
        var revision = (await site.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await site.Get<Review>().ClaimAsync(story.Reference, revision, A.Moderator(), default);
        await site.Get<Review>().ApproveAsync(
            story.Reference,
            new()
            {
                Revision = revision + 1, PublicTitle = $"{Word}title", PublicText = $"{Word}text.", Kind = StoryKind.Failed,
                Criticality = Criticality.Wasted, Note = $"{Word}note",
            },
            A.Moderator(), default);
        var key = await site.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        await site.Get<Flagging>().FlagNewAsync(default);
        revision = (await site.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        await site.Get<Review>().HoldAsync(story.Reference, new() { Revision = revision, Note = $"{Word}why" }, A.Moderator(), default);
        return (story.Reference, key);
    }
}
