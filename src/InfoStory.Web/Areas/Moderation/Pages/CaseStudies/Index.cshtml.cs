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

    /// <summary>Only what is public and must be asked again who could find out who it is about.</summary>
    [BindProperty(SupportsGet = true, Name = "again")]
    public bool AsksAgain { get; set; }

    public CaseStudyPage Studies { get; private set; } = null!;

    /// <summary>Of how many it must be asked again.</summary>
    public int Again { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation) =>
        (Studies, Again) = (await list.ShowAsync(User.ToActor(), After, cancellation, AsksAgain), await list.CountAgainAsync(User.ToActor(), cancellation));
}
