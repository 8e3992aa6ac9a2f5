using System.Security.Cryptography;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Protection.Flags;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

/// <summary>The page of one case study, and the page of each thing that is done with its form; what is refused is answered with all of it again.</summary>
public abstract class EditorPage(CaseStudyEditing editing, PublicationCheck check) : FormPage
{
    private const string PictureDeleted = "A picture was deleted while this page was open. Look at the pictures, then press the button again";

    [FromRoute]
    public Id<CaseStudy> Id { get; set; }

    [BindProperty]
    public EditCaseStudy Form { get; set; } = new();

    public CaseStudyOnDesk Study { get; private set; } = null!;

    /// <summary>A colleague saved first: theirs and ours are shown side by side.</summary>
    public bool ShowsBoth => !ModelState.IsValid && Form.Revision != Study.Revision && !Study.TakenBack && !Study.IsClosed;

    /// <summary>
    /// Everyone reads it, and other words have to be seen by its author first: they are shown and not typed into. What was typed before that was so
    /// stays in the boxes.
    /// </summary>
    public bool IsLocked => Study is { State: CaseStudyState.Published, Author: not AuthorsWord.NotAsked }
        && (Form.Restores is not null || Form.HoldsSame(Study.ToForm()));

    /// <summary>What it is about, where nobody asked to read it.</summary>
    internal Veil? Veil => Study is { IsClosed: false, TakenBack: false, ContentNotes.Count: > 0 } && !Pages.Veil.WasLifted(Request)
        ? new(Study.ContentNotes, Url.Page("Edit", null, new { Id, open = Pages.Veil.Asked })!)
        : null;

    public string Title => (Study.IsClosed, ShowsBoth) switch
    {
        _ when Veil is not null => $"Case study from {string.Join(", ", Study.StoryReferences)}",
        (true, _) => "This case study is closed for now",
        (_, true) => $"Two versions of {Study.Title}",
        _ => Study.Title,
    };

    /// <summary>What was typed and could not be saved, each with its heading: only what its reader typed, never what is kept.</summary>
    public IEnumerable<(string Heading, string Text)> Typed =>
        new[] { ("Title", Form.Title ?? ""), ("Summary", Form.Summary ?? ""), (CaseStudyWords.TheStory, Form.TheStory ?? "") }
            .Concat(CaseStudyWords.Sections(Form))
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2));

    /// <summary>What the next button press builds on: after a conflict, what is on the screen now.</summary>
    public int Revision => Conflicted || ShowsBoth ? Study.Revision : Form.Revision;

    /// <summary>What keeps the words as they are saved from being published, beside the button; nothing where a press has just been refused.</summary>
    public IReadOnlyList<Refusal> Missing { get; private set; } = [];

    /// <summary>The next moment at which the clocks let it be published; null where that is now, or no waiting mends it.</summary>
    public DateTime? Later { get; private set; }

    public IReadOnlyList<string> SmallGroups { get; private set; } = [];

    /// <summary>Nothing shows that the words that were brought back were ever public.</summary>
    public bool MayNeverHaveBeenPublic { get; private set; }

    /// <summary>What keeps the words on the screen from being public.</summary>
    public IReadOnlyList<OpenFlag> OpenFlags { get; private set; } = [];

    /// <inheritdoc cref="PublicFlags.SettledAsync"/>
    public IReadOnlyList<string> Settled { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        Study = await editing.ShowAsync(Id, User.ToActor(), cancellation);
        if (HttpMethods.IsGet(Request.Method)) Form = Study.ToForm();
        if (Study.TakenBack || Study.IsClosed) return;
        if (HttpMethods.IsGet(Request.Method)) await OpenAsync(cancellation);

        OfferRows();

        MayNeverHaveBeenPublic = Form.Restores is { } number && await check.MayNeverHaveBeenPublicAsync(Id, number, cancellation);
        Settled = await check.SettledFlagsAsync(Id, cancellation);
        (OpenFlags, SmallGroups) = (await check.OpenFlagsAsync(Id, Form, cancellation), await check.SmallGroupsAsync(Id, cancellation));
        if (Study.State == CaseStudyState.Published) return;

        (Missing, Later) = await check.OfSavedAsync(Id, cancellation);
        if (!ModelState.IsValid) Missing = [];
    }

    /// <summary>Puts something else into the boxes than what is saved.</summary>
    protected virtual Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Under this what is typed here is kept, apart from what the same person types in another window.</summary>
    public static string NewWindow() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>By this name its preview finds the tab of an editor.</summary>
    public static string WindowOf(Id<CaseStudy> study) => $"editor-of-{study}";

    /// <summary>A number or a quote is written, or something is wrong.</summary>
    public bool HasEvidence => !ModelState.IsValid || Form.Figures.Exists(figure => !figure.IsBlank)
        || Form.Quotes.Exists(quote => !string.IsNullOrWhiteSpace(quote));

    /// <summary>The stories of which is known how often they were told.</summary>
    public IEnumerable<Choice> Told => Study.Drawn.Where(drawn => drawn.Chain is not null)
        .Select(drawn => new Choice(Study.Drawn.Count > 1 ? $"{drawn.Reference}: {drawn.Chain}" : drawn.Chain!, drawn.Reference));

    /// <summary>An empty row for another figure, as many quotes as there may be, and the pictures that there are now.</summary>
    private void OfferRows()
    {
        if (Form.Figures.Count < CaseStudyFigure.Most && (Form.Figures.Count == 0 || !Form.Figures[^1].IsBlank)) Form.Figures.Add(new());
        while (Form.Quotes.Count < CaseStudy.MaxQuotes) Form.Quotes.Add(null);
        OfferPictures();
    }

    /// <summary>Each picture that is kept, as it was typed, and those that were added since the page was opened; none that was deleted since.</summary>
    private void OfferPictures()
    {
        var kept = Study.ToForm().Pictures;
        if (Form.Pictures.RemoveAll(typed => !kept.Exists(there => there.Key == typed.Key)) > 0)
        {
            // What was typed is found by its place, and the places have moved.
            foreach (var field in ModelState.Keys.Where(field => field.StartsWith("Form.Pictures[", StringComparison.Ordinal)).ToList())
                ModelState.Remove(field);
            if (ModelState.IsValid) ModelState.AddModelError("", PictureDeleted);
        }

        Form.Pictures.AddRange(kept.Where(there => !Form.Pictures.Exists(typed => typed.Key == there.Key)));
    }

    public IActionResult OnGet() => Study.IsClosed ? new PageResult { StatusCode = StatusCodes.Status403Forbidden } : Page();

    protected async Task<IActionResult> DoneAsync(Task act, string done)
    {
        await act;
        return Done(done);
    }

    /// <param name="done">What was done.</param>
    /// <param name="at">The address of the case study, where everyone reads it now.</param>
    protected IActionResult Done(string done, string? at = null)
    {
        TempData["Flash"] = done;
        TempData.Remove("FlashTo");
        if (at is not null) TempData["FlashTo"] = Url.Page("/CaseStudies/Read", null, new { area = "", slug = at });
        return RedirectToPage("Edit", new { Id, open = Pages.Veil.Onward(Request) });
    }
}
