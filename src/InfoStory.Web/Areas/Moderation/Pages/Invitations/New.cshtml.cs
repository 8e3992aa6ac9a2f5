using InfoStory.Campaigns;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Moderation.Pages.Invitations;

public sealed class NewModel(InfoStory.Campaigns.Invitations invitations, CampaignCalendar calendar, TagCatalogue tags, PlaceCatalogue places) : FormPage
{
    [BindProperty]
    public CreateInvitation Form { get; set; } = new();

    public IEnumerable<SelectListItem> Campaigns { get; private set; } = [];

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        var open = (await calendar.ListAsync(cancellation)).Where(campaign => campaign.Phase != CampaignPhase.After);
        Campaigns = [.. open.Select(campaign => new SelectListItem(campaign.Name, campaign.Id.ToString()))];
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));
    }

    public void OnGet() => Form = new() { LastDay = invitations.UsualLastDay };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var code = await invitations.CreateAsync(Form, User.ToActor(), cancellation);
        TempData["Flash"] = "The invitation is open";
        return RedirectToPage("Show", new { code });
    }
}
