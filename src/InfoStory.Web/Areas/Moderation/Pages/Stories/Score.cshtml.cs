using InfoStory.Moderation.Desk;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>How critical the story is, the second person and the notice to the service.</summary>
public sealed class ScoreModel(StoryScreenReader screens, Scoring scoring) : StoryPage(screens)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        DoneAsync(scoring.ScoreAsync(Reference, Form, User.ToActor(), cancellation), "Scored");

    public Task<IActionResult> OnPostSecondAsync(CancellationToken cancellation) =>
        DecidedAsync(scoring.SecondAsync(Reference, Form, User.ToActor(), cancellation), "You are the second person who read it");

    public Task<IActionResult> OnPostNoticeAsync(CancellationToken cancellation) =>
        DoneAsync(scoring.GiveNoticeAsync(Reference, Form, User.ToActor(), cancellation), "Notice is given. The clock runs from today");
}
