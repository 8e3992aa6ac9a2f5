using InfoStory.Web.RateLimiting;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SignIn;

public sealed record Credentials
{
    public string? Email { get; init; }

    public string? Password { get; init; }

    /// <summary>What the browser made of a passkey, as JSON.</summary>
    public string? Credential { get; init; }
}

public sealed class IndexModel(StaffSignIn staff, StaffPasskeys passkeys, AttemptThrottle throttle, IAuthorizationService policies) : SignInPage(policies)
{
    [BindProperty]
    public Credentials Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => IsSignedIn ? LocalRedirect(await NextAsync()) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        // A session is one person's for good: whoever wants to be someone else signs out first.
        if (IsSignedIn) return LocalRedirect(await NextAsync());
        if (string.IsNullOrWhiteSpace(Form.Email)) ModelState.AddModelError("Form.Email", "Enter your email address");
        if (string.IsNullOrEmpty(Form.Password)) ModelState.AddModelError("Form.Password", "Enter your password");
        if (!ModelState.IsValid) return Refused();

        var step = FirstStep.Refused;
        await throttle.PasswordAsync(HttpContext, async () => (step = await staff.TryAsync(Form.Email, Form.Password)) != FirstStep.Refused);
        return step switch
        {
            FirstStep.SignedIn => LocalRedirect(await NextAsync()),
            FirstStep.NeedsSecond => Redirect("/sign-in/second-factor" + Return),
            _ => Refused("Form.Email", "The email address or password is not right"),
        };
    }

    public async Task<IActionResult> OnPostAskAsync() => Content(await passkeys.AskAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (IsSignedIn) return LocalRedirect(await NextAsync());
        if (await passkeys.WhoAsync(HttpContext, Form.Credential) is not { } person)
            return Refused("", "This passkey opens no account here. Try again, or sign in with your password");

        await staff.BeginAsync(person, withSecondFactor: true);
        return LocalRedirect(await NextAsync());
    }
}
