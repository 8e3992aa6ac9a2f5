using InfoStory.Dissemination.Recalls;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Deliveries;

public sealed class IndexModel(DeliveryDesk desk) : PageModel
{
    /// <summary>The key of the case study after which the page begins; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public SentPage Sent { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Sent = await desk.ListAsync(Before, User.ToActor(), cancellation);
}
