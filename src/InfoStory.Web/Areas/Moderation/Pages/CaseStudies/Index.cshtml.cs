using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

public sealed class IndexModel(CaseStudyList list) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public CaseStudyPage Studies { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) =>
        Studies = await list.ShowAsync(User.ToActor(), After, cancellation);
}
