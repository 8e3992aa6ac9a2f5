using FluentValidation;
using InfoStory.Sharing;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoStory.Web.Pages.Share;

/// <summary>What the layout of a question page needs to know.</summary>
public interface IQuestion
{
    /// <summary>From 1.</summary>
    int Number { get; }

    /// <summary>Where the answer is sent, whatever button the page came back from.</summary>
    string Address { get; }

    /// <summary>Where the back link leads.</summary>
    string Before { get; }

    /// <summary>Where "Skip this question" leads; null where it must be answered, or is answered again.</summary>
    string? Skip { get; }

    bool Conflicted { get; }

    /// <summary>What was answered on the page before could mean that somebody is in danger.</summary>
    bool Cares { get; }
}

/// <summary>The questions of the share journey, in their order.</summary>
public static class Questions
{
    public const string Start = "/share", Check = "/share/check";

    public static readonly IReadOnlyList<string> Pages =
    [
        "/share/kind", "/share/story", "/share/hand-offs", "/share/missing", "/share/teller",
        "/share/where", "/share/when", "/share/hears", "/share/permission", "/share/contact",
    ];

    /// <summary>The page so many places after the question of that number.</summary>
    public static string At(int number) => number < 1 ? Start : number > Pages.Count ? Check : Pages[number - 1];
}

/// <summary>One question of the share journey. Its answer is kept under the draft cookie, which lives for seven more days after every answer.</summary>
[CountedAs(Counted.Answer)]
public abstract class QuestionPage<TAnswer>(Drafts drafts, IValidator<TAnswer> rules) : FormPage, IQuestion where TAnswer : IAnswer, new()
{
    private const string Care = "care";

    [BindProperty]
    public TAnswer Form { get; set; } = new();

    public int Number => Questions.Pages.ToList().IndexOf($"/{PageContext.ActionDescriptor.AttributeRouteInfo!.Template}") + 1;

    public string Address => Changes ? $"{Questions.At(Number)}?change=true" : Questions.At(Number);

    public string Before => Changes ? Questions.Check : Questions.At(Number - 1);

    public string? Skip => Required || Changes ? null : Next;

    protected virtual bool Required => false;

    /// <summary>The author came from the check page and goes back to it.</summary>
    protected bool Changes => Request.Query["change"] == "true";

    public bool Cares => Request.Query[Care] == "true";

    protected string Next => Changes ? Questions.Check : Questions.At(Number + 1);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Form = Earlier(await drafts.FindAsync(DraftCookie.Read(Request), cancellation) ?? DraftAnswers.None);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await KeepAsync(cancellation);
        return LocalRedirect(WithCare(Next));
    }

    /// <summary>The next page says whom to ring, where this answer speaks of danger.</summary>
    protected string WithCare(string address) => Form.SpeaksOfDanger() ? QueryHelpers.AddQueryString(address, Care, "true") : address;

    /// <summary>Keeps the answer in the draft.</summary>
    protected virtual async Task KeepAsync(CancellationToken cancellation) =>
        DraftCookie.Write(Response, await drafts.SaveAsync(DraftCookie.Read(Request), Form, rules, cancellation));

    /// <summary>The answer as it was given before.</summary>
    protected abstract TAnswer Earlier(DraftAnswers answers);
}
