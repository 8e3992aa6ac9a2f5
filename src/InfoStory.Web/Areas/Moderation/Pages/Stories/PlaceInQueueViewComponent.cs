using InfoStory.Moderation.Queue;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Where a story stands in the part of the queue that it was opened from, such as 3 of 33; nothing where it was opened from elsewhere.</summary>
public sealed class PlaceInQueueViewComponent(StoryQueue stories, QueuePartReader parts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string carried, string reference)
    {
        if (carried.Length == 0 || QueueQuery.Of(carried) is not { } query) return Content("");

        var part = await parts.ReadAsync(query is { Lane: null, State: null } ? query with { Lane = Lane.Someone } : query, HttpContext.RequestAborted);
        if (part.Filter is not { } filter) return Content("");

        var (place, of) = await stories.PlaceAsync(filter, UserClaimsPrincipal.ToActor(), reference, HttpContext.RequestAborted);
        var most = of == StoryQueue.MostCounted ? $"{of:N0} or more" : $"{of:N0}";
        return View("~/Areas/Moderation/Pages/Stories/_PlaceInQueue.cshtml", place is null ? $"{most} here" : $"{place:N0} of {most}");
    }
}
