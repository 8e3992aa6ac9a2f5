using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

public sealed class NewModel(OrganisationEditing organisations, TagCatalogue tags, PlaceCatalogue places) : OrganisationForm(tags, places)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Done(await organisations.AddAsync(Form, User.ToActor(), cancellation), "Added. It has a public page now");
}
