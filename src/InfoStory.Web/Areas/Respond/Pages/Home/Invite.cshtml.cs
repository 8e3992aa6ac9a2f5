using InfoStory.Data;
using InfoStory.Organisations;
using InfoStory.Organisations.Responders;
using InfoStory.Web.Forms;
using InfoStory.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Respond.Pages.Home;

public sealed class InviteModel(Responding responding) : FormPage
{
    [FromRoute]
    public Id<Organisation> Organisation { get; set; }

    [BindProperty]
    public InviteColleague Form { get; set; } = new();

    public string Name { get; private set; } = "";

    public override string? BackTo => Url.Page("Index");

    public override bool IsTyped => !string.IsNullOrWhiteSpace(Form.Email);

    public override async Task LoadAsync(CancellationToken cancellation) =>
        Name = (await responding.HomeAsync(User.ToResponder(), cancellation)).Organisations.FirstOrDefault(one => one.Id == Organisation)?.Name
            ?? throw new NotFoundException(nameof(Organisation));

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        TempData["Flash"] = await responding.InviteAsync(User.ToResponder(), Form with { Organisation = Organisation }, cancellation)
            ? "Invited. The letter is on its way"
            : "Thank you. Our team looks first, because the address is of another domain than your mailbox";
        return RedirectToPage("Index");
    }
}
