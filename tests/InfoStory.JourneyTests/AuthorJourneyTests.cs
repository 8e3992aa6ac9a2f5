namespace InfoStory.JourneyTests;

public sealed class AuthorJourneyTests(Stage stage) : IClassFixture<Stage>
{
    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.Phone)]
    [InlineData(Way.WithoutScripts)]
    public async Task An_author_takes_a_published_story_back_and_it_is_gone_everywhere(Way way)
    {
        var word = $"zebra{way}";
        var title = $"Left hanging, {way}";
        var story = await stage.Site.Given(A.Story().Titled(title).PublicText($"They lost my {word} twice.").Published());
        var (author, reader) = (await stage.VisitorAsync(way), await stage.VisitorAsync(way));
        var (mine, library) = (new MyStoryPages(author), new LibraryPages(reader));
        await library.OpenAsync();
        await library.ReadAsync(title);

        await author.GoAsync("/my-story");
        await mine.EnterAsync("apple apple apple apple apple apple apple");
        await author.MendsAsync("Enter all six words, with a space between them", MyStoryPages.Enter);
        await mine.OpenAsync(Messily(story.Receipt.Words), title);
        await author.SeesAsync("Your story is published.");
        await author.SeesAsync($"They lost my {word} twice.");
        await mine.TakeBackAsync();

        await reader.Page.ReloadAsync();
        await reader.ComesToAsync("This has been taken down", 410);
        await reader.SeesAsync("The person whose story it came from may have taken that back");
        await library.OpenAsync();
        await reader.DoesNotSeeAsync(title);
        await library.SearchAsync(word);
        await reader.SeesAsync("We have no case study with");
        await mine.OpenAsync(story.Receipt.ToString(), MyStoryPages.Yours);
        await author.SeesAsync("You took this story back");
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task An_author_who_asked_to_see_it_first_says_yes(Way way)
    {
        var story = await stage.Site.Given(A.Story().Titled("Seen first").PublicText("Our version of it.").WithAuthor());
        var author = await stage.VisitorAsync(way);
        var mine = new MyStoryPages(author);
        await mine.OpenAsync(story.Receipt.ToString(), "Seen first");
        await author.SeesAsync("It is your turn: please read our version.");
        await mine.ReadAsync();
        await author.SeesAsync("Our version of it.");

        await mine.SignOffAsync();

        await author.SeesAsync("Your story is ready.");
        await author.LookAsync();
        await author.PressAsync("Close my story on this device");
        await author.ComesToAsync(MyStoryPages.Enter);
    }

    [Theory]
    [InlineData(Way.Desktop)]
    [InlineData(Way.WithoutScripts)]
    public async Task Back_shows_no_word_of_a_story_that_was_closed(Way way)
    {
        var story = await stage.Site.Given(A.Story().Titled("Closed by its author").PublicText("A heron nobody may see.").Published());
        var author = await stage.VisitorAsync(way);
        await new MyStoryPages(author).OpenAsync(story.Receipt.ToString(), "Closed by its author");
        await author.SeesAsync("A heron nobody may see.");
        await author.PressAsync("Close my story on this device");
        await author.ComesToAsync(MyStoryPages.Enter);

        await author.Page.GoBackAsync();

        await author.ComesToAsync(MyStoryPages.Enter);
        await author.DoesNotSeeAsync("A heron nobody may see.");
    }

    private static string Messily(IEnumerable<string> words) =>
        "  " + string.Join(", ", words.Select((word, number) => number % 2 == 0 ? word.ToUpperInvariant() : word)) + ". ";
}
