using InfoStory.Data;
using InfoStory.Moderation.Safeguarding;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Safeguarding;

public sealed class IndexModel(SafeguardingLane lane) : PageModel
{
    public LanePage Lane { get; private set; } = null!;

    public async Task OnGetAsync(Cursor? after, CancellationToken cancellation) => Lane = await lane.ListAsync(after, User.ToActor(), cancellation);
}
