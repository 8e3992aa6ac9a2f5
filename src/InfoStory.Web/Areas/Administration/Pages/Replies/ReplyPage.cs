using InfoStory.Moderation.Replies;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Administration.Pages.Replies;

/// <summary>The form of a reply, new or not.</summary>
public abstract class ReplyPage : FormPage
{
    [BindProperty]
    public EditReply Form { get; set; } = new();

    protected RedirectToPageResult Done(string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage("Index");
    }
}
