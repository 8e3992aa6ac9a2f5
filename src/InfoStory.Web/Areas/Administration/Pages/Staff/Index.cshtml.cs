using InfoStory.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

public sealed class IndexModel(StaffList staff) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long? After { get; set; }

    public StaffPage Accounts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) => Accounts = await staff.PageAsync(After, cancellation);
}
