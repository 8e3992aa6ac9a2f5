using InfoStory.Data;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Responses;

/// <summary>Answers, and reports on promises, that wait to be read: the one that waits longest first.</summary>
public sealed class IndexModel(ResponsesToRead responses, PromiseReportDesk reports) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Cursor? After { get; set; }

    public ResponsePage Responses { get; private set; } = null!;

    public IReadOnlyList<ReportRow> Reports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Responses = await responses.ListAsync(After, User.ToActor(), cancellation);
        if (After is null) Reports = await reports.ListAsync(User.ToActor(), cancellation);
    }
}
