using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

public sealed class IndexModel(StoryQueue stories, QueuePartReader parts) : PageModel
{
    /// <summary>An empty name: its parts stand in the address by themselves.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "after")]
    public Cursor? After { get; set; }

    /// <summary>The tags, places and campaigns that can be chosen here.</summary>
    public QueuePart Part { get; private set; } = null!;

    public QueuePage Queue { get; private set; } = null!;

    /// <summary>How many stories fit what is looked for or chosen; null where nothing is.</summary>
    public int? Found { get; private set; }

    public IReadOnlyDictionary<Lane, int> Counts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        var me = User.ToActor();
        (Part, Counts) = (await parts.ReadAsync(Query, cancellation), await stories.CountAsync(me, cancellation));
        if (Part.Filter is not { } filter) return NotFound();

        Query = Part.Query is { Lane: null, State: null } ? Part.Query with { Lane = Usual(Part.Query) } : Part.Query;
        if (Query.Whole is { } whole && await stories.ListAsync(new() { Lane = Lane.All, Words = whole }, me, null, cancellation) is { Rows: [var only] })
            return RedirectToPage("/Stories/Show", new { reference = only.Reference });

        filter = filter with { Lane = Query.Lane ?? filter.Lane };
        Queue = await stories.ListAsync(filter, me, After, cancellation);
        if (!Query.HasFilter && Query.State is null) return Page();

        Found = After is null && Queue.Next is null ? Queue.Rows.Count : await stories.CountAsync(filter, me, cancellation);
        return Page();
    }

    /// <summary>Words alone are looked for in every story; who has nothing to go on with sees what they could begin.</summary>
    private Lane Usual(QueueQuery query) => query.Words is not null ? Lane.All : Counts[Lane.Me] > 0 ? Lane.Me : Lane.Someone;
}
