using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Respond.Pages;

/// <summary>Where the link of a letter leads. Looking uses nothing up, because mail scanners look.</summary>
public sealed class SignInModel(ResponderSignIn signIn) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public bool IsGood { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) => IsGood = await signIn.IsGoodAsync(Link, cancellation);

    public IActionResult OnGet() => IsGood ? Page() : Gone();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await signIn.UseAsync(Link, cancellation) is not { } key) return Gone();

        await HttpContext.SignOutResponderAsync();
        await HttpContext.SignInResponderAsync(key);
        return RedirectToPage("Home/Index");
    }

    private static PageResult Gone() => new() { StatusCode = StatusCodes.Status410Gone };
}
