using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

/// <summary>A briefing as whoever is given it now would read it, as it is saved.</summary>
public sealed class PreviewModel(BriefingEditing briefings) : PageModel
{
    private BriefingOnDesk saved = null!;

    [FromRoute]
    public Id<Briefing> Id { get; set; }

    public BriefingContent Shown { get; private set; } = null!;

    /// <summary>What its quotes are about, where nobody asked to read them.</summary>
    internal Veil? Veil => saved.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(saved.ContentNotes, Url.Page("Preview", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        saved = await briefings.OpenAsync(Id, User.ToActor(), cancellation);
        Shown = await briefings.PreviewAsync(Id, User.ToActor(), cancellation);
    }
}
