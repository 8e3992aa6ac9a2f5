using FluentValidation;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Web.Forms;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.Subscribe;

/// <summary>Where a subscriber asks for their letters at another address. What is answered does not depend on the address.</summary>
[OpenedByLink, CountedAs(Counted.Subscription)]
public sealed class AddressModel(Preferences preferences, IValidator<ChangeAddress> rules, Limits limits) : FormPage
{
    [FromRoute]
    public required string Link { get; set; }

    [BindProperty]
    public ChangeAddress Form { get; set; } = new();

    public LinkStanding Standing { get; private set; }

    /// <summary>When the subscription ended; null where it has not, or nothing is known of it.</summary>
    public DateTime? EndedAt { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        var shown = await preferences.ReadAsync(Link, cancellation);
        (Standing, EndedAt) = (shown.Standing, shown.EndedAt);
    }

    public IActionResult OnGet() => Ended.Answer(Standing);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Standing != LinkStanding.Open) return Ended.Answer(Standing);

        await rules.ValidateAndThrowAsync(Form, cancellation);
        limits.CountLetter(HttpContext);
        await preferences.AskForAddressAsync(Link, Form, cancellation);
        Standing = LinkStanding.Done;
        return Page();
    }
}
