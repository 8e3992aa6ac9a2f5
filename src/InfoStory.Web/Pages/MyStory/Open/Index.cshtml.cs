using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(Authors.MyStory stories, Library library) : AuthorPage(stories, library)
{
    [BindProperty]
    public AnswerQuestion Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        await Service.AnswerAsync(Key, Form, cancellation);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await HttpContext.CloseStoryAsync();
        return RedirectToPage("/MyStory/Index");
    }
}
