using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages.Home;

/// <summary>That an answer takes longer, a question to the team, or that it is somebody else's.</summary>
public sealed class TellModel(Answering answering, TellingTeam telling) : FormPage
{
    [FromRoute]
    public Id<Ask> Id { get; set; }

    [BindProperty]
    public TellTeam Form { get; set; } = new();

    public AskToAnswer Asked { get; private set; } = null!;

    public override string? BackTo => Url.Page("Ask", new { Id });

    public override bool IsTyped => Form with { Revision = 0 } != new TellTeam();

    public override async Task LoadAsync(CancellationToken cancellation) => Asked = await answering.ShowAsync(User.ToResponder(), Id, cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await telling.TellAsync(User.ToResponder(), Id, Form, cancellation);
        TempData["Flash"] = Form.Kind switch
        {
            AskEventKind.HoldingReply => "Thank you. Everyone reads by when you will answer",
            AskEventKind.Question => $"Thank you. The time stops until we have answered by email, for {AskClock.LongestPause} days at most",
            _ => "Thank you. Our team looks, and passes it on. Until then the time goes on",
        };
        return RedirectToPage("Index");
    }
}
