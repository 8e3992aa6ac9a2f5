using InfoStory.Authors;
using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Changed;

/// <summary>
/// Where the link in an author's letter leads: did anything change? It shows nothing of the story, and opening it says nothing; a button does.
/// </summary>
[CountedAs(Counted.Answer)]
public sealed class IndexModel(WhatChanged changes) : FormPage
{
    [BindProperty]
    public TellWhatChanged Form { get; set; } = new();

    [FromRoute]
    public required string Link { get; set; }

    public ChangeAsked Asked { get; private set; } = null!;

    /// <summary>True where whoever wrote just now, sent or not, is to read whom to ring.</summary>
    public bool Cares => Request.Query["care"] == "true" || DangerWords.SpeaksOfDanger(Form.Text);

    public override async Task LoadAsync(CancellationToken cancellation) => Asked = await changes.ReadAsync(Link, cancellation);

    public async Task<IActionResult> OnPostAsync(ChangeAnswer? answer, CancellationToken cancellation)
    {
        if (answer is not { } said)
        {
            await LoadAsync(cancellation);
            return Refused("", "Choose one of the four answers");
        }

        await changes.AnswerAsync(Link, said, cancellation);
        if (string.IsNullOrWhiteSpace(Form.Text)) return RedirectToPage();

        // What stands in the box is not sent yet.
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTellAsync(CancellationToken cancellation)
    {
        await changes.TellAsync(Link, Form, cancellation);
        TempData["Flash"] = "Thank you. Our team has what you wrote";
        return RedirectToPage(DangerWords.SpeaksOfDanger(Form.Text) ? new { care = "true" } : null);
    }
}
