using InfoStory.People;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Pages.SecondFactor;

public sealed record PasskeyForm
{
    /// <summary>What the browser made, as JSON.</summary>
    public string? Credential { get; init; }

    /// <summary>Which one to remove.</summary>
    public string? Passkey { get; init; }
}

public sealed class IndexModel(SecondFactors factors, StaffPasskeys passkeys, StaffSignIn staff, IOptions<StaffOptions> rules) : SecondFactorPage
{
    [BindProperty]
    public PasskeyForm Form { get; set; } = new();

    public InfoStory.People.SecondFactor Mine { get; private set; } = new(false, [], 0);

    /// <summary>Nothing else can be opened before a second factor is set up.</summary>
    public bool IsWaitedFor => rules.Value.IsSecondFactorRequired && !SecondFactorPassed.Is(User);

    public override async Task LoadAsync(CancellationToken cancellation) => Mine = await factors.OfAsync(MyId, cancellation);

    public async Task<IActionResult> OnPostOfferAsync()
    {
        staff.MustBeFresh();
        return Content(await passkeys.OfferAsync(HttpContext, Me), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        staff.MustBeFresh();
        var codes = await passkeys.AddAsync(HttpContext, Me, Form.Credential);
        await staff.BeginAgainAsync(MyId, withSecondFactor: true);
        return Done(codes, "Your passkey is added");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(CancellationToken cancellation)
    {
        staff.MustBeFresh();
        await factors.RemovePasskeyAsync(MyId, Form.Passkey, rules.Value.IsSecondFactorRequired, cancellation);
        return await RemovedAsync("The passkey is removed");
    }

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancellation)
    {
        staff.MustBeFresh();
        await factors.RemoveAppAsync(MyId, rules.Value.IsSecondFactorRequired, cancellation);
        return await RemovedAsync("Your authenticator app is removed");
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken cancellation)
    {
        staff.MustBeFresh();
        return Done(await factors.NewRecoveryCodesAsync(MyId, cancellation), "You have ten new recovery codes. The old ones do not work any more");
    }

    /// <summary>What this session has shown stays what it was: taking something away shows nothing.</summary>
    private async Task<IActionResult> RemovedAsync(string flash)
    {
        await staff.BeginAgainAsync(MyId, SecondFactorPassed.Is(User));
        return Done([], flash);
    }
}
