using InfoStory.Tags;
using InfoStory.TagUpkeep;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Administration.Pages.Tags;

public sealed class NewModel(TagEditing tags) : FormPage
{
    [BindProperty]
    public EditTag Form { get; set; } = new();

    public static IEnumerable<SelectListItem> Facets => Enum.GetValues<Facet>().Select(facet => new SelectListItem(facet.InWords(), facet.ToString()));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await tags.AddAsync(Form, User.ToActor(), cancellation);
        TempData["Flash"] = "The tag can be chosen now";
        return RedirectToPage("Index");
    }
}
