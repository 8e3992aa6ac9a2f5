using InfoStory.Data.Csv;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.Subscribers;

/// <summary>First looks at the rows, then imports them. What was in a file stands in the box after the first look, where it can be mended.</summary>
public sealed class ImportModel(SubscriberImports imports) : FormPage
{
    public const int MostShown = 50;

    private const int LongestText = 100_000;

    [BindProperty]
    public ImportSubscribers Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Table { get; set; }

    /// <summary>What an import would do; null where nothing was looked at yet.</summary>
    public ImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation)
    {
        if (await TakeFileAsync(cancellation) is { } refused) return refused;

        Report = await imports.CheckAsync(Form, User.ToActor(), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await TakeFileAsync(cancellation) is { } refused) return refused;

        var done = await imports.ImportAsync(Form, User.ToActor(), cancellation);
        TempData["Flash"] = $"{done.New.Of("subscriber", "subscribers")} imported. Each has a letter that offers to leave";
        return RedirectToPage("Index");
    }

    private async Task<PageResult?> TakeFileAsync(CancellationToken cancellation)
    {
        if (Table is not { Length: > 0 }) return null;

        using var bytes = new MemoryStream();
        await Table.CopyToAsync(bytes, cancellation);
        var text = CsvText.Of(bytes.ToArray());
        if (text.Length > LongestText) return Refused("Form.Rows", $"The file has more than {LongestText:N0} letters. Bring it in parts");

        Form = Form with { Rows = text };
        ModelState.Remove("Form.Rows");
        return null;
    }
}
