using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>
/// Leaving: a person presses the button, or a mail program posts List-Unsubscribe=One-Click to the same address (RFC 8058), and both are answered with
/// 200 and no redirect. Looking changes nothing, because scanners open every link of a letter.
/// </summary>
[OpenedByLink]
public sealed class LeaveModel(Preferences preferences) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public LinkStanding Standing { get; private set; }

    /// <summary>When the subscription ended; null where it has not, or nothing is known of it.</summary>
    public DateTime? EndedAt { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        var shown = await preferences.ReadAsync(Link, cancellation);
        (Standing, EndedAt) = (shown.Standing, shown.EndedAt);
    }

    public IActionResult OnGet() => Ended.Answer(Standing);

    /// <summary>Whoever hangs up has left all the same.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var standing = await preferences.LeaveAsync(Link, CancellationToken.None);
        await LoadAsync(CancellationToken.None);
        Standing = standing;
        return Standing is LinkStanding.Left or LinkStanding.LeftNow ? Page() : Ended.Answer(Standing);
    }
}
