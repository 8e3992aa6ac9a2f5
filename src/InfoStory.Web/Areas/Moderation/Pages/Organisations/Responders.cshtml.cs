using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

/// <summary>Who answers for an organisation: invited, allowed, closed and forgotten.</summary>
public sealed class RespondersModel(ResponderDesk desk) : FormPage
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public RespondersOnDesk Responders { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Responders = await desk.ShowAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation) =>
        DoneAsync(desk.InviteAsync(Id, User.ToActor(), cancellation), "Invited. The letter goes to the mailbox");

    public Task<IActionResult> OnPostAllowAsync(Id<Responder> responder, CancellationToken cancellation) =>
        DoneAsync(desk.AllowAsync(Id, responder, User.ToActor(), cancellation), "Allowed. A letter tells them");

    public Task<IActionResult> OnPostAllowInvitationAsync(Id<ResponderInvitation> invitation, CancellationToken cancellation) =>
        DoneAsync(desk.AllowInvitationAsync(Id, invitation, User.ToActor(), cancellation), "Allowed. The letter is on its way");

    public Task<IActionResult> OnPostRefuseAsync(Id<ResponderInvitation> invitation, CancellationToken cancellation) =>
        DoneAsync(desk.RefuseAsync(Id, invitation, User.ToActor(), cancellation), "Taken back. Its link opens nothing any more");

    public Task<IActionResult> OnPostCloseAsync(Id<Responder> responder, CancellationToken cancellation) =>
        DoneAsync(desk.CloseAsync(Id, responder, User.ToActor(), cancellation), "Closed. They cannot sign in for this organisation any more");

    public Task<IActionResult> OnPostForgetAsync(Id<Responder> responder, CancellationToken cancellation) =>
        DoneAsync(desk.ForgetAsync(Id, responder, User.ToActor(), cancellation), "Forgotten. Only what was done stays, under a number");

    private async Task<IActionResult> DoneAsync(Task act, string done)
    {
        await act;
        TempData["Flash"] = done;
        return RedirectToPage("Responders", new { Id });
    }
}
