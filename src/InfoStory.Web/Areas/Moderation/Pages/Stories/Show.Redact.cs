using InfoStory.Data;
using InfoStory.Protection.Redaction;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Words to replace in the public title and text, and what to say instead: a choice, or one's own words.</summary>
public sealed record ReplaceWords
{
    public string? Words { get; init; }

    public string? With { get; init; }

    public string? Own { get; init; }

    /// <summary>What stood there before words were replaced, so that it can be put back.</summary>
    public string? TitleBefore { get; init; }

    public string? TextBefore { get; init; }
}

/// <summary>Replaces words in what is typed; nothing is saved until somebody saves.</summary>
public sealed partial class ShowModel
{
    [BindProperty]
    public ReplaceWords Replace { get; set; } = new();

    /// <summary>What was just done, as a sentence; null where nothing was.</summary>
    public string? Replaced { get; private set; }

    public Differences TextDifferences => Differences.Between(PlainText.Tidy(Replace.TextBefore), PlainText.Tidy(Form.PublicText));

    public IEnumerable<SelectListItem> Offered =>
        Offers.For(Places.FirstOrDefault(place => place.Id == (Form.Place ?? Story.Place)) is { } place ? place.Within ?? place.Name : null)
            .SelectMany(group => Grouped(new() { Name = group.Name }, group.Offers));

    public async Task<IActionResult> OnPostReplaceAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!CanEdit) throw new ConflictException("This story is not in review, so its public text cannot be changed.");

        var (words, with) = (PlainText.Tidy(Replace.Words), PlainText.TidyOrNull(Replace.Own) ?? PlainText.Tidy(Replace.With));
        var (title, text) = (Redact.In(Form.PublicTitle ?? "", words, with), Redact.In(Form.PublicText ?? "", words, with));
        if (words.Length == 0) ModelState.AddModelError("Replace.Words", "Write the words to replace");
        else if (title.Places + text.Places == 0) ModelState.AddModelError("Replace.Words", "These words are not in the public title or text");
        if (with.Length == 0) ModelState.AddModelError("Replace.With", "Choose what to say instead, or write it");
        if (!ModelState.IsValid) return new PageResult { StatusCode = StatusCodes.Status400BadRequest };

        Replaced =
            $"Replaced “{words}” by “{with}” in {(title.Places + text.Places == 1 ? "1 place" : $"{title.Places + text.Places} places")}. It is not saved yet.";
        return Show(title.Text, text.Text);
    }

    /// <summary>What is there and what was there before change places, so that this can be undone too.</summary>
    public async Task<IActionResult> OnPostUndoReplaceAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (!CanEdit) throw new ConflictException("This story is not in review, so its public text cannot be changed.");

        Replaced = "The words of before are back. They are not saved yet.";
        return Show(Replace.TitleBefore, Replace.TextBefore);
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

    private static IEnumerable<SelectListItem> Grouped(SelectListGroup group, IEnumerable<string> offers) =>
        offers.Select(offer => new SelectListItem(offer, offer) { Group = group });
}
