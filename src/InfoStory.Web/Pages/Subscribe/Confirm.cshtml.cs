using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>Where the link of a first letter leads. Looking changes nothing; the button says yes.</summary>
[OpenedByLink]
public sealed class ConfirmModel(Subscriptions subscriptions) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public Confirmation Asked { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Asked = await subscriptions.ReadAsync(Link, cancellation);

    public IActionResult OnGet() => Answer();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Asked = await subscriptions.ConfirmAsync(Link, cancellation);
        return Answer();
    }

    private PageResult Answer() => Ended.Answer(Asked.Standing);
}
