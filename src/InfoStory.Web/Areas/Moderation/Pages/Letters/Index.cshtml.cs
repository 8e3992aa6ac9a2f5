using InfoStory.Data.Access;
using InfoStory.Letters;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Letters;

public sealed class IndexModel(LetterDesk desk) : FormPage
{
    public LettersNow Now { get; private set; } = null!;

    /// <summary>What lies in the folder, for administrators; empty where letters leave in another way.</summary>
    public IReadOnlyList<FiledLetter> Filed { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Now = await desk.ReadAsync(User.ToActor(), cancellation);
        if (Now.Out.Folder is not null && User.ToActor().May(AccessPolicy.Administer)) Filed = desk.Filed(User.ToActor());
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAgainAsync(long letter, CancellationToken cancellation) => Done(
        await desk.TryAgainAsync(new(letter), User.ToActor(), cancellation), "It waits again, and leaves within a minute where it can");

    public async Task<IActionResult> OnPostAllAgainAsync(CancellationToken cancellation)
    {
        var letters = await desk.TryAllAgainAsync(User.ToActor(), cancellation);
        TempData["Flash"] = letters == 0 ? "There was none to try again" : $"{letters:N0} wait again, and leave one after the other where they can";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostLetGoAsync(long letter, CancellationToken cancellation) => Done(
        await desk.LetGoAsync(new(letter), User.ToActor(), cancellation), "Let go. Nobody gets this letter");

    private RedirectToPageResult Done(bool done, string flash)
    {
        TempData["Flash"] = done ? flash : "That letter is not here any more: somebody else saw to it, or what was in it has ended";
        return RedirectToPage("Index");
    }
}
