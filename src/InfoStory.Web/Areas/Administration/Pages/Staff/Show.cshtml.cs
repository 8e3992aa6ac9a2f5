using InfoStory.Data.Access;
using InfoStory.People;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

public sealed class ShowModel(StaffDesk desk, StaffAccounts accounts, SecondFactors factors) : FormPage
{
    [FromRoute]
    public required long Person { get; set; }

    [BindProperty]
    public ChangeRoles Form { get; set; } = new();

    public StaffRow Account { get; private set; } = null!;

    public IReadOnlyList<StaffAct> Acts { get; private set; } = [];

    /// <summary>What the next change of roles builds on: after a conflict, what is saved now.</summary>
    public Roles Seen => Conflicted ? Account.Roles : Form.Seen;

    /// <summary>A link that was just made and is not passed on yet; null where there is none.</summary>
    public string? ShownLink => ShownOnce.Read(HttpContext, ShownOnce.LinkOf(Person));

    public override async Task LoadAsync(CancellationToken cancellation) => (Account, Acts) = await desk.ReadAsync(Person, cancellation);

    public void OnGet() => Form = new() { Roles = Account.Roles.Apart(), Seen = Account.Roles };

    public async Task<IActionResult> OnPostRolesAsync(CancellationToken cancellation)
    {
        await accounts.ChangeRolesAsync(Person, Form, User.ToActor(), cancellation);
        await LoadAsync(cancellation);
        return Done(Account.HasPassword ? "Saved. Their sessions have ended, and they sign in again" : "Saved. They have these roles when they first sign in");
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

    public IActionResult OnPostPassedOn()
    {
        ShownOnce.Delete(HttpContext);
        return RedirectToPage("Show", new { person = Person });
    }

    private async Task<IActionResult> LinkAsync(string flash, CancellationToken cancellation)
    {
        if (await desk.LinkAsync(Person, User.ToActor(), cancellation) is { } link) ShownOnce.Write(HttpContext, ShownOnce.LinkOf(Person), link);
        return Done(flash);
    }

    private RedirectToPageResult Done(string flash)
    {
        TempData["Flash"] = flash;
        return RedirectToPage("Show", new { person = Person });
    }
}
