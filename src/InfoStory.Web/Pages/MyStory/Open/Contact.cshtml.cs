using InfoStory.CaseStudies;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class ContactModel(Stories.MyStory stories, Library library, ContactBook contacts) : AuthorPage(stories, library)
{
    [BindProperty]
    public LeaveContact Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Story.State == StoryState.Withdrawn) return RedirectToPage("Index");

        var left = await contacts.FindAsync(Key, cancellation);
        Form = new() { Email = left?.Email, Telephone = left?.Telephone };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await contacts.ChangeAsync(Key, Form, cancellation);
        TempData["Flash"] = Form.IsEmpty ? "We have deleted how to reach you" : "We have kept how to reach you";
        return RedirectToPage("Index");
    }
}
