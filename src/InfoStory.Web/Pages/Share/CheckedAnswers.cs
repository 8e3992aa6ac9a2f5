using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Forms;
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

        yield return new("Who may hear it", Heard(draft), "/share/permission", "who may hear your story");
        yield return new("How we may reach you", contact is null ? null : Chain.Lines(contact.Email, contact.Telephone),
            "/share/contact", "how we may reach you");
    }

    private static string? Heard(DraftAnswers draft)
    {
        var first = draft.SeeFirst ? "You see our version first" : null;
        return draft.Audiences switch
        {
            null => null,
            { Count: 0 } => Chain.Lines("Only the InfoStory team", first),
            { } heard => Chain.Lines(
                [.. heard.Select(audience => ConsentWording.Of(audience).Question), $"For {SelectLists.Length(draft.Months ?? Consent.Longest)}", first]),
        };
    }
}
