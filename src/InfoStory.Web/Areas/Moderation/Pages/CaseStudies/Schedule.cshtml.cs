using InfoStory.CaseStudies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Publishes at the next moment at which the hours allow it.</summary>
public sealed class ScheduleModel(CaseStudyEditing editing, PublicationCheck check, CaseStudySchedule schedule) : EditorPage(editing, check)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        DoneAsync(schedule.ScheduleAsync(Id, Form, User.ToActor(), cancellation), "Saved. It will be published by itself");

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation) =>
        DoneAsync(schedule.CancelAsync(Id, Form, User.ToActor(), cancellation), "Saved. It will not be published by itself");
}
