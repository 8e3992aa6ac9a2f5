using InfoStory.People;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Staff;

public sealed class IndexModel(StaffList staff) : PageModel
{
    public IReadOnlyList<StaffRow> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Accounts = await staff.AllAsync(cancellation);
}
