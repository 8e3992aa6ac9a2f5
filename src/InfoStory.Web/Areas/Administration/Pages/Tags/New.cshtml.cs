using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class NewModel(TagEditing tags, EditionWatch edition) : FormPage
{
    [BindProperty]
    public EditTag Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await tags.AddAsync(Form, User.ToActor(), cancellation);
        await edition.SettleAsync(CancellationToken.None);
        TempData["Flash"] = "The tag can be chosen now";
        return RedirectToPage("Index");
    }
}
