using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>To which organisations a public case study is put, and what became of that.</summary>
public sealed class PutModel(Asking asking, AskDesk desk) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public PutToOrganisations Form { get; set; } = new();

    public AskToPut Asked { get; private set; } = null!;

    public IReadOnlyList<AskRow> Asks { get; private set; } = [];

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Asked.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Asked.ContentNotes, Url.Page("Put", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Asked = await asking.OfferAsync(Id, Form.Find, [.. Form.Organisations.Take(PutToOrganisations.Most)], User.ToActor(), cancellation);
        Asks = await desk.OfCaseStudyAsync(Id, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await asking.PutAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = Form.Organisations.Count == 1 ? "The letter is written" : "The letters are written";
        return RedirectToPage(new { Id, open = Pages.Veil.Onward(Request) });
    }

    /// <summary>Looks for organisations; what is chosen already stays so.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }
}
