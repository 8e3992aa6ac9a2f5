using InfoStory.Data;
using InfoStory.Protection.Contacts;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Pages.Share;

/// <summary>
/// One row of the check page. <paramref name="Value"/> is null where the question is not answered; <paramref name="What"/> ends the sentence "Change …".
/// </summary>
public sealed record Answer(string Key, string? Value, string Page, string What)
{
    /// <summary>The author's own words.</summary>
    public bool Told { get; init; }

    /// <summary>Every answer, in the order of the questions.</summary>
    public static IEnumerable<Answer> All(DraftAnswers answers, ContactDetails? contact, ILookup<Id<Tag>?, string> services) =>
    [
        new("Kind of story", answers.Kind?.InWordsAlone(), "/share/kind", "the kind of story"),
        new("Your story", answers.Told, "/share/story", "your story") { Told = true },
        .. answers.SomeoneAtRisk ? [new Answer("Someone may be at risk", "Yes", "/share/story", "whether someone may be at risk")] : Array.Empty<Answer>(),
        new("Who you tried to reach", Chain.Steps(answers.HandOffs, services), "/share/hand-offs", "who you tried to reach") { Told = true },
        new("What was not shared", Chain.Missing(answers.Missing, services), "/share/missing", "what was not shared") { Told = true },
        new("Who is telling", answers.WhoIsTelling?.InWords(), "/share/teller", "who is telling"),
        new("Main service", answers.ServiceName, "/share/where", "the service"),
        new("Council area", answers.PlaceName, "/share/where", "the place"),
        new("When it happened", answers.When?.InWords(), "/share/when", "when it happened"),
        new("Who needs to hear it", answers.WhoNeedsToHear?.InWords(), "/share/hears", "who needs to hear it"),
        new("Who may hear it", Heard(answers.Audiences, answers.Months), "/share/permission", "who may hear your story"),
        new("See our version first", answers.Audiences is null ? null : answers.SeeFirst ? "Yes" : "No",
            "/share/permission", "whether you see our version first"),
        new("How we may reach you", contact is null ? null : Chain.Lines(contact.Email, contact.Telephone), "/share/contact", "how we may reach you"),
    ];

    private static string? Heard(IReadOnlyList<Audience>? audiences, int? months) => audiences switch
    {
        null => null,
        { Count: 0 } => "Only your team",
        _ => Chain.Lines([.. audiences.Select(audience => ConsentWording.Of(audience).Question), $"For {months ?? Consent.Longest} months"]),
    };
}
