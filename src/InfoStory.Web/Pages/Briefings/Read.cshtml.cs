using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Briefings;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Briefings;

/// <summary>A copy of a briefing, opened by the link of its letter: what may be shown of it now, and 410 where that is over.</summary>
[OpenedByLink]
public sealed class ReadModel(SharedBriefings briefings) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public BriefingContent? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Shown = await briefings.ReadAsync(Link, cancellation);
        return Answer();
    }

    /// <summary>Takes it away: by a button, because scanners open every link, and the log says that somebody did.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await briefings.TakeAsync(Link, cancellation) is { } content) return BriefingFile.Of(content);

        Shown = await briefings.ReadAsync(Link, cancellation);
        return Answer();
    }

    private PageResult Answer() => new() { StatusCode = Shown is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK };
}
