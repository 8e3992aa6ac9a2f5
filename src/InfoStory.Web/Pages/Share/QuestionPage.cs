using System.Text.Json;
using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Tags;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace InfoStory.Web.Pages.Share;

/// <summary>One question of the share journey. Its answer is kept under the draft cookie, which lives for seven more days after every answer.</summary>
[CountedAs(Counted.Answer)]
public abstract class QuestionPage<TAnswer>(Drafts drafts, IValidator<TAnswer> rules, IValidator<TAnswer>? rulesOfLeft = null)
    : FormPage, IQuestion where TAnswer : IAnswer, new()
{
    private const string Care = "care";

    [BindProperty]
    public TAnswer Form { get; set; } = new();

    [BindProperty(Name = nameof(Made))]
    public string? Made { get; set; }

    /// <summary>Which button left the question (<see cref="Leaving"/>); null for Continue.</summary>
    [BindProperty(Name = nameof(To))]
    public string? To { get; set; }

    public IReadOnlyList<Answer>? Kept { get; private set; }

    public string Progress => Questions.Progress(Itself);

    public string Address => Changes ? $"{Itself}?change=true" : Itself;

    public bool Skips => !Questions.IsStep(Itself) && (IsAnswered || !Changes);

    public string? Removes => IsAnswered ? Leaving.Removes(Itself.Split('/')[^1]) : null;

    public string? Away => To is null or Leaving.Remove || ModelState.IsValid ? null : Leads;

    /// <summary>The answers so far; null where there is no draft.</summary>
    protected DraftAnswers? Draft { get; private set; }

    /// <summary>The author came from the check page and goes back to it.</summary>
    protected bool Changes => Request.Query["change"] == "true";

    public bool Cares => Request.Query[Care] == "true";

    protected string Next => Changes ? Questions.Check : Questions.After(Itself);

    private string Leads => To == Leaving.Back ? Changes ? Questions.Check : Questions.Before(Itself) : Next;

    /// <summary>An answer that is left may be half given.</summary>
    private IValidator<TAnswer> Rules => To is null ? rules : rulesOfLeft ?? rules;

    /// <summary>The address of the question.</summary>
    private string Itself => $"/{PageContext.ActionDescriptor.AttributeRouteInfo!.Template}";

    /// <summary>The story on this device is sent, and its words are shown once more here: only the first question begins another in its place.</summary>
    private bool IsOfSent => Itself != Questions.First && DraftCookie.ReadShownOnce(Request) is not null;

    /// <summary>The names of the services that an answer may speak of.</summary>
    protected virtual IReadOnlyList<TagChoice> Named => [];

    /// <summary>How the author may be reached, as it is kept; null where the page does not ask it.</summary>
    protected virtual ContactDetails? Contact => null;

    private bool IsAnswered => !IsSame(Earlier(Draft ?? DraftAnswers.None), AsKept(new()));

    public sealed override async Task LoadAsync(CancellationToken cancellation)
    {
        await LoadAroundAsync(cancellation);
        Draft = await drafts.FindAsync(DraftCookie.Read(Request), cancellation);
    }

    public IActionResult OnGet()
    {
        if (IsOfSent) return RedirectToPage("Check");

        Form = Earlier(Draft ?? DraftAnswers.None);
        Made = MadeFrom.Of(DraftCookie.Read(Request), Draft, Form);
        DraftCookie.Begin(Request, Response);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var leads = WithCare(Leads);
        if (To == Leaving.Skip) return LocalRedirect(leads);
        if (To == Leaving.Remove)
        {
            Form = new();
            ModelState.Clear();
        }

        if (To is null or Leaving.Remove || await IsChangedAsync(cancellation)) await SaveAsync(cancellation);
        return LocalRedirect(leads);
    }

    /// <summary>Keeps the answer in the draft from which its page was made.</summary>
    /// <exception cref="ConflictException">The draft is another one by now, or this answer was changed in it: the page shows both.</exception>
    protected async Task SaveAsync(CancellationToken cancellation)
    {
        var typed = await Rules.ValidateAsync(Form, cancellation);
        if (!typed.IsValid) throw new ValidationException(typed.Errors);
        if (IsOfSent)
        {
            var there = To == Leaving.Remove ? "Remove the answer" : "Copy what you typed, and add it";
            throw new ConflictException($"You have sent this story. {there} at My story with your six words.");
        }

        var before = Made ?? "";
        DraftCookie.Write(Response, await KeepAsync(DraftCookie.Read(Request), (_, draft) => MustBeMadeFromAsync(draft, before, cancellation), cancellation));
    }

    /// <summary>The next page says whom to ring, where this answer speaks of danger.</summary>
    protected string WithCare(string address) => Form.SpeaksOfDanger() ? QueryHelpers.AddQueryString(address, Care, "true") : address;

    /// <summary>Loads what the page shows beside the answers of the draft.</summary>
    protected virtual Task LoadAroundAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Keeps the answer in the draft, after a look at what is kept.</summary>
    protected virtual Task<DraftSecret> KeepAsync(
        DraftSecret? secret, Func<DraftSecret, DraftAnswers?, Task> look, CancellationToken cancellation) =>
        drafts.SaveAsync(secret, Form, Rules, look, cancellation);

    /// <summary>The answer as it was given before.</summary>
    protected abstract TAnswer Earlier(DraftAnswers answers);

    /// <summary>An answer as it would be shown once it is kept.</summary>
    protected virtual TAnswer AsKept(TAnswer answer) => Earlier(DraftAnswers.Only(answer));

    /// <summary>Something else stands here than what is kept, and than what this page was made from.</summary>
    private async Task<bool> IsChangedAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        return !IsSame(AsKept(Form), Earlier(Draft ?? DraftAnswers.None))
            && (Draft is null || Made != MadeFrom.Of(DraftCookie.Read(Request), Draft, AsKept(Form)));
    }

    private static bool IsSame(TAnswer one, TAnswer other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);

    private async Task MustBeMadeFromAsync(DraftAnswers? draft, string before, CancellationToken cancellation)
    {
        var secret = DraftCookie.Read(Request);
        await LoadAroundAsync(cancellation);
        Made = MadeFrom.Of(secret, draft, Earlier(draft ?? DraftAnswers.None));
        // The same answer twice is one answer.
        if (Made == before || (draft is not null && Made == MadeFrom.Of(secret, draft, AsKept(Form)))) return;

        Kept = draft is null ? [] : [.. CheckedAnswers.All(draft, Contact, Named.Names()).Where(answer => answer.Page == Itself && !answer.IsOfSteps)];
        throw new ConflictException((draft, MadeFrom.IsSameDraft(Made, before), To == Leaving.Remove) switch
        {
            (null, _, false) => "The story to which this page belongs is not on this device any more. "
                + "What you typed is here: Continue begins a new story with it.",
            (null, _, true) => "The story to which this page belongs is not on this device any more, so there is nothing to remove.",
            (_, true, false) => "You have changed this answer in another tab. Both are here. Make yours what you mean, then continue.",
            (_, true, true) => LaterAnswers.ChangedBeforeRemove,
            (_, false, false) =>
                "A story is begun on this device, in another tab. Continue adds this to that story. To tell another one, send or clear that one first.",
            (_, false, true) => "A story is begun on this device, in another tab. Nothing of it is removed.",
        });
    }
}
