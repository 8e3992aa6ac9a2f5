using InfoStory.Insight.Impact;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Impact;

/// <summary>How many stories were heard, and what came of them, as counts that are too large to point to a person.</summary>
public sealed class IndexModel(ImpactBook book) : PageModel
{
    public PublicImpact Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Figures = await book.ReadAsync(cancellation);
}
