using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>
/// A revision beside the words that are saved now. Restoring it is a save as any other: the editor opens with its words in the boxes.
/// </summary>
public sealed class RevisionModel(CaseStudyRevisions revisions) : FormPage
{
    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [FromRoute]
    public int Number { get; set; }

    public RevisionOnDesk Revision { get; private set; } = null!;

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Revision.Study.ContentNotes.Count > 0 && !Pages.Veil.WasLifted(Request)
        ? new(Revision.Study.ContentNotes, Url.Page("Revision", null, new { Id, Number, open = Pages.Veil.Asked })!)
        : null;

    /// <summary>Each part that is different now, in the order in which it is read.</summary>
    public IEnumerable<(string Heading, Differences Differences)> Different =>
        Revision.Words.Parts().Zip(Revision.Now.Parts()).Where(pair => Changed.HasFlag(pair.First.Part)).Select(pair =>
            (pair.First.Part.InWords(), Differences.Between(pair.First.Text, pair.Second.Text, HttpContext.RequestAborted)));

    /// <summary>One side of a part, in which is marked what is different on the other.</summary>
    public static IHtmlContent Side(IReadOnlyList<Piece> pieces) =>
        pieces.Count > 0 ? new Marked(pieces, "added since", "not there any more") : new HtmlString("Nothing");

    /// <summary>What is the same now and then, of what is filled in.</summary>
    public IEnumerable<string> Same =>
        Revision.Words.Parts().Where(part => !Changed.HasFlag(part.Part) && part.Text.Length > 0).Select(part => part.Part.InWords());

    public RevisedParts Changed => Revision.Words.Against(Revision.Now);

    public override async Task LoadAsync(CancellationToken cancellation) => Revision = await revisions.ReadAsync(Id, Number, User.ToActor(), cancellation);

    public void OnGet()
    {
    }
}
