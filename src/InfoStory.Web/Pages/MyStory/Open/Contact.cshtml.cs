using FluentValidation;
using FluentValidation.Results;
using InfoStory.Protection.Contacts;
using InfoStory.Stories;
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
        if (Form.IsEmpty && !Delete)
            throw new ValidationException(
                [new ValidationFailure(nameof(Form.Email), "Enter an email address or a telephone number, or choose to delete what we have")]);

        await contacts.ChangeAsync(Key, Delete ? new() : Form, Seen ?? "", cancellation);
        TempData["Flash"] = Delete ? "We have deleted how to reach you" : "We have kept how to reach you";
        return Request.Query["more"] == "true" ? RedirectToPage("More", new { after = "contact" }) : RedirectToPage("Index");
    }
}
