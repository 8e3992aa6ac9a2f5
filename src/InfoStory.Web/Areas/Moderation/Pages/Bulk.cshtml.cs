using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Tags;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages;

/// <summary>Does it, and takes it back.</summary>
public sealed class BulkModel(BulkActions bulk, Claims claims, TagCatalogue tags) : BulkPage(claims, tags)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var act = await bulk.DoAsync(Form, User.ToActor(), cancellation);

        TempData["Undo"] = act.ToString();
        await LoadAsync(cancellation);
        return Back(Form.Act!.Value.Done(Form.Stories.Count, With));
    }

    private string? With => Form.Act switch
    {
        BulkKind.Tag => Tags.FirstOrDefault(tag => tag.Id == Form.Tag)?.Name,
        BulkKind.Assign => Colleagues.FirstOrDefault(colleague => colleague.Id == Form.To)?.Name,
        _ => null,
    };

    public async Task<IActionResult> OnPostUndoAsync(Id<BulkAct> number, CancellationToken cancellation)
    {
        var count = await bulk.UndoAsync(number, User.ToActor(), cancellation);
        return Back($"Undone: {WordLists.Stories(count)} {(count == 1 ? "is" : "are")} where {(count == 1 ? "it was" : "they were")}");
    }
}
