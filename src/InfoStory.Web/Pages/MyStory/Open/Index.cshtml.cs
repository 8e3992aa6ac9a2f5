using InfoStory.Authors;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(AuthorScreenReader screens, Authors.MyStory stories) : AuthorPage(screens)
{
    [BindProperty]
    public AnswerQuestion Form { get; set; } = new();

    protected override string? Typed => Form.Text;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        await stories.AnswerAsync(Key, Form, cancellation);
        return RedirectToPage(WithCare);
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await HttpContext.CloseStoryAsync();
        Response.ForgetOnDevice();
        return RedirectToPage("/MyStory/Index");
    }
}
