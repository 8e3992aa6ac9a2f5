using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages.Home;

/// <summary>A responder's organisations, and who else answers for them.</summary>
public sealed class IndexModel(Responding responding) : FormPage
{
    public ResponderHome Home { get; private set; } = null!;

    public Id<Responder> Me => User.ToResponder();

    public override async Task LoadAsync(CancellationToken cancellation) => Home = await responding.HomeAsync(Me, cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCloseAsync(Id<Organisation> organisation, Id<Responder> colleague, CancellationToken cancellation)
    {
        await responding.CloseAsync(Me, colleague, organisation, cancellation);
        TempData["Flash"] = "Closed. They cannot sign in for this organisation any more";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await HttpContext.SignOutResponderAsync();
        TempData["Flash"] = "You are signed out";
        return RedirectToPage("/Index");
    }
}
