using InfoStory.Campaigns;
using InfoStory.Moderation.Queue;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>Leads from one story to the one beside it in the same part of the queue.</summary>
public sealed class NextModel(StoryQueue stories, TagCatalogue tags, PlaceCatalogue places, CampaignCalendar campaigns) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "")] QueueQuery address, string of, bool before, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        address = address is { Lane: null, State: null } ? address with { Lane = Lane.Someone } : address;
        address = await address.TodayAsync(tags, cancellation);
        if (address.Resolve(
                await address.TagsAsync(tags, cancellation), await places.AllAsync(cancellation), await campaigns.ListAsync(cancellation)) is not { } filter)
            return NotFound();
        if (await stories.BesideAsync(filter, User.ToActor(), of, before, cancellation) is { } reference) return Redirect(address.Story(reference));

        TempData["Flash"] = before ? "That was the first story here" : "That was the last story here";
        return Redirect(address.At());
    }
}
