using FluentValidation;
using InfoStory.Stories;
using InfoStory.Web.Authors;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Share;

/// <summary>What the layout of a question page needs to know.</summary>
public interface IQuestion
{
    int Number { get; }

    /// <summary>Where the back link leads.</summary>
    string Before { get; }

    bool Conflicted { get; }
}

/// <summary>One question of the share journey. Its answer is kept under the draft cookie, which lives for seven more days after every answer.</summary>
public abstract class QuestionPage<TAnswer>(Drafts drafts, IValidator<TAnswer> rules) : FormPage, IQuestion where TAnswer : IAnswer, new()
{
    private const string Check = "/share/check";
    private static readonly string[] Pages = ["/share", "/share/story", "/share/teller", "/share/where", "/share/permission", Check];

    [BindProperty]
    public TAnswer Form { get; set; } = new();

    public abstract int Number { get; }

    public string Before => Changes ? Check : Pages[Number - 1];

    /// <summary>The author came from the check page and goes back to it.</summary>
    private bool Changes => Request.Query["change"] == "true";

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Form = Earlier(await drafts.FindAsync(DraftCookie.Read(Request), cancellation) ?? DraftAnswers.None);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        DraftCookie.Write(Response, await drafts.SaveAsync(DraftCookie.Read(Request), Form, rules, cancellation));
        return LocalRedirect(Changes ? Check : Pages[Number + 1]);
    }

    /// <summary>The answer as it was given before.</summary>
    protected abstract TAnswer Earlier(DraftAnswers answers);
}
