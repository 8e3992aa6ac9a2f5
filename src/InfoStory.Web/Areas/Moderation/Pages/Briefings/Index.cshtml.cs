using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

public sealed class IndexModel(BriefingEditing briefings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public BriefingList Briefings { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Briefings = await briefings.ListAsync(After, User.ToActor(), cancellation);
}
