using InfoStory.Data;
using InfoStory.Data.Access;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.JourneyTests;

/// <summary>Names of places and what people write may be one long word: no page is wider than the phone it is read on.</summary>
public sealed class LongWordsTests(Stage stage) : IClassFixture<Stage>
{
    private const string Long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", Text = $"We waited for {Long} all day.";

    [Fact]
    public async Task A_word_of_58_letters_in_every_text_makes_no_page_wider_than_a_phone()
    {
        var story = A.Story().Told($"I rang. {Text}").Titled($"To {Long}").PublicText(Text).About("Housing", "Leeds").Tagged("Repeating my story");
        var published = await stage.Site.Given(story.Published());
        var reviewed = await stage.Site.Given(A.Story().Told(Text).Titled($"To {Long}").PublicText(Text).About("Housing", "Leeds").InReview());
        await stage.Site.Get<InfoStoryContext>().Database.ExecuteSqlRawAsync(
            $"UPDATE Places SET Name = '{Long}' WHERE Slug = 'leeds'; UPDATE Tags SET Name = '{Long}' || Id");
        var reader = await stage.VisitorAsync(Way.Phone);
        var staff = await DeskPages.SignedInAsync(stage, Roles.Moderator | Roles.Publisher | Roles.Administrator, Way.Phone);

        var faults = await FaultsAsync(
            reader, "/", "/case-studies", "/case-studies?place=leeds", $"/case-studies?words={Long}", $"/case-studies/{published.Slug}", "/share/story");
        faults.AddRange(await FaultsAsync(
            staff, "/moderation", $"/moderation/stories/{reviewed.Reference}", $"/moderation/stories/{published.Reference}", "/moderation/case-studies",
            "/moderation/tags", "/moderation/campaigns", "/moderation/enter"));

        Assert.Empty(faults);
    }

    private static async Task<List<string>> FaultsAsync(Visitor visitor, params string[] addresses)
    {
        List<string> faults = [];
        foreach (var address in addresses)
        {
            await visitor.GoAsync(address);
            faults.AddRange((await Eyes.SidewaysAsync(visitor.Page)).Select(fault => $"{address} {fault}"));
        }

        return faults;
    }
}
