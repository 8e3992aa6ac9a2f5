using InfoStory.Places;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Enter;

public sealed class IndexModel(AssistedEntry entry, TagCatalogue tags, PlaceCatalogue places, EntryKeys keys) : FormPage
{
    /// <summary>The sealed secret of the story on this page: sent twice, it is one story.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public EnterStory Form { get; set; } = new();

    public IReadOnlyList<TagChoice> Services { get; private set; } = [];

    public IReadOnlyList<PlaceChoice> Places { get; private set; } = [];

    private DraftSecret? Secret => keys.Open(Key, User.ToActor(), EntryKeys.ForForm);

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        if (Secret is null || Conflicted)
        {
            Key = keys.Seal(DraftSecret.New(), User.ToActor(), EntryKeys.ForForm);
            ModelState.Remove(nameof(Key));
        }

        if (Form.HandOffs.Steps.Count > HandOff.Most) Form.HandOffs.Steps.RemoveRange(HandOff.Most, Form.HandOffs.Steps.Count - HandOff.Most);
        if (Form.HandOffs.Steps.Count == 0) Form.HandOffs.Steps.Add(new());
        (Services, Places) = (await tags.InAsync(Facet.Service, cancellation), await places.AllAsync(cancellation));
    }

    /// <summary>The same page with what is filled in and one more step. Nothing is kept.</summary>
    public Task<IActionResult> OnPostAddStepAsync(CancellationToken cancellation)
    {
        if (Form.HandOffs.Steps.Count < HandOff.Most) Form.HandOffs.Steps.Add(new());
        return AgainAsync(cancellation);
    }

    /// <summary>The same page with what is filled in, without that step. Nothing is kept.</summary>
    public Task<IActionResult> OnPostRemoveStepAsync(int step, CancellationToken cancellation)
    {
        if (step >= 1 && step <= Form.HandOffs.Steps.Count) Form.HandOffs.Steps.RemoveAt(step - 1);
        // What was typed stands in the form now, at its new place.
        ModelState.Clear();
        return AgainAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Secret is not { } secret)
        {
            await LoadAsync(cancellation);
            return Refused("", Stale);
        }

        await entry.EnterAsync(secret, Form, User.ToActor(), cancellation);
        SlipCookie.Write(Response, keys.Seal(secret, User.ToActor(), EntryKeys.ForSlip));
        Response.Headers.Location = Url.Page("Slip");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult> AgainAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return Page();
    }
}
