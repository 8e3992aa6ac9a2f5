using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages;

public sealed class IndexModel(Library library, CampaignCalendar campaigns) : PageModel
{
    private const int LatestSize = 3;

    public IReadOnlyList<LibraryEntry> Latest { get; private set; } = [];

    public Campaign? Campaign { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Latest = (await library.ListAsync(after: null, LatestSize, cancellation)).Entries;
        Campaign = await campaigns.CurrentAsync(cancellation);
    }
}
