using InfoStory.Authors;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class TakeBackModel(AuthorScreenReader screens, AfterPublication after, Withdrawal withdrawal) : AuthorPage(screens)
{
    public bool IsTakenBack => Story.State == StoryState.Withdrawn;

    /// <summary>What goes with it.</summary>
    public GoesWithStory GoesWith { get; private set; } = null!;

    /// <summary>Also what taking back would leave.</summary>
    [BindProperty(Name = nameof(Everything))]
    public bool Everything { get; set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        GoesWith = await after.GoesWithAsync(Key, Story.State, cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Everything) await withdrawal.EraseAsync(Key, cancellation);
        else await withdrawal.WithdrawAsync(Key, cancellation);

        await HttpContext.CloseStoryAsync();
        Response.ForgetOnDevice();
        return RedirectToPage("/MyStory/TakenBack", Everything ? new { rest = "deleted" } : null);
    }
}
