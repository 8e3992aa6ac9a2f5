using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>What the public would read of what stands in the editor; its form is only looked at.</summary>
[OnlyLooks]
public sealed class PreviewModel(CaseStudyPreview previews, PublicAsks asks, EditionWatch edition) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public EditCaseStudy? Form { get; set; }

    /// <summary>The address of the editor that it was opened from, as that tab has it.</summary>
    [FromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>Where the fields are: that editor, or another one with what is saved.</summary>
    public string Editor
    {
        get
        {
            var own = Url.Page("Edit", null, new { Id })!;
            var isOwn = Url.IsLocalUrl(At) && At!.StartsWith(own, StringComparison.Ordinal) && (At.Length == own.Length || At[own.Length] is '?' or '/');
            return isOwn ? At! : Url.Page("Edit", null, new { Id, open = Pages.Veil.Onward(Request) })!;
        }
    }

    public PreviewedCaseStudy Preview { get; private set; } = null!;

    public CaseStudyToRead Study { get; private set; } = null!;

    /// <summary>What organisations answered and promised, as the public reads it; null where it is not public.</summary>
    public AnsweredCaseStudy? Answered { get; private set; }

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Preview.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Preview.ContentNotes, Url.Page("Preview", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public override Task LoadAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ShowAsync(Form, cancellation);
        return Page();
    }

    private async Task ShowAsync(EditCaseStudy? typed, CancellationToken cancellation)
    {
        Preview = await previews.ReadAsync(Id, typed, User.ToActor(), cancellation);
        Study = Preview.Study;
        if (Preview.ShownAt is not { } slug) return;

        Answered = await asks.ReadWithRelatedAsync(slug, (await edition.CurrentAsync(cancellation)).Edition, cancellation);
        Study = Study.Beside(Answered.Study);
    }
}
