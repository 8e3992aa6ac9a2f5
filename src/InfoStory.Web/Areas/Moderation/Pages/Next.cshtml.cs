using InfoStory.Moderation.Queue;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>Leads from one story to the one beside it in the same part of the queue.</summary>
public sealed class NextModel(StoryQueue stories, QueuePartReader parts) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "")] QueueQuery query, string of, bool before, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        var part = await parts.ReadAsync(query is { Lane: null, State: null } ? query with { Lane = Lane.Someone } : query, cancellation);
        if (part.Filter is not { } filter) return NotFound();
        if (await stories.BesideAsync(filter, User.ToActor(), of, before, cancellation) is { } reference)
            return Redirect(Url.Page("/Stories/Show", new { reference }) + part.Query.At());

        var last = before ? "That was the first story here" : "That was the last story here";
        // What was just decided leads here too.
        TempData["Flash"] = TempData["Flash"] is string done ? $"{done}. {last}" : last;
        return Redirect(Url.Page("/Index") + part.Query.At());
    }
}
