using InfoStory.Dissemination.Briefings;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Briefings;

public sealed class NewModel(BriefingEditing briefings) : BriefingForm
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        Done(await briefings.AddAsync(Form, User.ToActor(), cancellation), "It is made. Nobody has it yet");
}
