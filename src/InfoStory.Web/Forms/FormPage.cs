using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Forms;

/// <summary>A page with a form. <see cref="FormFilter"/> answers what is refused with the same page, every typed word kept.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What somebody reads whose page can no longer be sent as it is.</summary>
    public const string Stale = "This page was open for too long, or your browser does not keep cookies. Nothing you typed is lost. Press the button again";

    /// <summary>True when somebody else saved first: the page shows both texts.</summary>
    public bool Conflicted { get; internal set; }

    /// <summary>Loads what the page shows around the form: before every GET, and again when a POST is answered with the same page.</summary>
    public virtual Task LoadAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The same page again with status 400, and what is wrong beside the field. What it shows is loaded already.</summary>
    protected PageResult Refused(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return Refused();
    }

    protected static PageResult Refused() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
