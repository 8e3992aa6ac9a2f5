using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Promises;

/// <summary>What an organisation reports on its promise: to be published, or given back.</summary>
public sealed class ReportModel(PromiseReportDesk desk) : FormPage
{
    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    [BindProperty]
    public PublishReport Form { get; set; } = new();

    public ReportOnDesk Shown { get; private set; } = null!;

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Shown.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Shown.ContentNotes, Url.Page("Report", null, new { Slug, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await desk.ShowAsync(Slug, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await desk.PublishAsync(Slug, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Published. The public page says it too";
        return RedirectToPage("Show", new { Slug });
    }
}
