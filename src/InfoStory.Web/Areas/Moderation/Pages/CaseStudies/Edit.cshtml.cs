using InfoStory.CaseStudies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Saves, publishes and takes down.</summary>
public sealed class EditModel(CaseStudyEditing editing, PublicationCheck check) : EditorPage(editing, check)
{
    private readonly CaseStudyEditing editing = editing;

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        DoneAsync(editing.SaveAsync(Id, Form, User.ToActor(), cancellation), "Saved");

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        DoneAsync(editing.PublishAsync(Id, Form, User.ToActor(), cancellation), "Published. Everyone can read it now");

    public Task<IActionResult> OnPostSendToAuthorAsync(CancellationToken cancellation) =>
        DoneAsync(editing.SendToAuthorAsync(Id, Form, User.ToActor(), cancellation), "Sent to the author. You can publish it when they say yes");

    public Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellation) =>
        DoneAsync(editing.UnpublishAsync(Id, Form, User.ToActor(), cancellation), "Taken down. Nobody outside the team can read it now");
}
