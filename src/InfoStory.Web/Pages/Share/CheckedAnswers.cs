using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Pages.Share;

/// <summary>The rows of the check page: the answers about the story, and what goes with it.</summary>
public static class CheckedAnswers
{
    /// <summary>Every answer, in the order of the questions.</summary>
    public static IEnumerable<Answer> All(DraftAnswers draft, ContactDetails? contact, ILookup<Id<Tag>?, string> services)
    {
        foreach (var answer in Answer.Of(draft.Answers, services, draft.ServiceName, draft.PlaceName))
        {
            yield return answer;
            if (answer.IsTheStory && draft.SomeoneAtRisk) yield return new("Someone may be at risk", "Yes", answer.Page, "whether someone may be at risk");
        }

        yield return new("Who may hear it", Heard(draft.Audiences, draft.Months), "/share/permission", "who may hear your story");
        yield return new("See our version first", draft.Audiences is null ? null : draft.SeeFirst ? "Yes" : "No",
            "/share/permission", "whether you see our version first");
        yield return new("How we may reach you", contact is null ? null : Chain.Lines(contact.Email, contact.Telephone),
            "/share/contact", "how we may reach you");
    }

    private static string? Heard(IReadOnlyList<Audience>? audiences, int? months) => audiences switch
    {
        null => null,
        { Count: 0 } => "Only your team",
        _ => Chain.Lines([.. audiences.Select(audience => ConsentWording.Of(audience).Question), $"For {months ?? Consent.Longest} months"]),
    };
}
