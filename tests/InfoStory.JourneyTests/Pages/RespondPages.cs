namespace InfoStory.JourneyTests.Pages;

/// <summary>What somebody does who answers for an organisation.</summary>
public sealed class RespondPages(Visitor visitor)
{
    /// <summary>Follows the link of the invitation, and accepts it.</summary>
    public async Task AcceptAsync(string link, string organisation, string email)
    {
        await visitor.GoAsync(link);
        await visitor.ComesToAsync($"Answer for {organisation}");
        await visitor.FillAsync("Your name", "Ann");
        await visitor.FillAsync("Your role", "Head of housing");
        await visitor.FillAsync("Your work email address", email);
        await visitor.PressAsync("Accept");
        await visitor.IsToldAsync("Thank you. We have sent a link to sign in to your work email address");
    }

    /// <summary>Follows the link of the letter, and comes to the page of the only organisation that they answer for.</summary>
    public async Task SignInAsync(string link, string organisation)
    {
        await visitor.GoAsync(link);
        await visitor.ComesToAsync("Sign in");
        await visitor.PressAsync("Sign in");
        await visitor.ComesToAsync(organisation);
    }

    /// <summary>Answers what was put to them, and promises a change by that day.</summary>
    public async Task AnswerAsync(string caseStudy, string understood, string change, DateOnly due)
    {
        await visitor.FollowAsync(caseStudy);
        await visitor.ComesToAsync(caseStudy);
        await visitor.FillAsync("What did you understand?", understood);
        await visitor.FillAsync("What will you do?", "We will answer every call at one place.");
        await visitor.Main.GetByText("Promise one change (optional)").ClickAsync();
        await visitor.FillAsync("What will change?", change);
        await visitor.FillAsync("In whose hands is it?", "Head of housing");
        await visitor.FillAsync("By which day?", $"{due:d MMMM yyyy}");
        await visitor.LookAsync();
        await visitor.PressAsync("Send");
        await visitor.IsToldAsync("Sent. We read it before everyone can");
    }
}
