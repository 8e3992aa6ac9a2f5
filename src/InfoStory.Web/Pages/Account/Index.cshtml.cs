using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Forms;
using InfoStory.Web.Pages.SignIn;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Account;

public sealed class IndexModel(StaffAccounts accounts, StaffSignIn staff, StaffSessions sessions, SecondFactors factors) : FormPage
{
    [BindProperty]
    public NewPassword Form { get; set; } = new();

    public Actor Me => User.ToActor();

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>The session of this request.</summary>
    public Id<StaffSession>? Here => StaffTickets.Of(HttpContext);

    public bool HasSecondFactor { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Sessions, HasSecondFactor) = (await sessions.OfAsync(Me.StaffId!.Value, cancellation), await factors.IsSetUpAsync(Me.StaffId!.Value, cancellation));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Form.IsTheSameTwice(ModelState)) return Refused();

        var result = await accounts.ChangePasswordAsync(Me.StaffId!.Value, Form.Present ?? "", Form.Password ?? "");
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors)
                ModelState.AddModelError(error.Code == nameof(PlainErrors.PasswordMismatch) ? "Form.Present" : "Form.Password", error.Description);
            return Refused();
        }

        await staff.SignOutAsync();
        TempData["Flash"] = "Your password is changed. Sign in with the new one";
        return RedirectToPage("/SignIn/Index");
    }

    public async Task<IActionResult> OnPostEndAsync([FromForm] Id<StaffSession>? session, CancellationToken cancellation)
    {
        if (session is { } one) await sessions.EndOneAsync(Me.StaffId!.Value, one, cancellation);
        TempData["Flash"] = "That session has ended";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        if (Here is { } here) await sessions.EndOthersAsync(Me.StaffId!.Value, here, cancellation);
        TempData["Flash"] = "You are signed out everywhere else";
        return RedirectToPage("Index");
    }
}
