using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Where a script sends what is being typed about a case study; it has no page to look at.</summary>
[NotKept]
public sealed class KeptModel(FormKeeper keeper) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    public IActionResult OnGet() => RedirectToPage("Edit", new { Id, open = Pages.Veil.Onward(Request) });

    public async Task<IActionResult> OnPostAsync() =>
        await keeper.KeepWhileTypingAsync(HttpContext, Url.Page("Edit", "Save", new { Id })!) ? new NoContentResult() : new ConflictResult();

    /// <param name="key">What is forgotten.</param>
    /// <param name="restore">The revision whose words the editor was opened with; those stay in its boxes.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IActionResult> OnPostForgetAsync(string? key, int? restore, CancellationToken cancellation)
    {
        await keeper.ForgetAsync(HttpContext, key, cancellation);
        return RedirectToPage("Edit", new { Id, restore, open = Pages.Veil.Onward(Request) });
    }
}
