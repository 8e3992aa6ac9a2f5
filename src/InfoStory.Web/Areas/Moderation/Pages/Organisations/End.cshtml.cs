using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

/// <summary>Closes an organisation, or merges it into another.</summary>
public sealed class EndModel(OrganisationEditing organisations, OrganisationEnding ending) : FormPage
{
    private EditOrganisation saved = new();

    [FromRoute]
    public required Id<Organisation> Id { get; set; }

    [BindProperty]
    public EndOrganisation Form { get; set; } = new();

    public string Name => saved.Name!;

    public string? Seen => Conflicted ? saved.Seen : Form.Seen;

    public override async Task LoadAsync(CancellationToken cancellation) => saved = await organisations.OpenAsync(Id, User.ToActor(), cancellation);

    public void OnGet() => Form = new() { Seen = saved.Seen };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var name = (await organisations.OpenAsync(Id, User.ToActor(), cancellation)).Name;
        var successor = await ending.EndAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = Form.How == OrganisationEnd.Merged ? $"{name} is merged into {successor}" : $"{name} is closed";
        return RedirectToPage("Index");
    }
}
