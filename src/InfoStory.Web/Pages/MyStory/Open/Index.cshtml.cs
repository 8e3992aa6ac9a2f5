using InfoStory.CaseStudies;
using InfoStory.Web.Authors;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(Stories.MyStory stories, Library library) : AuthorPage(stories, library)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostSignOffAsync(int revision, CancellationToken cancellation)
    {
        await Service.SignOffAsync(Key, revision, cancellation);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await HttpContext.CloseStoryAsync();
        return RedirectToPage("/MyStory/Index");
    }
}
