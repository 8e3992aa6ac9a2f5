using InfoStory.Data;
using InfoStory.Organisations.Importing;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Moderation.Pages.Organisations;

/// <summary>A file is looked at, then what was looked at is imported. It waits in the page itself, packed.</summary>
[OnlyLooks]
[RequestSizeLimit(LargestBody)]
public sealed class ImportModel(OrganisationImport import) : FormPage
{
    private const int LargestBody = 3 * 1024 * 1024;

    public static IEnumerable<SelectListItem> Reasons => Enum.GetValues<WhyPublic>().Select(reason => new SelectListItem(reason.Title(), reason.ToString()));

    [BindProperty]
    public ImportOrganisations Form { get; set; } = new();

    /// <summary>What the file would do now; null before one was chosen.</summary>
    public ImportPlan? Plan { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        if (ImportFile.Unpack(Form.File) is { } file) Plan = await import.TryAsync(file, User.ToActor(), cancellation);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? upload, CancellationToken cancellation)
    {
        if (upload is null) return Refused("Upload", "Choose a CSV file");
        if (upload.Length > ImportFile.MaxBytes) return Refused("Upload", "Choose a file of at most 1 MB, or divide it");

        using var whole = new MemoryStream();
        await upload.CopyToAsync(whole, cancellation);
        Form = new() { File = [.. ImportFile.Pack(whole.ToArray())] };
        await LoadAsync(cancellation);
        return Plan!.BadCount > 0 ? Refused("Upload", "This file cannot be imported yet") : Page();
    }

    public async Task<IActionResult> OnPostImportAsync(CancellationToken cancellation)
    {
        var done = await import.ImportAsync(Form, User.ToActor(), cancellation);
        TempData["Flash"] = $"{done.Added:N0} added, {done.Changed:N0} changed";
        return RedirectToPage("Index");
    }
}
