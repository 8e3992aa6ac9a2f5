using InfoStory.CaseStudies;
using InfoStory.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>Starts the case study of the story, or opens the one there is. Publishers only.</summary>
public sealed class StartModel(StoryScreenReader screens, CaseStudyEditing editing) : StoryPage(screens)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var id = await editing.DraftFromAsync(Reference, Form, User.ToActor(), cancellation);
        CarryOver();
        return RedirectToPage("/CaseStudies/Edit", new { id, open = Veil.Onward(Request) });
    }
}
