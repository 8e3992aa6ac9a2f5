using InfoStory.Authors;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(AuthorScreenReader screens, Authors.MyStory stories, SigningOff signingOff, PromiseAnswers promises) : AuthorPage(screens)
{
    [BindProperty]
    public AnswerQuestion Form { get; set; } = new();

    /// <summary>What is with its author is there to read: a case study is not while the author of another of its stories no longer allows it.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>What a service says that it changed because of this story.</summary>
    public IReadOnlyList<KeptQuestion> Changes { get; private set; } = [];

    protected override string? Typed => Form.Text;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        IsReadable = !Story.ReadsCaseStudy || await signingOff.ShowAsync(Key, cancellation) is not null;
        Changes = Story.State == StoryState.Published ? await promises.ListAsync(Key, cancellation) : [];
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        await stories.AnswerAsync(Key, Form, cancellation);
        return RedirectToPage(WithCare);
    }

    /// <summary>One tap says whether a promise was kept.</summary>
    public async Task<IActionResult> OnPostKeptAsync(string? promise, KeptAnswer? answer, CancellationToken cancellation)
    {
        if (promise is null || answer is not { } said)
        {
            await LoadAsync(cancellation);
            return Refused("", "Choose one of the four answers");
        }

        await promises.AnswerAsync(Key, promise, said, cancellation);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await HttpContext.CloseStoryAsync();
        Response.ForgetOnDevice();
        return RedirectToPage("/MyStory/Index");
    }
}
