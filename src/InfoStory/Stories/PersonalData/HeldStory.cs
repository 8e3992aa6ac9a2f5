using System.Text.Json.Serialization;
using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Stories.PersonalData;

/// <summary>One row of the ledger of consents with the sentences that were agreed to.</summary>
public sealed record HeldConsent(
    Audience Audience, string? Question, string? Meaning, string? Above, string Wording, Channel Channel, DateTime GivenAt, DateTime ExpiresAt,
    DateTime? WithdrawnAt);

public sealed record HeldMessage(bool FromYou, string Text, DateTime At);

/// <summary>What the services and the place of the answers are called.</summary>
public sealed record HeldNames(ILookup<Id<Tag>?, string> Services, string? Place);

/// <summary>What the story itself holds.</summary>
public record HeldStory(
    string Reference, StoryState State, DateTime ReceivedAt, Channel Channel, StoryAnswers Answers,
    [property: JsonIgnore] HeldNames Names, bool SeeFirst, DateTime? DecidedAt, DateTime? SignedOffAt, bool EnteredByOurTeam,
    string? WhyItMayNotBeFromAPerson, bool SomeoneMayBeAtRisk, string? PublicTitle, string? PublicText, string? ReasonDeclined,
    IReadOnlyList<HeldConsent> Permissions, IReadOnlyList<string> Tags)
{
    /// <param name="story">With its consents, place and tags.</param>
    /// <param name="services">The names of all services.</param>
    internal static HeldStory Of(Story story, ILookup<Id<Tag>?, string> services) => new(
        story.Reference, story.State, story.ReceivedAt, story.Channel, StoryAnswers.Of(story),
        new(services, story.Place?.Name), story.SeeFirst, story.DecidedAt, story.SignedOffAt, story.EnteredBy is not null,
        story.Suspicion, story.Safeguarding != SafeguardingLevel.None, story.PublicTitle, story.PublicText, story.Reason,
        [.. story.Consents.OrderBy(consent => consent.Id.Value).Select(Held)],
        [.. story.Tags.Select(tagged => tagged.Tag!.Name)]);

    private static HeldConsent Held(Consent consent)
    {
        var sentence = ConsentWording.Find(consent.Wording, consent.Audience);
        return new(
            consent.Audience, sentence?.Question, sentence?.Meaning, ConsentWording.FindAbove(consent.Wording), consent.Wording, consent.Channel,
            consent.GivenAt, consent.ExpiresAt, consent.WithdrawnAt);
    }
}
