using InfoStory.Data;
using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

/// <summary>The form of a briefing, new or not.</summary>
[NotKept]
public abstract class BriefingForm : FormPage
{
    [BindProperty]
    public EditBriefing Form { get; set; } = new();

    protected RedirectToPageResult Done(Id<Briefing> id, string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage("Edit", new { id, open = Veil.Onward(Request) });
    }
}
