using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Declines the story, with a reason for its author.</summary>
public sealed class DeclineModel(StoryScreenReader screens, Review review, ReplyBook replies) : LetterPage(screens, replies)
{
    protected override ReplyKind Kind => ReplyKind.Decline;

    protected override string Field => nameof(Form.Reason);

    protected override string? Words { get => Form.Reason; set => Form = Form with { Reason = value }; }

    protected override Id<Reply>? Chosen => Use.Reason;

    protected override string NothingToRead => "Write the reason first, then read it as the author will";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        DecidedAsync(review.DeclineAsync(Reference, Form, User.ToActor(), cancellation), "Declined. The author can read your reason", sent: Field);
}
