using System.Globalization;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>Saves, publishes and takes down; opened from a revision, its words stand in the boxes.</summary>
public sealed class EditModel(CaseStudyEditing editing, PublicationCheck check, CaseStudyRevisions revisions) : EditorPage(editing, check)
{
    private readonly CaseStudyEditing editing = editing;

    /// <summary>The number of the revision that it is opened from; null where it is opened from none.</summary>
    [FromQuery(Name = "restore")]
    public string? Restored { get; set; }

    protected override async Task OpenAsync(CancellationToken cancellation)
    {
        if (Restored is null) return;
        if (!int.TryParse(Restored, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) throw new NotFoundException("The revision");

        Form = (await revisions.ReadAsync(Id, number, User.ToActor(), cancellation)).ToForm();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        await editing.SaveAsync(Id, Form, User.ToActor(), cancellation) is { } address
            ? Done("Published. Everyone can read the changes now", address)
            : Done("Saved");

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        Done("Published. Everyone can read it now", await editing.PublishAsync(Id, Form, User.ToActor(), cancellation));

    public Task<IActionResult> OnPostSendToAuthorAsync(CancellationToken cancellation) =>
        DoneAsync(editing.SendToAuthorAsync(Id, Form, User.ToActor(), cancellation), "Sent to the author. You can publish it when they say yes");

    public Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellation) =>
        DoneAsync(editing.UnpublishAsync(Id, Form, User.ToActor(), cancellation), "Taken down. Nobody outside the team can read it now");
}
