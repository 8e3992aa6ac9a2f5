using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Kept;

/// <summary>Where the link in an author's letter leads: did it change? Opening it says nothing; a button does.</summary>
[CountedAs(Counted.Answer)]
public sealed class IndexModel(PromiseAnswers answers) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    public KeptQuestion Question { get; private set; } = null!;

    public override async Task LoadAsync(CancellationToken cancellation) => Question = await answers.ShowAsync(Link, cancellation);

    public async Task<IActionResult> OnPostAsync(KeptAnswer? answer, CancellationToken cancellation)
    {
        if (answer is not { } said)
        {
            await LoadAsync(cancellation);
            return Refused("", "Choose one of the four answers");
        }

        await answers.AnswerAsync(Link, said, cancellation);
        return RedirectToPage();
    }
}
