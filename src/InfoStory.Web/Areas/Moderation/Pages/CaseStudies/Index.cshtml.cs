using InfoStory.CaseStudies;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

public sealed class IndexModel(CaseStudyEditing editing) : FormPage
{
    public IReadOnlyList<CaseStudyRow> Studies { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation) =>
        Studies = await editing.ListAsync(User.ToActor(), cancellation);
}
