using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Forms;

/// <summary>A page with a form. <see cref="FormFilter"/> answers what is refused with the same page, every typed word kept.</summary>
public abstract class FormPage : PageModel
{
    /// <summary>What somebody reads whose page can no longer be sent as it is.</summary>
    public const string Stale = "This page was open for too long, or your browser does not keep cookies. Nothing you typed is lost. Press the button again";

    /// <summary>What somebody reads who signed in again after a session that ended under a form.</summary>
    public const string SessionEnded = "Your session had ended, so this was not sent. What you typed is here again";

    /// <summary>What somebody reads who puts back what they typed and had not saved.</summary>
    public const string NotSaved = "This is not saved yet. What you typed is here again";

    /// <summary>What somebody reads who asked for a kept form that is not theirs, is over, or cannot be read any more.</summary>
    public const string NotKept = "What was typed here cannot be shown. It waits for whoever typed it, and for a day at most";

    /// <summary>What somebody reads who went back from a form that could not be kept for them.</summary>
    public const string NotLeft = "We could not keep this for you. Send it, or copy what you typed before you leave";

    /// <summary>
    /// Where Back leads from a form that is sent whole: what is typed then waits for whoever typed it, and is not sent. Null where Back is a link, or the
    /// page's own to answer.
    /// </summary>
    public virtual string? BackTo => null;

    /// <summary>Something stands in the form that the page did not bring. What the page shows is loaded.</summary>
    public virtual bool IsTyped => false;

    /// <summary>True when somebody else saved first: the page shows both texts.</summary>
    public bool Conflicted { get; internal set; }

    /// <summary>Loads what the page shows around the form: before every GET, and again when a POST is answered with the same page.</summary>
    public virtual Task LoadAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>What is looked at of a form in which a day is none, by which rule sets, so that all that is wrong is said at once.</summary>
    /// <param name="handler">Which of its buttons was pressed.</param>
    public virtual (object? Form, string[] RuleSets) ToLookAt(string? handler) => (GetType().GetProperty("Form")?.GetValue(this), ["default"]);

    /// <summary>The same page again with status 400, and what is wrong beside the field. What it shows is loaded already.</summary>
    protected PageResult Refused(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return Refused();
    }

    protected static PageResult Refused() => new() { StatusCode = StatusCodes.Status400BadRequest };
}
