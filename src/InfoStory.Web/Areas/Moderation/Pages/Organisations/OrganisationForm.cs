using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

/// <summary>The form of an organisation, new or not.</summary>
public abstract class OrganisationForm(TagCatalogue tags, PlaceCatalogue places) : FormPage
{
    [BindProperty]
    public EditOrganisation Form { get; set; } = new();

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    /// <summary>The service that is saved, which stays on offer when it is retired.</summary>
    protected virtual Id<Tag>? Kept => null;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Places = await places.AllAsync(cancellation);
        Services = (await tags.WithAsync(Kept is { } service ? [service] : [], cancellation)).FindAll(tag => tag.Facet == Facet.Service);
    }

    protected RedirectToPageResult Done(Id<Organisation> id, string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage("Edit", new { id });
    }
}
