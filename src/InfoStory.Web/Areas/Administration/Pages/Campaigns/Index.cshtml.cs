using InfoStory.Campaigns;
using InfoStory.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Campaigns;

public sealed class IndexModel(CampaignCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public CampaignList Campaigns { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Campaigns = await calendar.PageAsync(After, cancellation);
}
