using InfoStory.CaseStudies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.CaseStudies;

public sealed class ReadModel(Library library) : PageModel
{
    public CaseStudyToRead Study { get; private set; } = null!;

    /// <summary>What follows the story, under its headings; what is not told is left out.</summary>
    public IEnumerable<(string Heading, string Text)> Sections
    {
        get
        {
            (string Heading, string? Text)[] all =
            [
                ("What was not shared", Study.WhatWasNotShared), ("What they did", Study.WhatTheyDid), ("What changed", Study.WhatChanged),
                ("What still isn’t fixed", Study.NotYetFixed), ("What others can learn", Study.Learning),
            ];
            return all.Where(section => !string.IsNullOrWhiteSpace(section.Text)).Select(section => (section.Heading, section.Text!));
        }
    }

    public async Task OnGetAsync(string slug, CancellationToken cancellation) => Study = await library.ReadAsync(slug.ToLowerInvariant(), cancellation);
}
