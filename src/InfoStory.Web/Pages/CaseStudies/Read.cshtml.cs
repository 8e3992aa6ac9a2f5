using InfoStory.CaseStudies;
using InfoStory.Organisations.Asks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(PublicAsks asks) : PageModel
{
    public CaseStudyToRead Study { get; private set; } = null!;

    public IReadOnlyList<PublicAsk> Asks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        (Study, Asks) = await asks.ReadAsync(slug, cancellation);
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
