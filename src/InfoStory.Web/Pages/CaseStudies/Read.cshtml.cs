using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Http;
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
        HttpContext.IsMadeOf(EditionSubject.CaseStudy(Study.Id.Value));
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
