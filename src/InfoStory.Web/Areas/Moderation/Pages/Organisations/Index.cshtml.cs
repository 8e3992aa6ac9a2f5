using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

public sealed class IndexModel(OrganisationList list, TagCatalogue tags, PlaceCatalogue places) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Organisation>? After { get; set; }

    public bool IsNarrowed => (Words ?? Service ?? Place ?? State) is not null;

    /// <summary>How many are chosen in the filter.</summary>
    public int Chosen => new[] { Service, Place, State }.Count(one => one is not null);

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public new OrganisationListPage Page { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Services = await tags.InAsync(Facet.Service, cancellation);
        Places = await places.AllAsync(cancellation);
        var filter = new OrganisationFilter(
            Words, Services.FirstOrDefault(tag => tag.Slug == Service)?.Id, Places.FirstOrDefault(place => place.Slug == Place)?.Id,
            OneName.Of<OrganisationState>(State) ?? OrganisationState.Open);
        Page = await list.ShowAsync(filter, After, User.ToActor(), cancellation);
    }
}
