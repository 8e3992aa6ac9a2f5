using InfoStory.Authors;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(AuthorScreenReader screens, Authors.MyStory stories, SigningOff signingOff) : AuthorPage(screens)
{
    [BindProperty]
    public AnswerQuestion Form { get; set; } = new();

    /// <summary>What is with its author is there to read: a case study is not while the author of another of its stories no longer allows it.</summary>
    public bool IsReadable { get; private set; }

    protected override string? Typed => Form.Text;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        IsReadable = !Story.ReadsCaseStudy || await signingOff.ShowAsync(Key, cancellation) is not null;
    }

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
