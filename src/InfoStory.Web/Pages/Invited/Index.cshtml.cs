using InfoStory.Campaigns;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Share;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Invited;

/// <summary>What somebody sees who followed an invitation. Looking changes nothing; the button starts a draft.</summary>
[CountedAs(Counted.Answer)]
public sealed class IndexModel(Invitations invitations, Sharing.Invited invited) : FormPage
{
    [FromRoute]
    public required string Code { get; set; }

    public InvitationToRead Invitation { get; private set; } = null!;

    /// <summary>Where the story that is begun on this device goes on; null where none is.</summary>
    public string? GoesOn { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Invitation = await invitations.ReadAsync(Code, cancellation);
        GoesOn = Questions.GoesOn(await invited.FindBegunAsync(DraftCookie.Read(Request), cancellation));
    }

    public IActionResult OnGet() => Invitation.IsOpen ? Page() : Ended();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!Invitation.IsOpen) return Ended();

        DraftCookie.Write(Response, await invited.StartAsync(DraftCookie.Read(Request), Code, cancellation));
        return LocalRedirect(Questions.First);
    }

    private static PageResult Ended() => new() { StatusCode = StatusCodes.Status410Gone };
}
