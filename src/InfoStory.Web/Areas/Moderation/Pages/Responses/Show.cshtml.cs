using InfoStory.Data;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Responses;

/// <summary>One answer: to be published, or given back.</summary>
public sealed class ShowModel(ResponsesToRead responses, ResponseDesk desk) : FormPage
{
    [FromRoute]
    public Id<Response> Id { get; set; }

    [BindProperty]
    public PublishResponse Form { get; set; } = new();

    public ResponseOnDesk Shown { get; private set; } = null!;

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Shown.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Shown.ContentNotes, Url.Page("Show", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await responses.ShowAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await desk.PublishAsync(Id, Form, User.ToActor(), cancellation);
        TempData["Flash"] = "Published. Everyone can read it now";
        return RedirectToPage("Index");
    }
}
