using InfoStory.Data.Access;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace InfoStory.JourneyTests;

/// <summary>A stage on which one network may send one story and guess one receipt.</summary>
public sealed class LimitedStage() : Stage(new LimitedSite())
{
    private sealed class LimitedSite : JourneySite
    {
        protected override int LimitsTimes => 1;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:StoriesAtOnce:Most", "1");
            builder.UseSetting("Limits:WrongReceipts:Most", "1");
        }
    }
}

/// <summary>What a person meets who comes when there were too many, and what the team sees of a program.</summary>
public sealed class LimitJourneyTests(LimitedStage stage) : IClassFixture<LimitedStage>
{
    [Fact]
    public async Task A_person_who_must_wait_is_told_so_loses_nothing_and_the_team_sees_what_may_be_a_program()
    {
        var program = await stage.VisitorAsync();
        await TellAsync(program, "Told by a program.");
        await program.Page.Locator("#form-website").EvaluateAsync("field => { field.value = 'x'; }");
        await new SharePages(program).SendAsync();
        var author = await stage.VisitorAsync(Way.Phone);
        await TellAsync(author, "Told by a person.");

        await author.PressAsync("Send your story");
        await author.SeesAsync("We have had many stories from your network in a short time.", 429);
        await Assertions.Expect(author.Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await author.LookAsync();
        await author.SeesAsync("Told by a person.");

        var guesser = await stage.VisitorAsync(Way.WithoutScripts);
        var wrong = Receipt.Of(DraftSecret.New().Bytes).ToString();
        foreach (var status in new[] { 400, 429 })
        {
            await guesser.GoAsync("/my-story");
            await new MyStoryPages(guesser).EnterAsync(wrong);
            await guesser.SeesAsync("There is a problem", status);
        }

        await guesser.SeesAsync("Too many words that open nothing have come from your network.");
        Assert.Equal(wrong, await guesser.Page.GetByLabel("Enter your six words").InputValueAsync());
        await guesser.LookAsync();

        var staff = await stage.VisitorAsync();
        await new DeskPages(staff).SignInAsync(await stage.StaffAsync(Roles.Moderator));
        await staff.ComesToAsync("Queue");
        await staff.SeesAsync("May not be from a person");
    }

    private static async Task TellAsync(Visitor author, string told)
    {
        await author.GoAsync("/share/story");
        await new SharePages(author).TellAsync(told);
        await new SharePages(author).GoOnAsync(Audience.Website);
    }
}
