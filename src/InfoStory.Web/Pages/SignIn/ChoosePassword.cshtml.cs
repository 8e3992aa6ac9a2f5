using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.SignIn;

public sealed class ChoosePasswordModel(StaffAccounts accounts) : FormPage
{
    [BindProperty]
    public NewPassword Form { get; set; } = new();

    [FromQuery(Name = "person")]
    public string? Person { get; set; }

    [FromQuery(Name = "token")]
    public string? Token { get; set; }

    public bool IsLinkGood { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) => IsLinkGood = await accounts.IsLinkGoodAsync(Id, Token ?? "");

    public IActionResult OnGet() => IsLinkGood ? Page() : Gone();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!IsLinkGood) return Gone();
        if (!Form.IsTheSameTwice(ModelState)) return Refused();

        var result = await accounts.ChoosePasswordAsync(Id, Token ?? "", Form.Password ?? "");
        if (!result.Succeeded)
        {
            foreach (var error in result.Errors) ModelState.AddModelError("Form.Password", error.Description);
            return Refused();
        }

        TempData["Flash"] = "Your password is saved. Sign in with it";
        return RedirectToPage("Index");
    }

    private long Id => long.TryParse(Person, out var id) ? id : 0;

    private static PageResult Gone() => new() { StatusCode = StatusCodes.Status410Gone };
}
