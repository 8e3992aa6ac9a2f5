using InfoStory.Data;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages;

public sealed record AskForLink
{
    public string? Email { get; init; }
}

/// <summary>What this is, for anybody; and a link to sign in, for whoever has an address here.</summary>
[CountedAs(Counted.SignInLink)]
public sealed class IndexModel(SignInLinks links, TimeProvider clock) : FormPage
{
    [BindProperty]
    public AskForLink Form { get; set; } = new();

    /// <summary>Where somebody was whose session has ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    public bool IsSignedIn { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) => IsSignedIn = await HttpContext.HasResponderAsync();

    /// <summary>Answers alike for every address and after the same time, so that nobody learns who answers here.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!EmailAddress.IsValid(EmailAddress.Tidy(Form.Email))) return Refused("Form.Email", EmailAddress.Wrong);

        var answered = Task.Delay(AskedForLetters.Least, clock, cancellation);
        await links.AskAsync(Form.Email);
        await answered;
        TempData["Flash"] = "If that address may answer here, we send one link now, and at most one every ten minutes. Look there for one before you ask again";
        return RedirectToPage("Index");
    }
}
