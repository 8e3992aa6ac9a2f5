using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The bytes of a picture of a case study, public or not: whoever reads that for a second time sees it too.</summary>
public sealed class PictureModel(CaseStudyPictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Id<CaseStudy> id, string key, CancellationToken cancellation) =>
        File(await pictures.ReadAsync(id, key, User.ToActor(), cancellation), Cards.Pictures.Kind);
}
