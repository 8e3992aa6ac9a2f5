using InfoStory.Letters;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Letters;

/// <summary>One letter of the folder, as text and nothing else.</summary>
public sealed class ShowModel(LetterDesk desk) : PageModel
{
    public string Text { get; private set; } = "";

    public void OnGet([FromRoute] string name) => Text = desk.TextOf(name, User.ToActor());
}
