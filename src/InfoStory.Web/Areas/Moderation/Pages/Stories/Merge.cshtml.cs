using InfoStory.Moderation.Desk;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Shows the text that was put together from two versions, to be read once more and saved.</summary>
public sealed class MergeModel(StoryDesk desk) : FormPage
{
    [FromRoute]
    public required string Reference { get; set => field = value.ToUpperInvariant(); }

    [BindProperty]
    public ReviewStory Form { get; set; } = new();

    /// <summary>The paragraphs that were chosen, in their order.</summary>
    [BindProperty]
    public List<string?> Parts { get; set; } = [];

    public StoryOnDesk Story { get; private set; } = null!;

    /// <summary>Everything else that was typed, to be sent along.</summary>
    public IEnumerable<(string Name, string? Value)> Rest =>
        from typed in Request.Form
        where typed.Key.StartsWith("Form.", StringComparison.Ordinal) && typed.Key != "Form.PublicText"
        from value in typed.Value
        select (typed.Key, value);

    public override async Task LoadAsync(CancellationToken cancellation) => Story = await desk.ShowAsync(Reference, User.ToActor(), cancellation);

    public IActionResult OnGet() => RedirectToPage("Show", new { reference = Reference });

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Parts.Count > 0) Form = Form with { PublicText = Merging.Together(Parts) };
        ModelState.Clear();
        return Page();
    }
}
