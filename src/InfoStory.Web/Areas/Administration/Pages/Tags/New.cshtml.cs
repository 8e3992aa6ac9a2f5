using InfoStory.TagUpkeep;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class NewModel(TagEditing tags) : FormPage
{
    [BindProperty]
    public EditTag Form { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await tags.AddAsync(Form, User.ToActor(), cancellation);
        TempData["Flash"] = "The tag can be chosen now";
        return RedirectToPage("Index");
    }
}
