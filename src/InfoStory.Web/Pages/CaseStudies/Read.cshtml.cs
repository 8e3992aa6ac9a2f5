using InfoStory.CaseStudies;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(Library library) : PageModel
{
    public CaseStudyToRead Study { get; private set; } = null!;

    /// <summary>What follows the story, under its headings; what is not told is left out.</summary>
    public IEnumerable<(string Heading, string Text)> Sections =>
        CaseStudyWords.Sections(Study.WhatWasNotShared, Study.WhatTheyDid, Study.WhatChanged, Study.NotYetFixed, Study.Learning);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        slug = slug.ToLowerInvariant();
        Study = await library.ReadAsync(slug, cancellation);
        return Study.Slug == slug ? Page() : RedirectPermanent($"/case-studies/{Study.Slug}");
    }
}
