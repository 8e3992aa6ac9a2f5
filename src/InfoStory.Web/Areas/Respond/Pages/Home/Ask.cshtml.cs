using InfoStory.Data;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responses;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages.Home;

/// <summary>What was put to an organisation, and what it answers.</summary>
public sealed class AskModel(Answering answering) : FormPage
{
    [FromRoute]
    public Id<Ask> Id { get; set; }

    [BindProperty]
    public WriteResponse Form { get; set; } = new();

    public AskToAnswer Asked { get; private set; } = null!;

    /// <summary>
    /// What the form was made from, or, where a colleague saved meanwhile and it is shown, or where it was kept though it could not be sent, what is kept.
    /// </summary>
    public int Revision => Conflicted || Asked.Holds(Form) ? Asked.Writing?.Revision ?? 0 : Form.Revision;

    /// <summary>It can be written now.</summary>
    public bool IsOpen => Asked.WhyNot is null && Asked.Writing?.State != ResponseState.Sent;

    /// <summary>What was typed and cannot be sent any more, so that it is not lost; null where nothing was, or the form still holds it.</summary>
    public WriteResponse? Typed => IsOpen || !HttpMethods.IsPost(Request.Method) ? null : Form;

    public override string? BackTo => Url.Page("Index");

    public override bool IsTyped => !Asked.Shows(Form);

    public override async Task LoadAsync(CancellationToken cancellation) => Asked = await answering.ShowAsync(User.ToResponder(), Id, cancellation);

    /// <summary>Where the day of a change is none, a change is promised all the same.</summary>
    public override (object? Form, string[] RuleSets) ToLookAt(string? handler) =>
        handler == "Send" ? (Form with { Due = DateOnly.MaxValue }, ["default", WriteResponseRules.Whole]) : base.ToLookAt(handler);

    public void OnGet() => Form = Asked.ToForm();

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation)
    {
        await answering.SaveAsync(User.ToResponder(), Id, Form, cancellation);
        TempData["Flash"] = "Kept. You and your colleagues can go on with it. We do not read it before you send it";
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        await answering.SendAsync(User.ToResponder(), Id, Form, cancellation);
        TempData["Flash"] = "Sent. We read it before everyone can";
        return RedirectToPage("Index");
    }
}
