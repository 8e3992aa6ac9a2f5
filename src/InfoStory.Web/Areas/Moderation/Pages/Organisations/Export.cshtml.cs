using InfoStory.Organisations.Importing;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

/// <summary>Every organisation that exists as a file, which can be imported again.</summary>
public sealed class ExportModel(OrganisationImport import) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        File(await import.ExportAsync(User.ToActor(), cancellation), "text/csv; charset=utf-8", "organisations.csv");
}
