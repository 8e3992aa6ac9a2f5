using InfoStory.Dissemination.Recalls;
using InfoStory.Web.Forms;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.CalledBack;

/// <summary>
/// Where the link of a letter leads that calls something back. Opening it says nothing, because mail scanners open every link; the button does.
/// </summary>
[OpenedByLink, CountedAs(Counted.Answer)]
public sealed class IndexModel(Dissemination.Recalls.CalledBack recalls) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public CalledBackNotice Notice { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Notice = await recalls.ReadAsync(Link, cancellation);

    public async Task<IActionResult> OnPostAsync()
    {
        await recalls.AcknowledgeAsync(Link);
        return RedirectToPage();
    }
}
