using InfoStory.Stories;
using InfoStory.Web.Authors;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory;

public sealed class IndexModel(Stories.MyStory stories) : FormPage
{
    [BindProperty]
    public EnterReceipt Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await HttpContext.FindOpenStoryAsync() is null ? Page() : RedirectToPage("Open/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await HttpContext.OpenStoryAsync(await stories.OpenAsync(Form, cancellation));
        return RedirectToPage("Open/Index");
    }
}
