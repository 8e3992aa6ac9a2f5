using InfoStory.CaseStudies;
using InfoStory.Organisations.Asks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(PublicAsks asks) : PageModel
{
    public AnsweredCaseStudy Answered { get; private set; } = null!;

    public CaseStudyToRead Study => Answered.Study;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Answered = await asks.ReadAsync(slug, cancellation);
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
