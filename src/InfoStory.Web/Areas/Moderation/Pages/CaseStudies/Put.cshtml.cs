using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations;
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

    /// <summary>What was looked for, in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Find { get; set; }

    /// <summary>What was chosen before somebody looked for more, in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public List<Id<Organisation>> Chosen { get; set; } = [];

    public AskToPut Asked { get; private set; } = null!;

    public IReadOnlyList<AskRow> Asks { get; private set; } = [];

    /// <summary>Those of them that nobody can answer at /respond yet.</summary>
    public IReadOnlyList<AskRow> WithoutSeat { get; private set; } = [];

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Asked.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Asked.ContentNotes, Url.Page("Put", null, new { Id, Find, Chosen, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        if (!HttpMethods.IsPost(Request.Method)) Form = new() { Find = Find, Organisations = Chosen };
        Asked = await asking.OfferAsync(Id, Form.Find, [.. Form.Organisations.Take(PutToOrganisations.Most)], User.ToActor(), cancellation);
        Asks = await desk.OfCaseStudyAsync(Id, User.ToActor(), cancellation);
        WithoutSeat = await desk.WithoutSeatAsync(Asks, cancellation);
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

    /// <summary>
    /// Leads to the address of what is looked for, where what is chosen already stays so. The boxes can be in one form only, and that one has a token.
    /// </summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return RedirectToPage(new { Id, Form.Find, Chosen = Form.Organisations.Take(PutToOrganisations.Most), open = Pages.Veil.Onward(Request) });
    }
}
