using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

public sealed class EditModel(OrganisationEditing organisations, OrganisationEnding ending, TagCatalogue tags, PlaceCatalogue places)
    : OrganisationForm(tags, places)
{
    private OrganisationOnDesk saved = null!;

    [FromRoute]
    public required Id<Organisation> Id { get; set; }

    public string Name => saved.Form.Name!;

    public string Slug => saved.Slug;

    public bool IsClosed => saved.IsClosed;

    /// <summary>What the next button press builds on: after a conflict, what is saved now.</summary>
    public string? Seen => Conflicted ? saved.Form.Seen : Form.Seen;

    protected override Id<Tag>? Kept => saved.Form.Service;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        saved = await organisations.ShowAsync(Id, User.ToActor(), cancellation);
        await base.LoadAsync(cancellation);
    }

    public void OnGet() => Form = saved.Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await organisations.ChangeAsync(Id, Form, User.ToActor(), cancellation);
        return Done(Id, "Saved. Everyone can read it now");
    }

    public async Task<IActionResult> OnPostReopenAsync(string? seen, CancellationToken cancellation)
    {
        await ending.ReopenAsync(Id, seen, User.ToActor(), cancellation);
        return Done(Id, "It is open again");
    }
}
