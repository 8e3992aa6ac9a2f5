using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Respond.Pages;

/// <summary>Where the letter of an invitation leads. Looking takes nothing.</summary>
public sealed class InvitationModel(ResponderInviting inviting) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    [BindProperty]
    public AcceptInvitation Form { get; set; } = new();

    /// <summary>Null where it has ended.</summary>
    public InvitationToAnswer? Invitation { get; private set; }

    /// <summary>What comes of an address, said before it is typed.</summary>
    public string Hint => Invitation?.Domain is { } domain
        ? $"With an address that ends with @{domain} you can begin at once. At any other our team looks first"
        : "Our team looks at it first, and writes to you when you can begin";

    public override async Task LoadAsync(CancellationToken cancellation) => Invitation = await inviting.ReadAsync(Link, cancellation);

    public IActionResult OnGet() => Invitation is null ? Gone() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Invitation is null) return Gone();

        TempData["Flash"] = await inviting.AcceptAsync(Link, Form with { NeedsEmail = Invitation.Email is null }, cancellation) switch
        {
            { IsOpen: false } => "Thank you. Our team looks at your address first. We write to you when you can begin",
            { HasLink: true } => "Thank you. We have sent a link to sign in to your work email address",
            _ => "Thank you. We sent you a link to sign in a few minutes ago, so we send no other now. In ten minutes you can ask for a new one here",
        };
        return RedirectToPage("Index");
    }

    private static PageResult Gone() => new() { StatusCode = StatusCodes.Status410Gone };
}
