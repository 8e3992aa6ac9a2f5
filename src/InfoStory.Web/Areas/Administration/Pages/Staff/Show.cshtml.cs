using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

public sealed class ShowModel(StaffDesk desk, StaffAccounts accounts, SecondFactors factors) : FormPage
{
    /// <summary>Carries a link to choose a password to the one page that shows it.</summary>
    public const string Link = "PasswordLink";

    [FromRoute]
    public required long Person { get; set; }

    [BindProperty]
    public ChangeRoles Form { get; set; } = new();

    public StaffRow Account { get; private set; } = null!;

    public IReadOnlyList<StaffAct> Acts { get; private set; } = [];

    /// <summary>What the next change of roles builds on: after a conflict, what is saved now.</summary>
    public Roles Seen => Conflicted ? Account.Roles : Form.Seen;

    public string? ShownLink { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) => (Account, Acts) = await desk.ReadAsync(Person, cancellation);

    public void OnGet() => (Form, ShownLink) = (new() { Roles = Account.Roles.Apart(), Seen = Account.Roles }, TempData[Link] as string);

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellation)
    {
        await accounts.ChangeRolesAsync(Person, Form, User.ToActor(), cancellation);
        return Done("Saved. Their sessions have ended, and they sign in again");
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation)
    {
        await accounts.CloseAsync(Person, User.ToActor(), cancellation);
        return Done("The account is closed and its sessions have ended");
    }

    public async Task<IActionResult> OnPostOpenAgainAsync(CancellationToken cancellation)
    {
        await accounts.OpenAgainAsync(Person, User.ToActor(), cancellation);
        return await LinkAsync("The account is open again", cancellation);
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellation)
    {
        await factors.ResetAsync(Person, User.ToActor(), cancellation);
        return Done("The second factor is taken away and the sessions have ended");
    }

    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation) =>
        LinkAsync("Their old links do not work once they use the new one", cancellation);

    private async Task<IActionResult> LinkAsync(string flash, CancellationToken cancellation)
    {
        TempData[Link] = await desk.LinkAsync(Person, User.ToActor(), cancellation);
        return Done(flash);
    }

    private RedirectToPageResult Done(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("Show", new { person = Person });
    }
}
