using InfoStory.Data;
using InfoStory.People;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.SignIn;

public sealed record TypedCode
{
    public string? Code { get; init; }

    public string? RecoveryCode { get; init; }
}

public sealed class SecondFactorModel(StaffSignIn staff, SecondFactors factors, AttemptThrottle throttle, IAuthorizationService policies) : SignInPage(policies)
{
    private StaffMember? person;

    [BindProperty]
    public TypedCode Form { get; set; } = new();

    public bool HasApp { get; private set; }

    public bool HasPasskeys { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        person = await staff.WhoCameFirstAsync();
        if (person is null) return;

        var factor = await factors.OfAsync(person.Id, cancellation);
        (HasApp, HasPasskeys) = (factor.HasApp, factor.Passkeys.Count > 0);
    }

    public async Task<IActionResult> OnGetAsync() =>
        IsSignedIn ? LocalRedirect(await NextAsync()) : person is null ? Redirect("/sign-in" + Return) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (IsSignedIn || person is null) return await OnGetAsync();

        var answer = CodeAnswer.Wrong;
        await throttle.PasswordAsync(HttpContext, async () => (answer = await factors.TryCodeAsync(person.Id, Form.Code)) == CodeAnswer.Right);
        if (answer == CodeAnswer.TooMany)
            throw new TooManyException(
                "Too many codes were tried for this account. Use a recovery code or a passkey, or try again in 15 minutes", TimeSpan.FromMinutes(15));

        return answer == CodeAnswer.Right
            ? await BeginAsync()
            : Refused("Form.Code", "This code is not right, or was used already. Wait for the next one in your app");
    }

    public async Task<IActionResult> OnPostRecoverAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (IsSignedIn || person is null) return await OnGetAsync();

        var right = await throttle.PasswordAsync(HttpContext, () => factors.TryRecoveryCodeAsync(person.Id, Form.RecoveryCode));
        return right ? await BeginAsync() : Refused("Form.RecoveryCode", "This recovery code is not right, or was used already");
    }

    private async Task<IActionResult> BeginAsync()
    {
        await staff.BeginAsync(person!, withSecondFactor: true);
        return LocalRedirect(await NextAsync());
    }
}
