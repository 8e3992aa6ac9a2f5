using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

public sealed class IndexModel(StoryQueue stories, TagCatalogue tags, PlaceCatalogue places, CampaignCalendar campaigns) : PageModel
{
    /// <summary>An empty name: its parts stand in the address by themselves.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueQuery Address { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "after")]
    public Cursor? After { get; set; }

    public QueuePage Queue { get; private set; } = null!;

    public IReadOnlyDictionary<Lane, int> Counts { get; private set; } = null!;

    public IReadOnlyList<TagChoice> Tags { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    public IReadOnlyList<CampaignRow> Campaigns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        Address = await Address.TodayAsync(tags, cancellation);
        (Tags, Places, Campaigns) = (await Address.TagsAsync(tags, cancellation), await places.AllAsync(cancellation), await campaigns.ListAsync(cancellation));
        var me = User.ToActor();
        Counts = await stories.CountAsync(me, cancellation);
        // Who has nothing to go on with sees what they could begin.
        if (Address is { Lane: null, State: null }) Address = Address with { Lane = Counts[Lane.Me] > 0 ? Lane.Me : Lane.Someone };
        if (Address.Resolve(Tags, Places, Campaigns) is not { } filter) return NotFound();

        Queue = await stories.ListAsync(filter, me, After, cancellation);
        return Page();
    }
}
