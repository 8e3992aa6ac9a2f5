using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Saves, publishes and takes down; opened from a revision, its words stand in the boxes.</summary>
public sealed class EditModel(CaseStudyEditing editing, PublicationCheck check, CaseStudyRevisions revisions) : EditorPage(editing, check)
{
    private readonly CaseStudyEditing editing = editing;

    /// <summary>The number of the revision that it is opened from; null where it is opened from none.</summary>
    [FromQuery(Name = "restore")]
    public int? Restored { get; set; }

    protected override async Task OpenAsync(CancellationToken cancellation)
    {
        if (Restored is { } number) Form = (await revisions.ReadAsync(Id, number, User.ToActor(), cancellation)).ToForm();
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        DoneAsync(editing.SaveAsync(Id, Form, User.ToActor(), cancellation), "Saved");

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        DoneAsync(editing.PublishAsync(Id, Form, User.ToActor(), cancellation), "Published. Everyone can read it now");

    public Task<IActionResult> OnPostSendToAuthorAsync(CancellationToken cancellation) =>
        DoneAsync(editing.SendToAuthorAsync(Id, Form, User.ToActor(), cancellation), "Sent to the author. You can publish it when they say yes");

    public Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellation) =>
        DoneAsync(editing.UnpublishAsync(Id, Form, User.ToActor(), cancellation), "Taken down. Nobody outside the team can read it now");
}
