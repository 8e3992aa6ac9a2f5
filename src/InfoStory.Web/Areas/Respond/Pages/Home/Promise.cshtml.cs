using InfoStory.Organisations.Promises;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages.Home;

/// <summary>What an organisation promised, and what its responder says became of it.</summary>
public sealed class PromiseModel(PromiseReporting reporting) : FormPage
{
    [FromRoute]
    public required string Slug { get; set => field = value.ToLowerInvariant(); }

    [BindProperty]
    public RecordPromise Form { get; set; } = new();

    public PromiseToReport Shown { get; private set; } = null!;

    /// <summary>What the form was made from, or, where somebody was first and that is shown, what is there.</summary>
    public int Revision => Conflicted || !HttpMethods.IsPost(Request.Method) ? Shown.Revision : Form.Revision;

    /// <summary>It can be reported on now.</summary>
    public bool IsOpen => Shown is { WhyNot: null, IsSent: false };

    /// <summary>What was typed and cannot be sent any more, so that it is not lost; null where nothing was, or the form still holds it.</summary>
    public RecordPromise? Typed => IsOpen || !HttpMethods.IsPost(Request.Method) ? null : Form;

    public override string? BackTo => Url.Page("Index");

    public override bool IsTyped => Form with { Revision = 0 } != (Shown.Report ?? new()) with { Revision = 0 };

    public override async Task LoadAsync(CancellationToken cancellation) => Shown = await reporting.ShowAsync(User.ToResponder(), Slug, cancellation);

    public void OnGet() => Form = Shown.Report ?? new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await reporting.SendAsync(User.ToResponder(), Slug, Form, cancellation);
        TempData["Flash"] = "Sent. We read it before everyone can";
        return RedirectToPage("Index");
    }
}
