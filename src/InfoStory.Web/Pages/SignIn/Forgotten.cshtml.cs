using InfoStory.Web.Forms;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SignIn;

public sealed record ForgottenPassword
{
    public string? Email { get; init; }
}

[CountedAs(Counted.PasswordLink)]
public sealed class ForgottenModel(StaffLetters letters, PasswordLinks links, TimeProvider clock) : FormPage
{
    [BindProperty]
    public ForgottenPassword Form { get; set; } = new();

    /// <summary>The page that somebody wanted when they were asked to sign in.</summary>
    [FromQuery(Name = "ReturnUrl")]
    public string? ReturnUrl { get; set; }

    public bool CanSend => letters.CanSend;

    /// <summary>Answers alike for every address and after the same time, so that nobody learns who works here.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var answered = Task.Delay(AskedForLetters.Least, clock, cancellation);
        await links.AskAsync(Form.Email);
        await answered;
        TempData["Flash"] = "If that address has an account, we send one link now, and at most one every ten minutes. Look there for one before you ask again";
        return RedirectToPage("Index", new { ReturnUrl });
    }
}
