using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>What the public would read, of the words as they are saved; the form of the editor is only looked at.</summary>
[OnlyLooks]
public sealed class PreviewModel(CaseStudyPreview previews) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public EditCaseStudy? Form { get; set; }

    public PreviewedCaseStudy Preview { get; private set; } = null!;

    /// <summary>The editor holds other words than are saved.</summary>
    public bool HasUnsaved => HttpMethods.IsPost(Request.Method) && Form is not null && !Form.HoldsSame(Preview.Saved);

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Preview.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Preview.ContentNotes, Url.Page("Preview", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation) => Preview = await previews.ReadAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }
}
