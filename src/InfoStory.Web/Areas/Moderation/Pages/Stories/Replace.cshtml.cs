using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Protection.Redaction;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Replaces words in what is typed; nothing is saved until somebody saves.</summary>
public sealed class ReplaceModel(StoryScreenReader screens) : StoryPage(screens)
{
    private const int MostLetters = 200;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadEditableAsync(cancellation);

        var (words, with) = (PlainText.Tidy(Replace.Words), PlainText.TidyOrNull(Replace.Own) ?? PlainText.Tidy(Replace.With));
        if (TooLong("Replace.Words", "The words to replace", words) | TooLong("Replace.Own", "What to say instead", with)) return Refused();

        var (title, text) = (
            Redact.In(Form.PublicTitle ?? "", words, with, cancellation), Redact.In(Form.PublicText ?? "", words, with, cancellation));
        var places = title.Places + text.Places;
        var near = string.Join(", ", text.Near.Concat(title.Near).Distinct(StringComparer.Ordinal).Select(one => $"“{one}”"));
        if (words.Length == 0) ModelState.AddModelError("Replace.Words", "Write the words to replace");
        else if (places == 0)
            ModelState.AddModelError(
                "Replace.Words", "These words are not in the public title or text" + (near.Length > 0 ? $". What comes near them: {near}" : ""));
        if (with.Length == 0) ModelState.AddModelError("Replace.With", "Choose what to say instead, or write it");
        if (Outgrows(Form.PublicTitle, title.Text, InfoStory.Stories.Story.MaxTitle) || Outgrows(Form.PublicText, text.Text, ReviewStory.MaxPublicText))
        {
            ModelState.AddModelError(
                PlainText.Tidy(Replace.Own).Length > 0 ? "Replace.Own" : "Replace.With",
                "With these words the public title or text would be longer than can be saved. Choose shorter ones");
        }

        if (!ModelState.IsValid) return Refused();

        Replaced = $"Replaced “{words}” by “{with}” in {(places == 1 ? "1 place" : $"{places} places")}. It is not saved yet."
            + (near.Length > 0 ? $" Still there, and could mean the same: {near}." : "");
        return Show(title.Text, text.Text);
    }

    /// <summary>What is there and what was there before change places, so that this can be undone too.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation)
    {
        await LoadEditableAsync(cancellation);

        Replaced = "The words of before are back. They are not saved yet.";
        return Show(Replace.TitleBefore, Replace.TextBefore);
    }

    /// <summary>Long words in many places would be work without end, and a text without end.</summary>
    private bool TooLong(string field, string what, string typed)
    {
        if (typed.Length <= MostLetters) return false;

        ModelState.AddModelError(field, $"{what} must be {MostLetters} characters or fewer");
        return true;
    }

    /// <summary>What is too long already may be replaced by what is shorter.</summary>
    private static bool Outgrows(string? before, string after, int most) => after.Length > (before ?? "").Length && !PlainText.Fits(after, most);

    private async Task LoadEditableAsync(CancellationToken cancellation)
    {
        // Measured before it is worked on. Nothing that can be saved is so long, and what is too long is not shown again.
        if (new[] { Form.PublicTitle, Form.PublicText, Replace.Words, Replace.With, Replace.Own, Replace.TitleBefore, Replace.TextBefore }
                .Any(typed => typed?.Length > 2 * ReviewStory.MaxPublicText))
            throw new BadHttpRequestException("Too long", StatusCodes.Status413PayloadTooLarge);

        await LoadAsync(cancellation);
        if (!CanEdit) throw new ConflictException("This story is not in review, so its public text cannot be changed.");
    }

    private PageResult Show(string? title, string? text)
    {
        Replace = new() { TitleBefore = Form.PublicTitle, TextBefore = Form.PublicText };
        Form = Form with { PublicTitle = title, PublicText = text };
        foreach (var changed in (string[])["Form.PublicTitle", "Form.PublicText", "Replace.Words",
                "Replace.With", "Replace.Own", "Replace.TitleBefore", "Replace.TextBefore"])
            ModelState.Remove(changed);
        return Page();
    }
}
