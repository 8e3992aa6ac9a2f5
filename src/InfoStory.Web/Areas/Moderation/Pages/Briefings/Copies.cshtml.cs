using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Briefings;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

/// <summary>Gives a briefing to people outside, shows who has it, and calls it back.</summary>
public sealed class CopiesModel(BriefingEditing briefings, BriefingCopies copies) : FormPage
{
    [FromRoute]
    public Id<Briefing> Id { get; set; }

    [BindProperty]
    public GiveBriefing Form { get; set; } = new();

    public BriefingContent Shown { get; private set; } = null!;

    public IReadOnlyList<CopyRow> Copies { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Shown = await briefings.PreviewAsync(Id, User.ToActor(), cancellation);
        Copies = await copies.ListAsync(Id, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await copies.GiveAsync(Id, Form, User.ToActor(), cancellation);
        return Done("The letter is written");
    }

    public async Task<IActionResult> OnPostWordAsync(CancellationToken cancellation) =>
        BriefingFile.Of(await copies.TakeAsync(Id, Form, User.ToActor(), cancellation));

    public async Task<IActionResult> OnPostCallBackAsync(Id<BriefingCopy> copy, CancellationToken cancellation)
    {
        await copies.CallBackAsync(Id, copy, User.ToActor(), cancellation);
        return Done("Called back. Its link opens nothing any more");
    }

    public string Standing(CopyRow copy) => copy switch
    {
        { CalledBackAt: { } at } => $"Called back on {at.InLondon():d MMM yyyy}",
        { Kind: CopyKind.Word } => "None",
        { IsOpen: true } => $"Opens until {copy.EndsAt.InLondon():d MMM yyyy}",
        _ => $"Ended on {copy.EndsAt.InLondon():d MMM yyyy}",
    };

    private RedirectToPageResult Done(string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage(new { Id });
    }
}
