using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>The bytes of a picture, public or not, for the team.</summary>
public sealed class PictureModel(CaseStudyPictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Id<CaseStudy> id, string key, CancellationToken cancellation) =>
        File(await pictures.ReadAsync(id, key, User.ToActor(), cancellation), Cards.Pictures.Kind);
}
