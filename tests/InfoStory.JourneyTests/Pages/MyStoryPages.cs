namespace InfoStory.JourneyTests.Pages;

/// <summary>What an author does with the six words.</summary>
public sealed class MyStoryPages(Visitor visitor)
{
    public const string Enter = "Enter your six words", Yours = "Your story", TakeBack = "Do you want to take your story back?";

    public async Task OpenAsync(string typed, string heading)
    {
        await visitor.GoAsync("/my-story");
        await visitor.ComesToAsync(Enter);
        await EnterAsync(typed);
        await visitor.ComesToAsync(heading);
    }

    /// <summary>Looks again, in the browser in which the story is open already.</summary>
    public async Task OpenAgainAsync(string heading)
    {
        await visitor.GoAsync("/my-story/open");
        await visitor.ComesToAsync(heading);
    }

    public async Task EnterAsync(string typed)
    {
        await visitor.FillAsync(Enter, typed);
        await visitor.PressAsync("See your story");
    }

    public async Task ReadAsync(string what = "our version")
    {
        await visitor.PressAsync($"Read {what}");
        await visitor.ComesToAsync($"Please read {what}");
    }

    public async Task SignOffAsync() => await visitor.PressAsync("Yes, you can use this");

    public async Task TakeBackAsync()
    {
        await visitor.PressAsync("Take my story back");
        await visitor.ComesToAsync(TakeBack);
        await visitor.PressAsync("Yes, take my story back");
        await visitor.ComesToAsync("Your story is yours again");
    }
}
