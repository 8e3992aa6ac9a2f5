using InfoStory.Moderation.Replies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Administration.Pages.Replies;

public sealed class IndexModel(ReplyBook book) : PageModel
{
    public IReadOnlyList<ReplyRow> Replies { get; private set; } = [];

    public IReadOnlyList<ReplyChange> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        (Replies, History) = (await book.ListAsync(cancellation), await book.HistoryAsync(cancellation));
}
