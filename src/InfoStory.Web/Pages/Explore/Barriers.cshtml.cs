using InfoStory.CaseStudies.Finding;
using InfoStory.Insight.Explore;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Explore;

/// <summary>Which barriers and which enablers the same case studies name.</summary>
public sealed class BarriersModel(Explorer explorer) : PageModel
{
    private const int MostBars = 8;

    public LibraryTerms Terms { get; private set; } = null!;

    public IReadOnlyList<BarrierWithEnablers> Barriers { get; private set; } = [];

    /// <summary>Those that any of them has beside it, in the order of the taxonomy.</summary>
    public IReadOnlyList<LibraryValue> Enablers { get; private set; } = [];

    /// <summary>What the deepest shade stands for.</summary>
    public int Most => Barriers.SelectMany(barrier => barrier.Enablers.Values).DefaultIfEmpty(1).Max();

    public IReadOnlyList<CountRow> Bars =>
        [.. Barriers.Take(MostBars).Select(barrier => new CountRow(Terms.Named(barrier.Barrier)!.Value.Name, null, barrier.CaseStudies))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Terms = await explorer.TermsAsync(cancellation);
        Barriers = [.. (await explorer.BarriersAsync(cancellation)).Where(barrier => Terms.Named(barrier.Barrier) is not null)];
        Enablers = [.. Barriers.SelectMany(barrier => barrier.Enablers.Keys).Distinct().Where(enabler => Terms.Named(enabler) is not null)
            .OrderBy(enabler => enabler.Key)];
    }
}
