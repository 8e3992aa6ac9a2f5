using InfoStory.Moderation.Desk;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Moves the story on in its life.</summary>
public sealed class DecideModel(StoryScreenReader screens, Review review, PublicFlags flags) : StoryPage(screens)
{
    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        if (!ModelState.IsValid && CanEdit) OpenFlags = await flags.OpenAsync([Story.Id], Form.Texts(), cancellation);
    }

    public Task<IActionResult> OnPostClaimAsync(CancellationToken cancellation) =>
        DoneAsync(review.ClaimAsync(Reference, Form, User.ToActor(), cancellation), "You have claimed the story");

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation)
    {
        await review.ApproveAsync(Reference, Form, User.ToActor(), cancellation);
        await LoadAsync(cancellation);
        return await DecidedAsync(Task.CompletedTask, Story.State == StoryState.WithAuthor ? "Approved and sent to the author" : "Approved");
    }

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellation) =>
        DecidedAsync(review.HoldAsync(Reference, Form, User.ToActor(), cancellation), "Put on hold for safeguarding");

    public Task<IActionResult> OnPostTakeOffHoldAsync(CancellationToken cancellation) =>
        DoneAsync(review.TakeOffHoldAsync(Reference, Form, User.ToActor(), cancellation), "Taken off hold. The story is in review again");
}
