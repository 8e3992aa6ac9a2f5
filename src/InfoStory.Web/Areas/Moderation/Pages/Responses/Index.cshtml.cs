using InfoStory.Data;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Responses;

/// <summary>Answers that wait to be read, the one that waits longest first.</summary>
public sealed class IndexModel(ResponsesToRead responses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public ResponsePage Responses { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Responses = await responses.ListAsync(After, User.ToActor(), cancellation);
}
