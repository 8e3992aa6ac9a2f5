using InfoStory.Authors;
using InfoStory.Dissemination.Recalls;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class PermissionModel(AuthorScreenReader screens, Permissions permissions, AfterPublication after) : AuthorPage(screens)
{
    [BindProperty]
    public GivePermission Form { get; set; } = new();

    /// <summary>What counted when the page was made.</summary>
    [BindProperty(Name = nameof(Seen))]
    public string? Seen { get; set; }

    /// <summary>What the next press builds on: after a conflict, what counts now.</summary>
    public string? Next => Conflicted || HttpMethods.IsGet(Request.Method) ? Permissions.SeenOf(Story.Allowed) : Seen;

    /// <summary>To how many of which kind it was sent.</summary>
    public IReadOnlyList<SentTo> Sent { get; private set; } = [];

    public override string? BackTo => Url.Page("Index");

    public override bool IsTyped =>
        (Form.Nobody, Form.Months) != (Counts.Nobody, Counts.Months) || !Form.Audiences.ToHashSet().SetEquals(Counts.Audiences);

    private GivePermission Counts => new()
    {
        Audiences = [.. Story.Allowed.Select(consent => consent.Audience)],
        Nobody = Story.Allowed.Count == 0,
        Months = Story.Allowed is [var first, ..] ? first.Months : Consent.Longest,
    };

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Sent = (await after.GoesWithAsync(Key, Story.State, cancellation)).Sent;
    }

    public IActionResult OnGet()
    {
        if (Story.State == StoryState.Withdrawn) return RedirectToPage("Index");

        Form = Counts;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await permissions.ChangeAsync(Key, Form, Seen ?? "", cancellation);
        TempData["Flash"] = "Your permission is changed, from this moment";
        return RedirectToPage("Index");
    }
}
