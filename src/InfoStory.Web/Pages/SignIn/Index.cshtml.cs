using InfoStory.Web.Abuse;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.SignIn;

public sealed record Credentials
{
    public string? Email { get; init; }

    public string? Password { get; init; }
}

public sealed class IndexModel(StaffSignIn staff, Guesses guesses, IAuthorizationService policies) : FormPage
{
    [BindProperty]
    public Credentials Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => IsSignedIn ? LocalRedirect(await NextAsync()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // A session is one person's for good: whoever wants to be someone else signs out first.
        if (IsSignedIn || await guesses.PasswordAsync(HttpContext, () => staff.TryAsync(Form.Email, Form.Password))) return LocalRedirect(await NextAsync());

        ModelState.AddModelError("Form.Email", "The email address or password is not right");
        return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    private bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    private async Task<string> NextAsync()
    {
        if (Url.IsLocalUrl(ReturnUrl)) return ReturnUrl!;

        return (await policies.AuthorizeAsync(User, Policies.Moderate)).Succeeded ? "/moderation" : "/account";
    }
}
