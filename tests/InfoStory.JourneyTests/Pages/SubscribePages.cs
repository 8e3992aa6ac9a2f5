namespace InfoStory.JourneyTests.Pages;

/// <summary>What somebody does who wants letters.</summary>
public sealed class SubscribePages(Visitor visitor)
{
    /// <summary>Asks for a letter about every case study, as soon as there is one.</summary>
    public async Task AskAsync(string email, string who)
    {
        await visitor.GoAsync("/subscribe");
        await visitor.ComesToAsync("Letters about new case studies");
        await visitor.FillAsync("Email address", email);
        await visitor.Main.GetByLabel(who).CheckAsync();
        await visitor.Main.GetByLabel("As soon as there is a new one").CheckAsync();
        await visitor.PressAsync("Yes, write to me");
        await visitor.ComesToAsync("Look in your mailbox");
    }

    /// <summary>Follows the link of the letter, sees what was asked for, and says yes.</summary>
    public async Task ConfirmAsync(string link, string asked)
    {
        await visitor.GoAsync(link);
        await visitor.ComesToAsync("Do you want our letters?");
        await visitor.SeesAsync(asked);
        await visitor.PressAsync("Yes, write to me");
        await visitor.ComesToAsync("You are on the list");
    }
}
