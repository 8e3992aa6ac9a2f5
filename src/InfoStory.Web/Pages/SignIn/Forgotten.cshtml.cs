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
public sealed class ForgottenModel(StaffLetters letters) : FormPage
{
    [BindProperty]
    public ForgottenPassword Form { get; set; } = new();

    public bool CanSend => letters.CanSend;

    /// <summary>Answers alike for every address, so that nobody learns who works here.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await letters.SendPasswordLinkAsync(Form.Email, cancellation);
        TempData["Flash"] = "If that address has an account, a link is on its way to it";
        return RedirectToPage("Index");
    }
}
