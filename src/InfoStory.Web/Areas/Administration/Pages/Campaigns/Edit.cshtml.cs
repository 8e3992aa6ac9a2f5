using InfoStory.Campaigns;
using InfoStory.Places;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Campaigns;

public sealed class EditModel(CampaignEditing campaigns, PlaceCatalogue places) : CampaignPage(places)
{
    private EditCampaign saved = new();

    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    /// <summary>The name that is saved.</summary>
    public string Name => saved.Name!;

    /// <summary>What the next button press builds on: after a conflict, what is saved now.</summary>
    public string? Seen => Conflicted ? saved.Seen : Form.Seen;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        saved = await campaigns.OpenAsync(Slug, cancellation);
        await base.LoadAsync(cancellation);
    }

    public void OnGet() => Form = saved;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await campaigns.ChangeAsync(Slug, Form, User.ToActor(), cancellation);
        return Done(Slug, "Saved. Everyone can read it now");
    }
}
