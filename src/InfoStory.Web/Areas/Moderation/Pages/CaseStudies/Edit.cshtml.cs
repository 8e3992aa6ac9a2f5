using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Areas.Moderation.Pages.CaseStudies;

public sealed class EditModel(CaseStudyEditing editing) : FormPage
{
    [FromRoute]
    public required string Slug { get; set; }

    /// <summary>Which case study this form is about: a colleague may have given it a new title, and with it a new address.</summary>
    [BindProperty]
    public Id<CaseStudy>? Key { get; set; }

    [BindProperty]
    public EditCaseStudy Form { get; set; } = new();

    public CaseStudyOnDesk Study { get; private set; } = null!;

    /// <summary>A colleague saved first: theirs and ours are shown side by side.</summary>
    public bool ShowsBoth => !ModelState.IsValid && Form.Revision != Study.Revision && !Study.TakenBack && !Study.IsClosed;

    public string Title => (Study.IsClosed, ShowsBoth) switch
    {
        (true, _) => "This case study is closed for now",
        (_, true) => $"Two versions of {Study.Title}",
        _ => Study.Title,
    };

    /// <summary>What was typed and could not be saved, each with its heading: only what its reader typed, never what is kept.</summary>
    public IEnumerable<(string Heading, string Text)> Typed =>
        new[] { ("Title", Form.Title ?? ""), ("Summary", Form.Summary ?? ""), (CaseStudyWords.TheStory, Form.TheStory ?? "") }
            .Concat(CaseStudyWords.Sections(Form.WhatWasNotShared, Form.WhatTheyDid, Form.WhatChanged, Form.NotYetFixed, Form.Learning))
            .Where(part => !string.IsNullOrWhiteSpace(part.Item2));

    /// <summary>What the next button press builds on: after a conflict, what is on the screen now.</summary>
    public int Revision => Conflicted || ShowsBoth ? Study.Revision : Form.Revision;

    public override async Task LoadAsync(CancellationToken cancellation) =>
        Study = await editing.ShowAsync(await SlugAsync(cancellation), User.ToActor(), cancellation);

    public IActionResult OnGet()
    {
        if (Study.IsClosed) return new PageResult { StatusCode = StatusCodes.Status403Forbidden };

        Form = new()
        {
            Revision = Study.Revision,
            Title = Study.Title,
            Summary = Study.Summary,
            TheStory = Study.TheStory,
            WhatWasNotShared = Study.WhatWasNotShared,
            WhatTheyDid = Study.WhatTheyDid,
            WhatChanged = Study.WhatChanged,
            NotYetFixed = Study.NotYetFixed,
            Learning = Study.Learning,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) =>
        Done(await editing.SaveAsync(await SlugAsync(cancellation), Form, User.ToActor(), cancellation), "Saved");

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) =>
        Done(await editing.PublishAsync(await SlugAsync(cancellation), Form, User.ToActor(), cancellation), "Published. Everyone can read it now");

    public async Task<IActionResult> OnPostSendToAuthorAsync(CancellationToken cancellation) =>
        Done(
            await editing.SendToAuthorAsync(await SlugAsync(cancellation), Form, User.ToActor(), cancellation),
            "Sent to the author. You can publish it when they say yes");

    public async Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellation)
    {
        var slug = await SlugAsync(cancellation);
        await editing.UnpublishAsync(slug, Form, User.ToActor(), cancellation);
        return Done(slug, "Taken down. Nobody outside the team can read it now");
    }

    private async Task<string> SlugAsync(CancellationToken cancellation) => Key is { } key ? await editing.SlugOfAsync(key, cancellation) : Slug;

    private RedirectToPageResult Done(string slug, string done)
    {
        TempData["Flash"] = done;
        return RedirectToPage(new { slug });
    }
}
