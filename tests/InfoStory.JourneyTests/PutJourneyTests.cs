using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Organisations;
using InfoStory.Stories;

namespace InfoStory.JourneyTests;

/// <summary>A case study is put to two organisations, and everyone sees that neither replied.</summary>
public sealed class PutJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_publisher_puts_a_case_study_to_two_organisations_and_the_public_sees_their_silence()
    {
        var story = await stage.Site.Given(A.Story().Titled("Calls of a numbat").For(Audience.Website, Audience.NamedService).Published());
        var db = stage.Site.Get<InfoStoryContext>();
        foreach (var name in (string[])["Kent", "Essex"])
            db.Add(new Organisation { Name = $"{name} Council", Slug = Slug.From(name), Mailbox = $"{name}@example.org" });
        await db.SaveChangesAsync();
        var (staff, reader) = (await DeskPages.SignedInAsync(stage, Roles.Publisher | Roles.Moderator), await stage.VisitorAsync(Way.WithoutScripts));

        await staff.GoAsync($"/moderation/case-studies/{story.CaseStudy}");
        await staff.FollowAsync("Put to organisations");
        await staff.FillAsync("Find organisations", "council");
        await staff.PressAsync("Find");
        await staff.PressAsync("Put it to them");
        await staff.MendsAsync("Choose at least one organisation", "Essex Council");
        foreach (var name in (string[])["Essex Council", "Kent Council"]) await staff.Main.GetByLabel(name).CheckAsync();
        await staff.PressAsync("Put it to them");
        await staff.IsToldAsync("The letters are written");
        await staff.FollowAsync("Kent Council");
        await staff.ComesToAsync("Put to Kent Council");
        await staff.GoAsync("/moderation/asks");
        stage.Site.Clock.Advance(TimeSpan.FromDays(29));
        await reader.GoAsync($"/case-studies/{story.Slug}");

        await reader.SeesAsync("Put to Kent Council on 24 November 2026. No reply after 28 days.");
        await reader.SeesAsync("Put to Essex Council on 24 November 2026. No reply after 28 days.");
    }
}
