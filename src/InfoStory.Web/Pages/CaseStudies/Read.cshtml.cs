using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(PublicAsks asks, EditionWatch edition) : PageModel
{
    public AnsweredCaseStudy Answered { get; private set; } = null!;

    public CaseStudyToRead Study => Answered.Study;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Answered = await asks.ReadWithRelatedAsync(slug, (await edition.CurrentAsync(cancellation)).Edition, cancellation);
        HttpContext.IsMadeOf(EditionSubject.CaseStudy(Study.Id.Value));
        foreach (var related in Study.Related) HttpContext.IsMadeOf(EditionSubject.CaseStudy(related.Id.Value));
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
