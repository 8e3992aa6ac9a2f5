using InfoStory.CaseStudies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(Library library) : PageModel
{
    public CaseStudyToRead Study { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Study = await library.ReadAsync(slug, cancellation);
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
