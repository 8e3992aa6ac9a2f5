using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The replies that were chosen to start from, for a question and for a reason.</summary>
public sealed record StartFrom
{
    public Id<Reply>? Question { get; init; }

    public Id<Reply>? Reason { get; init; }
}

/// <summary>Starting from a reply, and reading what is typed as the author will. Neither saves anything.</summary>
public sealed partial class ShowModel
{
    private const string Below = "\n\n";

    [BindProperty]
    public StartFrom Use { get; set; } = new();

    /// <summary>What a reply was just put into; null where none was.</summary>
    public ReplyKind? Used { get; private set; }

    /// <summary>What is shown as its author will read it; null where nothing is.</summary>
    public ReplyKind? Read { get; private set; }

    public async Task<IActionResult> OnPostUseQuestionAsync([FromServices] ReplyBook replies, CancellationToken cancellation)
    {
        var text = await FindAsync(replies, Use.Question, ReplyKind.Question, "Use.Question", cancellation);
        return text is null ? Again() : Put(ReplyKind.Question, Form with { Question = Under(Form.Question, text) });
    }

    public async Task<IActionResult> OnPostUseReasonAsync([FromServices] ReplyBook replies, CancellationToken cancellation)
    {
        var text = await FindAsync(replies, Use.Reason, ReplyKind.Decline, "Use.Reason", cancellation);
        return text is null ? Again() : Put(ReplyKind.Decline, Form with { Reason = Under(Form.Reason, text) });
    }

    public Task<IActionResult> OnPostReadQuestionAsync(CancellationToken cancellation) =>
        ReadAsync(ReplyKind.Question, Form.Question, "Form.Question", "Write your question first, then read it as the author will", cancellation);

    public Task<IActionResult> OnPostReadReasonAsync(CancellationToken cancellation) =>
        ReadAsync(ReplyKind.Decline, Form.Reason, "Form.Reason", "Write the reason first, then read it as the author will", cancellation);

    /// <summary>What is typed stays above; the reply follows below it.</summary>
    private static string Under(string? typed, string text) => PlainText.TidyOrNull(typed) is { } first ? first + Below + text : text;

    private async Task<string?> FindAsync(ReplyBook replies, Id<Reply>? chosen, ReplyKind kind, string field, CancellationToken cancellation)
    {
        await LoadUnchangedAsync(cancellation);
        var text = chosen is { } id ? await replies.FindTextAsync(id, kind, cancellation) : null;
        if (text is null) ModelState.AddModelError(field, "Choose a reply to start from");
        return text;
    }

    private async Task<IActionResult> ReadAsync(ReplyKind kind, string? words, string field, string missing, CancellationToken cancellation)
    {
        await LoadUnchangedAsync(cancellation);
        if (PlainText.TidyOrNull(words) is null)
        {
            ModelState.AddModelError(field, missing);
            return Again();
        }

        Read = kind;
        return Page();
    }

    private PageResult Put(ReplyKind kind, ReviewStory form)
    {
        (Form, Used) = (form, kind);
        foreach (var changed in (string[])["Form.Question", "Form.Reason", "Use.Question", "Use.Reason"]) ModelState.Remove(changed);
        Use = new();
        return Page();
    }

    /// <summary>Where the story has changed meanwhile, its page may not have the field any more: both texts are shown instead.</summary>
    private async Task LoadUnchangedAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Form.Revision != Story.Revision) throw new ConflictException("Someone else has changed this since you opened it.");
    }

    private static PageResult Again() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
