using Microsoft.Playwright;

namespace InfoStory.JourneyTests.Pages;

/// <summary>Invitations as staff make them and as other people follow them.</summary>
public sealed class InvitationPages(Visitor visitor)
{
    public const string Invited = "You are invited to share your story", Ended = "This invitation has ended";

    /// <summary>Makes one for a place and a service, looks at its page, and gives the link that the poster shows.</summary>
    public async Task<string> MakeAsync(string name, string place, string service)
    {
        await visitor.GoAsync("/moderation/invitations");
        await visitor.ComesToAsync("Invitations");
        await visitor.FollowAsync("Make an invitation");
        await visitor.ComesToAsync("Make an invitation");
        await visitor.PressAsync("Make the invitation");
        await visitor.MendsAsync("Say what the invitation is for", "What it is for");
        await visitor.FillAsync("What it is for", name);
        await visitor.SelectAsync("Place", place);
        await visitor.SelectAsync("Service", service);
        await visitor.PressAsync("Make the invitation");
        await visitor.IsToldAsync("The invitation is open");
        return await visitor.Main.Locator(".desk-address").First.InnerTextAsync();
    }

    /// <summary>Sees how many stories came by it, on its page and in the list.</summary>
    public async Task SeesCountAsync(string name, string count)
    {
        await visitor.GoAsync("/moderation/invitations");
        await Assertions.Expect(visitor.Main.GetByRole(AriaRole.Row, new() { Name = name }).GetByText(count, new() { Exact = true })).ToBeVisibleAsync();
        await visitor.FollowAsync(name);
        await visitor.ComesToAsync(name);
        await Assertions.Expect(visitor.Main.Locator(".govuk-summary-list__row", new() { HasText = "Stories that came by it" }).Locator("dd"))
            .ToHaveTextAsync(count);
    }

    public async Task CloseAsync()
    {
        await visitor.Main.GetByText("Close this invitation").ClickAsync();
        await visitor.PressAsync("Close it now");
        await visitor.IsToldAsync("Closed. Nobody can come by it any more");
    }
}
