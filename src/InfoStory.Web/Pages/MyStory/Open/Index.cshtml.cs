using InfoStory.Authors;
using InfoStory.Organisations.Promises;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class IndexModel(AuthorScreenReader screens, Authors.MyStory stories, SigningOff signingOff, AfterPublication after) : AuthorPage(screens)
{
    [BindProperty]
    public AnswerQuestion Form { get; set; } = new();

    /// <summary>What is with its author is there to read: a case study is not while the author of another of its stories no longer allows it.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>What came of it once everyone could read it.</summary>
    public Outcome Outcome { get; private set; } = null!;

    protected override string? Typed => Form.Text;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        IsReadable = !Story.ReadsCaseStudy || await signingOff.ShowAsync(Key, cancellation) is not null;
        Outcome = await after.ReadAsync(Key, Story.State, cancellation);
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

        await after.SayWhetherKeptAsync(Key, promise, said, cancellation);
        return RedirectToPage();
    }

    /// <summary>One tap says whether anything changed.</summary>
    public async Task<IActionResult> OnPostChangedAsync(ChangeAnswer? answer, CancellationToken cancellation)
    {
        if (answer is not { } said)
        {
            await LoadAsync(cancellation);
            return Refused("", "Choose one of the four answers");
        }

        await after.SayWhetherChangedAsync(Key, said, cancellation);
        if (string.IsNullOrWhiteSpace(Form.Text)) return RedirectToPage();

        // What stands in the box is not sent yet.
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>A second step says what.</summary>
    public async Task<IActionResult> OnPostTellAsync(CancellationToken cancellation)
    {
        await after.TellWhatChangedAsync(Key, new() { Text = Form.Text }, cancellation);
        TempData["Flash"] = "Thank you. Our team has what you wrote";
        return RedirectToPage(WithCare);
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await HttpContext.CloseStoryAsync();
        Response.ForgetOnDevice();
        return RedirectToPage("/MyStory/Index");
    }
}
