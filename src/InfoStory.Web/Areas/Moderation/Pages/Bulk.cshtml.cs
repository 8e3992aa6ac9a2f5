using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>Does it, and takes it back.</summary>
public sealed class BulkModel(BulkActions bulk, Claims claims, TagCatalogue tags) : BulkPage(claims, tags)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var act = await bulk.DoAsync(Form, User.ToActor(), cancellation);

        TempData["Undo"] = act.ToString();
        return Back($"Done to {Stories}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Id<BulkAct> number, CancellationToken cancellation)
    {
        var count = await bulk.UndoAsync(number, User.ToActor(), cancellation);
        return Back($"Undone: {(count == 1 ? "1 story is" : $"{count} stories are")} where {(count == 1 ? "it was" : "they were")}");
    }
}
