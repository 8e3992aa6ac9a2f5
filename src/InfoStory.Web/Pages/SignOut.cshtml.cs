using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages;

public sealed class SignOutModel(StaffSignIn staff) : FormPage
{
    public async Task<IActionResult> OnPostAsync()
    {
        await staff.SignOutAsync();
        Response.ForgetOnDevice();
        TempData["Flash"] = "You are signed out";
        return RedirectToPage("SignIn/Index");
    }
}
