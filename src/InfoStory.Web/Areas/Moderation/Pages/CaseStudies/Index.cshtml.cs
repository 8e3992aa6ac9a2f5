using InfoStory.CaseStudies;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

public sealed class IndexModel(CaseStudyEditing editing) : FormPage
{
    public IReadOnlyList<CaseStudyRow> Studies { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) => Studies = await editing.ListAsync(cancellation);

    /// <summary>From the page of a story: starts its case study, or opens the one there is.</summary>
    public async Task<IActionResult> OnPostStartAsync(string? reference, CancellationToken cancellation) =>
        RedirectToPage("Edit", new { slug = await editing.DraftFromAsync(reference ?? "", User.ToActor(), cancellation) });
}
