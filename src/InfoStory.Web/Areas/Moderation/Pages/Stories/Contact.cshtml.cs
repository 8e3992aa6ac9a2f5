using System.ComponentModel.DataAnnotations;
using InfoStory.Protection.Contacts;
using InfoStory.Web.Forms;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Opens what an author left, for a reason that is written down.</summary>
public sealed class ContactModel(ContactBook contacts) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public required string Reference { get; init; }

    [BindProperty(Name = nameof(Why)), Required(ErrorMessage = "Choose why you need to reach the author")]
    public ContactReason? Why { get; set; }

    /// <summary>Null until it has been opened, which only the answer to a form does.</summary>
    public ContactDetails? Details { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await contacts.IsThereAsync(Reference, User.ToActor(), cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Details = await contacts.OpenAsync(Reference, Why!.Value, User.ToActor(), cancellation);
        return Page();
    }
}
