using InfoStory.Moderation.Replies;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The replies of this kind that its field can start from; <paramref name="WasUsed"/> where one was just put into it.</summary>
public sealed record RepliesToChoose(ReplyKind Kind, IReadOnlyList<ReplyChoice> Replies, bool WasUsed)
{
    /// <summary>The name of the field.</summary>
    public string Field => Kind == ReplyKind.Question ? "Question" : "Reason";

    /// <summary>The page that takes it.</summary>
    public string Page => Kind == ReplyKind.Question ? "Ask" : "Decline";
}

/// <summary>A list of replies above the field that they go into.</summary>
public sealed class StartFromViewComponent(ReplyBook replies) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ReplyKind kind, bool used) =>
        View("~/Areas/Moderation/Pages/Stories/_StartFrom.cshtml",
            new RepliesToChoose(kind, await replies.OfferAsync(kind, HttpContext.RequestAborted), used));
}
