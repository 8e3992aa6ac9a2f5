using InfoStory.Moderation.Replies;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The replies that the field with this name can start from; <paramref name="WasUsed"/> where one was just put into it.</summary>
public sealed record RepliesToChoose(string Field, IReadOnlyList<ReplyChoice> Replies, bool WasUsed);

/// <summary>A list of replies above the field that they go into.</summary>
public sealed class StartFromViewComponent(ReplyBook replies) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ReplyKind kind, bool used) =>
        View("~/Areas/Moderation/Pages/Stories/_StartFrom.cshtml",
            new RepliesToChoose(kind == ReplyKind.Question ? "Question" : "Reason", await replies.OfferAsync(kind, HttpContext.RequestAborted), used));
}
