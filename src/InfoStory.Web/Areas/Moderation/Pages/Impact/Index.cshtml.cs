using InfoStory.Insight.Impact;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Impact;

/// <summary>The figures of /impact exactly, with what is silent and overdue now.</summary>
public sealed class IndexModel(ImpactDesk desk) : PageModel
{
    public ImpactOnDesk Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Figures = await desk.ShowAsync(User.ToActor(), cancellation);
}
