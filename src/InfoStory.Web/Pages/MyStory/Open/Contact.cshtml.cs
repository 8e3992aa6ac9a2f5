using FluentValidation;
using FluentValidation.Results;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Pages.MyStory.Open;

public sealed class ContactModel(AuthorScreenReader screens, ContactBook contacts) : AuthorPage(screens)
{
    [BindProperty]
    public LeaveContact Form { get; set; } = new();

    /// <summary>What is kept now, masked: whoever found the six words must not learn it.</summary>
    public ContactDetails? Kept { get; private set; }

    /// <summary>What was kept when the page was made.</summary>
    [BindProperty(Name = nameof(Seen))]
    public string? Seen { get; set; }

    /// <summary>What the next press builds on: after a conflict, what is kept now.</summary>
    public string? Next => Conflicted || HttpMethods.IsGet(Request.Method) ? Kept?.Seen : Seen;

    [BindProperty(Name = nameof(Delete))]
    public bool Delete { get; set; }

    /// <summary>Which button left the page (<see cref="Leaving"/>); null for Save.</summary>
    [BindProperty(Name = nameof(To))]
    public string? To { get; set; }

    /// <summary>Where Back would have led, where what was typed could not be kept; else null.</summary>
    public string? Away => To is null || ModelState.IsValid ? null : Leads;

    private string Leads => Request.Query["more"] == "true" ? Url.Page("More", new { after = To is null ? "contact" : null })! : Url.Page("Index")!;

    public override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        Kept = (await contacts.FindAsync(Key, cancellation))?.Masked();
    }

    public IActionResult OnGet()
    {
        if (Story.State == StoryState.Withdrawn) return RedirectToPage("Index");

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // Only Save deletes: Back keeps what was typed.
        var deletes = Delete && To is null;
        if (To is not null && Form.IsEmpty) return LocalRedirect(Leads);
        if (Form.IsEmpty && !deletes)
            throw new ValidationException(
                [new ValidationFailure(nameof(Form.Email), "Enter an email address or a telephone number, or choose to delete what we have")]);

        await contacts.ChangeAsync(Key, deletes ? new() : Form, Seen ?? "", cancellation);
        TempData["Flash"] = deletes ? "We have deleted how to reach you" : "We have kept how to reach you";
        return LocalRedirect(Leads);
    }
}
