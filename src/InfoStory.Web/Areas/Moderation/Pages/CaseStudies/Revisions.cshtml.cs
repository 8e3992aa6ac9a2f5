using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>The words of a case study as they were saved, one after the other.</summary>
public sealed class RevisionsModel(CaseStudyRevisions revisions) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    public RevisionList List { get; private set; } = null!;

    /// <summary>The title, but of a case study that is veiled.</summary>
    public string Name => List.Study.ContentNotes.Count > 0 && !Veil.WasLifted(Request)
        ? $"the case study from {string.Join(", ", List.Study.StoryReferences)}"
        : List.Study.Title;

    public override async Task LoadAsync(CancellationToken cancellation) => List = await revisions.ListAsync(Id, User.ToActor(), cancellation);

    public void OnGet()
    {
    }
}
