using FluentValidation;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using InfoStory.Web.Pages.CaseStudies;
using InfoStory.Web.RateLimiting;
using InfoStory.Web.Subscribers;
using InfoStory.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>Where anybody asks for letters. A filter of the library in the address is filled in.</summary>
[WithoutToken, CountedAs(Counted.Subscription)]
public sealed class IndexModel(LibraryChoiceReader choices, SubscriptionRequests requests, IValidator<StartSubscription> rules, TimeProvider clock) : FormPage
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(600);

    private LibraryChoice chosen = null!;

    [BindProperty]
    public StartSubscription Form { get; set; } = new();

    public FollowChoices Choices => new([.. chosen.Terms.Offered, .. chosen.Retired], chosen.Terms.Places);

    public bool CanSend => requests.CanSend;

    public bool HasFilter { get; private set; }

    /// <summary>What the address asks to follow, in words; null where it is everything.</summary>
    public string? Follows { get; private set; }

    public bool IsOpen => HasFilter || new[] { Form.Words, Form.Kind, Form.Service, Form.Place, Form.Tag }.Any(part => !string.IsNullOrWhiteSpace(part));

    /// <summary>
    /// Whether this answers a form. Such an answer is kept for nobody, so that it has a token for browsers that do not say where a form came from.
    /// </summary>
    public bool IsAnswer => HttpMethods.IsPost(Request.Method);

    public string Agreement => SubscriberWording.Words;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        var asked = new LibraryQuery(Request.Query);
        chosen = await choices.ReadAsync(asked, cancellation);
        HasFilter = asked.HasFilter || asked.Words is not null;
        if (IsAnswer) return;

        var (service, place, tag) = (Of(LibraryFacet.Service), Of(LibraryFacet.Place), chosen.Values.FirstOrDefault(one => IsTag(one.Facet)));
        var (kind, words) = (Of(LibraryFacet.Kind), PlainText.IsTyped(asked.Words) ? asked.Words : null);
        Form = new() { Words = words, Kind = kind?.Slug, Service = service?.Slug, Place = place?.Slug, Tag = tag?.Slug };
        if (IsOpen)
            Follows = new InterestToRead(new(words, StoryWords.KindOf(kind?.Slug)), chosen.Filter, service?.Name, place?.Name, tag?.Name).InWords();
    }

    private ChosenValue? Of(LibraryFacet facet) => chosen.Values.FirstOrDefault(one => one.Facet == facet);

    private static bool IsTag(LibraryFacet facet) =>
        facet is LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Outcome;

    public void OnGet()
    {
    }

    /// <summary>Answers alike for every address and after the same time, so that nobody learns who is on the list.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // A page from the cache of a browser may still have the form.
        if (!CanSend)
        {
            await LoadAsync(cancellation);
            return new PageResult { StatusCode = StatusCodes.Status503ServiceUnavailable };
        }

        await rules.ValidateAndThrowAsync(Form, cancellation);
        // Longer than a letter takes, which is written meanwhile or later: whether one was, is not in the time of the answer.
        var answered = Task.Delay(Least, clock, cancellation);
        await requests.AskAsync(HttpContext, Form);
        await answered;
        return RedirectToPage("Sent");
    }
}
