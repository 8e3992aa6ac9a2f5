using InfoStory.People;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.SignIn;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Account;

public sealed class IndexModel(StaffAccounts accounts, StaffSignIn staff) : FormPage
{
    [BindProperty]
    public NewPassword Form { get; set; } = new();

    public Actor Me => User.ToActor();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Form.IsTheSameTwice(ModelState)) return Again();

        var result = await accounts.ChangePasswordAsync(Me.StaffId!.Value, Form.Present ?? "", Form.Password ?? "");
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors) ModelState.AddModelError(error.Code == nameof(PlainErrors.PasswordMismatch) ? "Form.Present" : "Form.Password", error.Description);
            return Again();
        }

        await staff.SignOutAsync();
        TempData["Flash"] = "Your password is changed. Sign in with the new one";
        return Redirect("/sign-in");
    }

    private static PageResult Again() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
