using InfoStory.Campaigns;
using InfoStory.Places;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Campaigns;

/// <summary>The form of a campaign, new or not.</summary>
public abstract class CampaignPage(PlaceCatalogue places) : FormPage
{
    [BindProperty]
    public EditCampaign Form { get; set; } = new();

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) => Places = await places.AllAsync(cancellation);

    protected RedirectToPageResult Done(string slug, string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage("Edit", new { slug });
    }
}
