namespace InfoStory.JourneyTests;

public sealed class SubscribeJourneyTests(PostStage stage) : IClassFixture<PostStage>
{
    [Theory]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task A_reader_subscribes_says_yes_gets_fewer_letters_and_leaves(Way way)
    {
        var (reader, email) = (await stage.VisitorAsync(way), $"{way}@example.org");
        await reader.GoAsync("/");
        await reader.Page.Locator("footer").GetByText("Get letters").ClickAsync();
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

        await new SubscribePages(reader).ConfirmAsync(await stage.Post.LinkAsync(email, "subscribe/confirm"), "Case studies with place Leeds");
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
