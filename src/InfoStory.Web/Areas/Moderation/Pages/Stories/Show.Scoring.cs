using InfoStory.Moderation.Desk;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>How critical the story is, the second person and the notice to the service.</summary>
public sealed partial class ShowModel
{
    public Task<IActionResult> OnPostScoreAsync([FromServices] Scoring scoring, CancellationToken cancellation) =>
        DoAsync(scoring.ScoreAsync(Reference, Form, User.ToActor(), cancellation), "Scored");

    public Task<IActionResult> OnPostSecondAsync([FromServices] Scoring scoring, CancellationToken cancellation) =>
        DoAsync(scoring.SecondAsync(Reference, Form, User.ToActor(), cancellation), "You are the second person who read it");

    public Task<IActionResult> OnPostNoticeAsync([FromServices] Scoring scoring, CancellationToken cancellation) =>
        DoAsync(scoring.GiveNoticeAsync(Reference, Form, User.ToActor(), cancellation), "Notice is given. The clock runs from today");
}
