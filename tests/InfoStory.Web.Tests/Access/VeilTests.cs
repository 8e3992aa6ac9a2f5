using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection.Flags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Access;

/// <summary>Nobody on the desk reads hard words before they ask to: access.csv, walked with a story that has content notes in every address.</summary>
public sealed class VeilTests(PeopledSite site) : IClassFixture<PeopledSite>
{
    private const string Word = "Quinquereme";

    /// <summary>
    /// A safeguarding lead comes there to read it, against a clock: what it is about stands above the words. A draft that was put together is its
    /// reader's own.
    /// </summary>
    private static readonly string[] Elsewhere = ["/moderation/safeguarding/{reference}", "/moderation/stories/{reference}/merge"];

    /// <summary>A list that shows a title which is public: everyone reads it.</summary>
    private const string TitlesList = "/moderation/case-studies", Known = $"{Word}known";

    [Theory]
    [InlineData("ready")]
    [InlineData("published")]
    [InlineData("in review")]
    public async Task No_page_of_the_desk_shows_hard_words_before_they_are_asked_for_however_it_is_come_to(string state)
    {
        var built = A.Story().Told($"{Word}told. The baby was left in the corridor with Joan Whitfield, 07700 900123.")
            .Titled(state == "published" ? Known : $"{Word}title").PublicText($"{Word}text. The baby was left in the corridor.");
        var story = await site.Given(state switch { "ready" => built.Ready(), "published" => built.Published(), _ => built.InReview() });
        Id<CaseStudy>? study = state switch
        {
            "ready" => await site.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default),
            "published" => story.CaseStudy,
            _ => null,
        };
        await site.Get<Flagging>().FlagNewAsync(default);
        List<string> wrong = [];
        var told = 0;

        foreach (var row in AccessTable.Rows.Where(row => row.Route.StartsWith("/moderation", StringComparison.Ordinal) && !Elsewhere.Contains(row.Route))
            .OrderBy(row => row.Method != "GET"))
        {
            if (study is null && row.Address.Contains("{study}", StringComparison.Ordinal)) continue;

            var address = row.Address.Replace("{known}", story.Reference, StringComparison.Ordinal).Replace("{held}", story.Reference, StringComparison.Ordinal)
                .Replace("{study}", study?.ToString(), StringComparison.Ordinal).Replace("?of={missing}", $"?of={story.Reference}", StringComparison.Ordinal);
            // Of a form only what is refused: what was done opens the story for whoever did it.
            if (row.Method != "GET" && address == row.Address) continue;

            foreach (var visitor in (string[])["moderator", "publisher", "lead", "administrator"])
            {
                var answer = await site.SendAsync(row with { Address = address }, visitor);
                var said = await answer.Content.ReadAsStringAsync();
                if (said.Contains("This story is about children", StringComparison.Ordinal)) told++;
                if (row.Route == TitlesList) said = said.Replace(Known, "", StringComparison.Ordinal);
                if (said.Contains(Word, StringComparison.OrdinalIgnoreCase))
                    wrong.Add($"{visitor}: {row.Method} {address} ({(int)answer.StatusCode})");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(told > 0);
    }

    [Fact]
    public async Task Who_asks_for_a_case_study_reads_it_and_goes_on_reading_when_a_save_is_refused()
    {
        var story = await site.Given(A.Story().Told("The baby was left in the corridor.").Titled(Known).Published());
        using var publisher = site.Copy(site.Visitors["publisher"]);
        var address = $"/moderation/case-studies/{story.CaseStudy}";

        var list = (await publisher.PageAsync(TitlesList)).QuerySelector($"a[href='{address}']")!.ParentElement!;
        var veiled = await publisher.PageAsync(address);
        var db = site.Get<InfoStoryContext>();
        (await db.CaseStudies.SingleAsync(study => study.Id == story.CaseStudy)).ShowUntil(site.Clock.UtcNow);
        await db.SaveChangesAsync();
        var lapsed = (await publisher.PageAsync(TitlesList)).QuerySelector($"a[href='{address}']")!;
        var opened = await publisher.PageAsync($"{address}?open=true");
        var refused = await publisher.SubmitAsync(opened, address, new() { ["Form.Title"] = "", ["Form.Summary"] = "Typed and kept." }, "Save");

        Assert.Equal($"{Known} About children", list.Words());
        Assert.Equal($"From {story.Reference}", lapsed.TextContent);
        Assert.Equal("This story is about children", veiled.QuerySelector("#about")!.TextContent);
        Assert.Null(veiled.QuerySelector("#form-title"));
        Assert.NotNull(opened.QuerySelector("#form-title"));
        Assert.Contains("Typed and kept.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
