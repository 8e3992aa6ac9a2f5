using InfoStory.Insight.Impact;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Impact;

/// <summary>Some months of the figures as one table, with the whole of the window where that is wanted.</summary>
public sealed record ImpactMonths(ImpactOnDesk Figures, IReadOnlyList<DateOnly> Months, string Id, string Caption, bool WithAll);

/// <summary>The figures of /impact exactly, with what is silent and overdue now.</summary>
public sealed class IndexModel(ImpactDesk desk) : PageModel
{
    /// <summary>How many months stand open; those before are a press away.</summary>
    public const int Recent = 3;

    public ImpactOnDesk Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Figures = await desk.ShowAsync(User.ToActor(), cancellation);
}
