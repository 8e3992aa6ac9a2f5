using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Asks the author a question.</summary>
public sealed class AskModel(StoryScreenReader screens, Review review, ReplyBook replies) : LetterPage(screens, replies)
{
    protected override ReplyKind Kind => ReplyKind.Question;

    protected override string Field => nameof(Form.Question);

    protected override string? Words { get => Form.Question; set => Form = Form with { Question = value }; }

    protected override Id<Reply>? Chosen => Use.Question;

    protected override string NothingToRead => "Write your question first, then read it as the author will";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        DecidedAsync(review.AskAsync(Reference, Form, User.ToActor(), cancellation), "Asked. The author can answer at My story", sent: Field);
}
