using InfoStory.Authors;
using InfoStory.Protection.Contacts;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace InfoStory.Web.Pages.MyStory.Open;

/// <summary>What may still be answered about a story that was sent, and what of it is.</summary>
public sealed class MoreModel(AuthorScreenReader screens, LaterAnswers later, ContactBook contacts, TagCatalogue tags) : AuthorPage(screens)
{
    public MoreQuestions Questions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? after, CancellationToken cancellation)
    {
        if (!Story.TellsMore) return new PageResult { StatusCode = StatusCodes.Status410Gone };

        var (answers, place) = await later.ShowAsync(Key, cancellation);
        var services = (await tags.InAsync(Facet.Service, cancellation)).Names();
        var contact = (await contacts.FindAsync(Key, cancellation))?.Masked();
        Questions = MoreQuestions.Of(
            [
                .. Answer.Of(answers, services, services[answers.ServiceId].FirstOrDefault(), place),
                new("How we may reach you", contact is null ? null : Chain.Lines(contact.Email, contact.Telephone), "/share/contact", ""),
            ],
            after, question => question.Name == MoreQuestions.Contact ? "/my-story/open/contact?more=true" : $"/my-story/open/more/{question.Name}");
        return Page();
    }
}
