using FluentValidation;
using InfoStory.Authors;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory;

public sealed class IndexModel(Authors.MyStory stories, IValidator<EnterReceipt> rules, AttemptThrottle throttle) : FormPage
{
    [BindProperty]
    public EnterReceipt Form { get; set; } = new();

    /// <summary>
    /// The page of an open story to go back to, and what was typed there where that waits. Not what else was to be done there; null where nobody came from one.
    /// </summary>
    public string? From => Request.Query["from"].ToString() is var asked && (FormKeeper.KeyIn(asked) is null ? asked.Split('?')[0] : asked) is var page
        && page.StartsWith("/my-story/open", StringComparison.OrdinalIgnoreCase) && Url.IsLocalUrl(page) ? page : null;

    public async Task<IActionResult> OnGetAsync() => await HttpContext.FindOpenStoryAsync() is null ? Page() : Next();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // What is not six words is no guess.
        await rules.ValidateAndThrowAsync(Form, cancellation);
        // Counted already: what is tried is tried to its end, whoever hangs up.
        await HttpContext.OpenStoryAsync(await throttle.ReceiptAsync(HttpContext, () => stories.OpenAsync(Form, CancellationToken.None)));
        return Next();
    }

    private LocalRedirectResult Next() => LocalRedirect(From is { } page ? Sendable.Address(page) : "/my-story/open");
}
