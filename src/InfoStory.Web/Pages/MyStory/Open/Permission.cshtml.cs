using InfoStory.Authors;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class PermissionModel(AuthorScreenReader screens, Permissions permissions) : AuthorPage(screens)
{
    [BindProperty]
    public GivePermission Form { get; set; } = new();

    public IActionResult OnGet()
    {
        if (Story.State == StoryState.Withdrawn) return RedirectToPage("Index");

        Form = new()
        {
            Audiences = [.. Story.Allowed.Select(consent => consent.Audience)],
            Nobody = Story.Allowed.Count == 0,
            Months = Story.Allowed is [var first, ..] ? first.Months : Consent.Longest
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await permissions.ChangeAsync(Key, Form, cancellation);
        TempData["Flash"] = "Your permission is changed, from this moment";
        return RedirectToPage("Index");
    }
}
