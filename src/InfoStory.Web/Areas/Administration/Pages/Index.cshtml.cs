using InfoStory.Data.Access;
using InfoStory.Insight;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages;

/// <summary>Where an administrator begins.</summary>
public sealed class IndexModel(Overview overview) : PageModel
{
    public Standing Now { get; private set; } = null!;

    /// <summary>Who works on stories too is led to them; whoever does not sees the number alone.</summary>
    public bool ReadsStories => User.ToActor().May(AccessPolicy.Moderate);

    /// <summary>So is a safeguarding lead to the cases.</summary>
    public bool ReadsCases => User.ToActor().May(AccessPolicy.Safeguard);

    public async Task OnGetAsync(CancellationToken cancellation) => Now = await overview.ReadAsync(User.ToActor(), cancellation);
}
