using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

public sealed class EditModel(BriefingEditing briefings) : BriefingForm
{
    private BriefingOnDesk saved = null!;

    [FromRoute]
    public Id<Briefing> Id { get; set; }

    public int LeftOut => saved.LeftOut;

    /// <summary>What the next button press builds on: after a conflict, what is saved now.</summary>
    public int Revision => Conflicted ? saved.Form.Revision : Form.Revision;

    /// <summary>What it quotes or names is about, where nobody asked to read it.</summary>
    internal Veil? Veil => saved.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(saved.ContentNotes, Url.Page("Edit", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public override async Task LoadAsync(CancellationToken cancellation) => saved = await briefings.OpenAsync(Id, User.ToActor(), cancellation);

    public void OnGet() => Form = saved.Form;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await briefings.ChangeAsync(Id, Form, User.ToActor(), cancellation);
        return Done(Id, "Saved. Whoever has a copy reads these words now");
    }
}
