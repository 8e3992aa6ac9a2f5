using InfoStory.Data;
using InfoStory.Moderation;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages;

public sealed class IndexModel(Queue stories) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public StoryState State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public QueuePage Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid) return NotFound();

        Queue = await stories.ListAsync(State, After, cancellation);
        return Page();
    }
}
