using InfoStory.Tags;
using InfoStory.TagUpkeep;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class IndexModel(TagRegister register) : PageModel
{
    /// <summary>What a tag is called, or a part of it; null for all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    public IEnumerable<IGrouping<Facet, TagRow>> Offered { get; private set; } = [];

    /// <summary>Retired, merged and split.</summary>
    public IReadOnlyList<TagRow> Gone { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = (await register.ListAsync(cancellation)).Where(tag => tag.IsCalled(Words)).ToLookup(tag => tag.Standing == TagStanding.Offered);
        (Offered, Gone) = (found[true].GroupBy(tag => tag.Facet), [.. found[false]]);
    }
}
