using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class IndexModel(TagRegister register) : PageModel
{
    public IEnumerable<IGrouping<Facet, TagRow>> Offered { get; private set; } = [];

    /// <summary>Retired, merged and split.</summary>
    public IReadOnlyList<TagRow> Gone { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var all = await register.ListAsync(cancellation);
        (Offered, Gone) =
            (all.Where(tag => tag.Standing == TagStanding.Offered).GroupBy(tag => tag.Facet), [.. all.Where(tag => tag.Standing != TagStanding.Offered)]);
    }
}
