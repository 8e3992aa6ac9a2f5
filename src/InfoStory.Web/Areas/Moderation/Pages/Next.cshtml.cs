using InfoStory.Data.Access;
using InfoStory.Moderation.Queue;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>
/// Leads from one story to the one beside it in the same part of the queue, or to the first. Nobody is handed what somebody else goes on with.
/// </summary>
public sealed class NextModel(StoryQueue stories, QueuePartReader parts) : PageModel
{
    /// <param name="query">The part of the queue; where it names none, what needs someone.</param>
    /// <param name="of">The story to go on from; null for the first.</param>
    /// <param name="before">True for the story before it.</param>
    /// <param name="decided">It was decided: after the last one the first follows, and after what needs this person what needs someone.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "")] QueueQuery query, string? of, bool before, bool decided, CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        // Whoever looked a story up among all of them goes on with what waits.
        var asked = query is { Lane: null, State: null } ? query with { Lane = Lane.Someone }
            : decided && query is { Lane: Lane.All, State: null } ? new QueueQuery { Lane = Lane.Someone } : query;
        var part = await parts.ReadAsync(asked, cancellation);
        if (part.Filter is not { } filter) return NotFound();

        var (me, at) = (User.ToActor(), part.Query.At());
        var found = of is null ? null : await stories.BesideAsync(filter, me, of, before, cancellation);
        if (found is null && (of is null || decided)) found = await stories.FirstAsync(filter, me, of, cancellation);
        if (found is null && decided && filter is { State: null, Lane: Lane.Me or Lane.Mine } && !part.Query.HasFilter)
            (found, at) = await SomeonesAsync(me, of, cancellation);
        if (found is not null) return Redirect(Url.Page("/Stories/Show", new { reference = found }) + at);

        var end = of is null ? "No story here waits for you" : before ? "That was the first story here" : "That was the last story here";
        if (TempData["Flash"] is string done) TempData["Flash"] = $"{done}. {end}";
        else TempData["Said"] = end;
        return Redirect(Url.Page("/Index") + part.Query.At());
    }

    private async Task<(string? Found, string At)> SomeonesAsync(Actor me, string? but, CancellationToken cancellation) => (
        await stories.FirstAsync(new() { Lane = Lane.Someone }, me, but, cancellation), new QueueQuery { Lane = Lane.Someone }.At());
}
