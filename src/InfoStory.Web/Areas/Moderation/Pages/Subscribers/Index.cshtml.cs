using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Subscribers;

/// <summary>The address of one subscriber, which stands in no address of a page.</summary>
public sealed record LookForSubscriber
{
    public string? Email { get; init; }
}

public sealed class IndexModel(SubscriberDesk desk) : FormPage
{
    [BindProperty]
    public LookForSubscriber Form { get; set; } = new();

    public IReadOnlyList<SubscriberCount> Counts { get; private set; } = [];

    public SubscriberOnDesk? Found { get; private set; }

    public int Count(SubscriberAudience audience, Rhythm rhythm) =>
        Counts.Where(one => one.State == SubscriberState.Confirmed && one.Audience == audience && one.Rhythm == rhythm).Sum(one => one.Subscribers);

    public int Count(SubscriberAudience audience, SubscriberState state) =>
        Counts.Where(one => one.State == state && one.Audience == audience).Sum(one => one.Subscribers);

    public override async Task LoadAsync(CancellationToken cancellation) => Counts = await desk.CountAsync(User.ToActor(), cancellation);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Found = await desk.FindAsync(Form.Email, User.ToActor(), cancellation);
        return Found is null ? Refused("Form.Email", EmailAddress.Wrong) : Page();
    }

    public async Task<IActionResult> OnPostSuppressAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!await desk.SuppressAsync(Form.Email, User.ToActor(), cancellation)) return Refused("Form.Email", EmailAddress.Wrong);

        TempData["Flash"] = "We do not write to this address any more";
        return RedirectToPage("Index");
    }
}
