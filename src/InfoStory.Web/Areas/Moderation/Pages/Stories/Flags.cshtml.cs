using InfoStory.Protection.Flags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The flags of a story by themselves: what dismissing one on the story's page comes to where it is refused.</summary>
public sealed class FlagsModel(FlagsOfStory flags) : FormPage
{
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public DismissFlags Form { get; set; } = new();

    public FlagsOnDesk Flags { get; private set; } = null!;

    /// <summary>What they are about, where nobody asked to read the words that they quote.</summary>
    internal Veil? Veil => Flags is { IsShown: true, ContentNotes.Count: > 0 } && !Pages.Veil.WasLifted(Request)
        ? new(Flags.ContentNotes, Url.Page("Flags", new { reference = Reference }) + Opened)
        : null;

    /// <summary>The story, opened, in the part of the queue that it was come to from.</summary>
    public string StoryAddress => Url.Page("Show", new { reference = Reference }) + Opened;

    private string Opened => QueueQuery.CarriedWith(Request, $"{Pages.Veil.Field}={Pages.Veil.Asked}");

    public override async Task LoadAsync(CancellationToken cancellation) => Flags = await flags.OpenAsync(Reference, User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancellation)
    {
        await flags.DismissAsync(Reference, Form, User.ToActor(), cancellation);
        return Back(Form.Flags.Count == 1 ? "Flag dismissed" : "Flags dismissed");
    }

    public async Task<IActionResult> OnPostRestoreAsync(string key, CancellationToken cancellation)
    {
        await flags.RestoreAsync(Reference, key, User.ToActor(), cancellation);
        return Back("The flag is open again");
    }

    private RedirectResult Back(string done)
    {
        TempData["Flash"] = done;
        return Redirect($"{StoryAddress}#flags");
    }
}
