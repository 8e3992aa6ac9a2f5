using InfoStory.Moderation.Desk;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Gives a story to a colleague, or lets it go; nobody asks why.</summary>
public sealed class ClaimModel(StoryDesk desk, Claims claims) : FormPage
{
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    /// <summary>The revision that was on the screen.</summary>
    [BindProperty(Name = nameof(Revision))]
    public int Revision { get; set; }

    [BindProperty(Name = nameof(To))]
    public long? To { get; set; }

    public StoryOnDesk Story { get; private set; } = null!;

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        (Story, Colleagues) = (await desk.ShowAsync(Reference, User.ToActor(), cancellation), await claims.ColleaguesAsync(cancellation));
        if (Conflicted) ModelState.Remove(nameof(Revision));
        Revision = Story.Revision;
    }

    public void OnGet()
    {
        // Everything is loaded.
    }

    public async Task<IActionResult> OnPostPassAsync(CancellationToken cancellation)
    {
        if (To is not { } to)
        {
            await LoadAsync(cancellation);
            return Refused(nameof(To), "Choose a colleague");
        }

        await claims.PassAsync(Reference, Revision, to, User.ToActor(), cancellation);
        return this.OnToNext(Reference, "Passed on");
    }

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellation)
    {
        await claims.ReleaseAsync(Reference, Revision, User.ToActor(), cancellation);
        return this.OnToNext(Reference, "You have let the story go");
    }
}
