using InfoStory.Campaigns;
using InfoStory.Places;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Campaigns;

public sealed class NewModel(CampaignEditing campaigns, PlaceCatalogue places) : CampaignPage(places)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Done(await campaigns.CreateAsync(Form, User.ToActor(), cancellation), "The campaign has a public page now");
}
