using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Promises;

public sealed class IndexModel(PromiseDesk desk) : PageModel
{
    /// <summary>Those that are made, confirmed or dropped, in place of the open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public PromiseList Promises { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Promises = await desk.ListAsync(!Ended, After, User.ToActor(), cancellation);
}
