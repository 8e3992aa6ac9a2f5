using InfoStory.Moderation.Desk;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Saves the public text and what is chosen beside it.</summary>
public sealed class TextModel(StoryScreenReader screens, Review review) : StoryPage(screens)
{
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        DoneAsync(review.SaveAsync(Reference, Form, User.ToActor(), cancellation), "Saved");

    public Task<IActionResult> OnPostClaimAndSaveAsync(CancellationToken cancellation) =>
        DoneAsync(review.ClaimAndSaveAsync(Reference, Form, User.ToActor(), cancellation), "You have claimed the story, and your version is saved");
}
