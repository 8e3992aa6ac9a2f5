using InfoStory.Organisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Organisations;

/// <summary>An organisation and what was put to it. The address of one that was merged leads to the one that it is part of now.</summary>
public sealed class ReadModel(OrganisationRegister register) : PageModel
{
    public OrganisationPage Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        Organisation = await register.ReadAsync(slug, cancellation);
        return Organisation is { LeadsOn: true, NowPartOf: { } now } ? RedirectPermanent($"/organisations/{now.Slug}") : Page();
    }
}
