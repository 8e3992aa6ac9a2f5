using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>The pictures of a case study. What somebody chooses waits in memory while it is drawn, and is kept nowhere.</summary>
[RequestSizeLimit(LargestBody)]
[RequestFormLimits(MemoryBufferThreshold = LargestBody, MultipartBodyLengthLimit = LargestBody)]
public sealed class PicturesModel(CaseStudyEditing editing, CaseStudyPictures pictures) : FormPage
{
    /// <summary>Twice a picture, so that one that is somewhat too large is answered with the form.</summary>
    private const int LargestBody = 2 * PictureDrawing.MaxFile;

    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public ChosenPicture Form { get; set; } = new();

    public CaseStudyOnDesk Study { get; private set; } = null!;

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Study is { IsClosed: false, TakenBack: false, ContentNotes.Count: > 0 } && !Pages.Veil.WasLifted(Request)
        ? new(Study.ContentNotes, Url.Page("Pictures", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    /// <summary>The title, but of a case study that is veiled.</summary>
    public string Name => Veil is null ? Study.Title : $"the case study from {string.Join(", ", Study.StoryReferences)}";

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Study = await editing.ShowAsync(Id, User.ToActor(), cancellation);
        if (Study.IsClosed) throw new ForbiddenException(StoryOnHold.DrawnFrom);
        if (Study.TakenBack) throw new GoneException("The case study");
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Form.File?.Length > PictureDrawing.MaxFile)
        {
            await LoadAsync(cancellation);
            return Refused("Form.File", PictureDrawing.TooLarge);
        }

        var whole = new byte[Form.File?.Length ?? 0];
        if (Form.File is not null) await Form.File.CopyToAsync(new MemoryStream(whole), cancellation);
        AddPicture picture = new() { File = whole, Alt = Form.Alt, Caption = Form.Caption };
        TempData["Flash"] = await pictures.AddAsync(Id, picture, User.ToActor(), cancellation)
            ? "The picture is added"
            : "The picture is added. Only the team sees it until you tick it in the case study and publish the changes";
        return RedirectToPage(new { Id, open = Pages.Veil.Onward(Request) });
    }

    public async Task<IActionResult> OnPostDeleteAsync(string? key, CancellationToken cancellation)
    {
        await pictures.DeleteAsync(Id, key, User.ToActor(), cancellation);
        TempData["Flash"] = "The picture is deleted";
        return RedirectToPage(new { Id, open = Pages.Veil.Onward(Request) });
    }
}

/// <summary>A picture as its form brings it. Its file comes as a file, and never as a text of the form.</summary>
public sealed record ChosenPicture
{
    public IFormFile? File { get; init; }

    public string? Alt { get; init; }

    public string? Caption { get; init; }
}
