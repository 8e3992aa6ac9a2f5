using InfoStory.People;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

public sealed class NewModel(StaffAccounts accounts, StaffLetters letters) : FormPage
{
    [BindProperty]
    public InviteStaff Form { get; set; } = new();

    public bool CanSend => letters.CanSend;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var person = await accounts.InviteAsync(Form, User.ToActor(), cancellation);
        if (await letters.SendInvitationAsync(person, cancellation) is { } link) ShownOnce.Write(HttpContext, ShownOnce.LinkOf(person.Id), link);
        TempData["Flash"] = CanSend ? $"Invited. A link is on its way to {person.Email}" : "Invited. Pass the link on to them yourself";
        return RedirectToPage("Show", new { person = person.Id });
    }
}
