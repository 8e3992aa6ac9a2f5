using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Tags;
using InfoStory.Web.Http;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.Share;

/// <summary>Everything that may be answered before a story is sent, and what of it is.</summary>
public sealed class MoreModel(Drafts drafts, ContactBook contacts, TagCatalogue tags) : PageModel
{
    public MoreQuestions Questions { get; private set; } = null!;

    /// <summary>The step of the story that comes next.</summary>
    public string GoesOn { get; private set; } = Share.Questions.First;

    /// <summary>What was answered just now could mean that somebody is in danger.</summary>
    [FromQuery(Name = "care")]
    public bool Cares { get; set; }

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken cancellation)
    {
        if (DraftCookie.ReadShownOnce(Request) is not null) return RedirectToPage("Check");

        var secret = DraftCookie.Read(Request);
        var draft = await drafts.FindAsync(secret, cancellation);
        var services = (await tags.InAsync(Facet.Service, cancellation)).Names();
        var answers = CheckedAnswers.All(draft ?? DraftAnswers.None, await contacts.FindAsync(secret, cancellation), services);
        Questions = MoreQuestions.Of(answers, after, question => question.Page);
        GoesOn = Share.Questions.GoesOn(draft) ?? Share.Questions.First;
        return Page();
    }
}
