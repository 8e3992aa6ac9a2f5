using InfoStory.Data;
using InfoStory.Letters;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.JourneyTests;

/// <summary>A site that writes letters, at whose mail server nobody is, so that they wait.</summary>
public sealed class LetterSite : JourneySite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", "9");
    }

    /// <summary>Where the link of the letter to this address leads, once it is written.</summary>
    public async Task<string> LinkAsync(string email, string page)
    {
        string? body;
        while ((body = await Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.To == email).Select(letter => letter.Body)
            .FirstOrDefaultAsync()) is null) await Task.Yield();
        return new Uri(body.Split((char[]?)null).Single(word => word.Contains($"/subscribe/{page}/", StringComparison.Ordinal))).AbsolutePath;
    }
}

public sealed class LetterStage() : Stage(new LetterSite());

public sealed class SubscribeJourneyTests(LetterStage stage) : IClassFixture<LetterStage>
{
    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_subscribes_says_yes_gets_fewer_letters_and_leaves(Way way)
    {
        var (reader, email) = (await stage.VisitorAsync(way), $"{way}@example.org");
        await reader.GoAsync("/");
        await reader.Page.Locator("footer").GetByText("Letters about new case studies").ClickAsync();
        await reader.ComesToAsync("Letters about new case studies");
        await reader.PressAsync("Yes, write to me");
        await reader.MendsAsync("Enter an email address in the right form, such as name@example.org", "Email address");
        await reader.FillAsync("Email address", email);
        await reader.Main.GetByLabel("I work on the front line").CheckAsync();
        await reader.Main.GetByLabel("Once a week at most").CheckAsync();
        await reader.Main.GetByText("Only some case studies").ClickAsync();
        await reader.SelectAsync("Place", "Leeds");
        await reader.PressAsync("Yes, write to me");
        await reader.ComesToAsync("Look in your mailbox");

        await reader.GoAsync(await ((LetterSite)stage.Site).LinkAsync(email, "confirm"));
        await reader.ComesToAsync("Do you want our letters?");
        await reader.SeesAsync("Case studies with place Leeds");
        await reader.PressAsync("Yes, write to me");
        await reader.ComesToAsync("You are on the list");
        await reader.FollowAsync("Change what you get");
        await reader.ComesToAsync("Your letters");
        await reader.Main.GetByLabel("Once a month at most").CheckAsync();
        await reader.PressAsync("Save");
        await reader.SeesAsync("Saved.");
        await reader.FollowAsync("Leave our list");
        await reader.PressAsync("Leave");

        await reader.ComesToAsync("You have left");
        await reader.FollowAsync("ask for letters again");
        await reader.ComesToAsync("Letters about new case studies");
    }
}
