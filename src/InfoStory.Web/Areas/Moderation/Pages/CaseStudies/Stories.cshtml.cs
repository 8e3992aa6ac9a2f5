using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>From which stories a case study is drawn.</summary>
public sealed class StoriesModel(CaseStudyEditing editing, DrawingIn drawing) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public DrawIn Form { get; set; } = new();

    public CaseStudyOnDesk Study { get; private set; } = null!;

    public IReadOnlyList<StoryToDrawIn> Offered { get; private set; } = [];

    /// <summary>The references of those that may be left out again.</summary>
    public IReadOnlyList<string> MayBeLeftOut { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Study = await editing.ShowAsync(Id, User.ToActor(), cancellation);
        if (Study.IsClosed) throw new ForbiddenException(StoryOnHold.DrawnFrom);
        if (Study.TakenBack) throw new GoneException("The case study");
        Offered = await drawing.OfferAsync(Id, User.ToActor(), cancellation);
        MayBeLeftOut = await drawing.ToLeaveOutAsync(Study, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        DoneAsync(drawing.DrawInAsync(Id, Form, User.ToActor(), cancellation), "Drawn in. Now write what it adds");

    public Task<IActionResult> OnPostLeaveOutAsync(CancellationToken cancellation) =>
        DoneAsync(drawing.LeaveOutAsync(Id, Form, User.ToActor(), cancellation), "Left out");

    private async Task<IActionResult> DoneAsync(Task act, string done)
    {
        await act;
        TempData["Flash"] = done;
        return RedirectToPage(new { Id });
    }
}
