using InfoStory.Data;
using InfoStory.Moderation.Replies;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The replies that were chosen to start from, for a question and for a reason.</summary>
public sealed record StartFrom
{
    public Id<Reply>? Question { get; init; }

    public Id<Reply>? Reason { get; init; }
}

/// <summary>
/// What is written to the author of a story: a panel that can start from a reply and show what is typed as its author will read it. Neither saves anything.
/// </summary>
public abstract class LetterPage(StoryScreenReader screens, ReplyBook replies) : StoryPage(screens)
{
    private const string Below = "\n\n";

    protected abstract ReplyKind Kind { get; }

    /// <summary>The name of the field that is written in.</summary>
    protected abstract string Field { get; }

    protected abstract string? Words { get; set; }

    protected abstract Id<Reply>? Chosen { get; }

    /// <summary>What is answered where there is nothing to read yet.</summary>
    protected abstract string NothingToRead { get; }

    /// <summary>What is typed stays above; the reply follows below it.</summary>
    public async Task<IActionResult> OnPostUseAsync(CancellationToken cancellation)
    {
        await LoadUnchangedAsync(cancellation);
        if (Chosen is not { } id || await replies.FindTextAsync(id, Kind, cancellation) is not { } reply)
            return Refused($"{nameof(Use)}.{Field}", "Choose a reply to start from");

        (Words, Used) = (PlainText.TidyOrNull(Words) is { } typed ? typed + Below + reply : reply, Kind);
        foreach (var changed in (string[])["Form.Question", "Form.Reason", "Use.Question", "Use.Reason"]) ModelState.Remove(changed);
        Use = new();
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellation)
    {
        await LoadUnchangedAsync(cancellation);
        if (PlainText.TidyOrNull(Words) is null) return Refused($"{nameof(Form)}.{Field}", NothingToRead);

        Read = Kind;
        return Page();
    }

    /// <summary>Where the story has changed meanwhile, its page may not have the field any more: both texts are shown instead.</summary>
    private async Task LoadUnchangedAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Form.Revision != Story.Revision) throw new ConflictException("Someone else has changed this since you opened it.");
    }
}
