using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Stories.PersonalData;

/// <summary>One row of the ledger of consents with the sentences that were agreed to.</summary>
public sealed record HeldConsent(
    Audience Audience, string? Question, string? Meaning, string Wording, Channel Channel, DateTime GivenAt, DateTime ExpiresAt, DateTime? WithdrawnAt);

/// <summary>One step of the chain, with the name of the service.</summary>
public sealed record HeldStep(int Step, string? Service, HandOffChannel? Channel, Waited? Waited, bool? ToldAgain, string? Happened);

public sealed record HeldMissing(string? Needed, string? HeldBy, string? ReasonGiven, DidItExist? Existed, string? WouldHaveChanged);

public sealed record HeldMessage(bool FromYou, string Text, DateTime At);

/// <summary>What the story itself holds, with names in place of keys.</summary>
public record HeldStory(
    string Reference, StoryState State, DateTime ReceivedAt, Channel Channel, string WordsAsTold,
    StoryKind? Kind, WhoIsTelling? WhoIsTelling, string? Service, string? Place,
    WhenItHappened? When, WhoNeedsToHear? WhoNeedsToHear, bool SeeFirst, DateTime? DecidedAt, DateTime? SignedOffAt, bool EnteredByOurTeam,
    string? WhyItMayNotBeFromAPerson, bool SomeoneMayBeAtRisk, string? PublicTitle, string? PublicText, string? ReasonDeclined,
    IReadOnlyList<HeldStep> HandOffs, HeldMissing? Missing, IReadOnlyList<HeldConsent> Permissions, IReadOnlyList<string> Tags)
{
    /// <param name="story">With its consents, service, place and tags.</param>
    /// <param name="services">The names of all services.</param>
    internal static HeldStory Of(Story story, IReadOnlyDictionary<Id<Tag>, string> services)
    {
        string? Name(Id<Tag>? service) => service is { } key ? services.GetValueOrDefault(key) : null;

        return new(
            story.Reference, story.State, story.ReceivedAt, story.Channel, story.Told, story.Kind, story.WhoIsTelling, story.Service?.Name, story.Place?.Name,
            story.When, story.WhoNeedsToHear, story.SeeFirst, story.DecidedAt, story.SignedOffAt, story.EnteredBy is not null,
            story.Suspicion, story.Safeguarding != SafeguardingLevel.None, story.PublicTitle, story.PublicText, story.Reason,
            [.. story.HandOffs.OrderBy(step => step.Step)
                .Select(step => new HeldStep(step.Step, Name(step.ServiceId), step.Channel, step.Waited, step.ToldAgain, step.Happened))],
            story.Missing is { } missing ? new(missing.Needed, Name(missing.HeldById), missing.ReasonGiven, missing.Existed, missing.WouldHaveChanged) : null,
            [.. story.Consents.OrderBy(consent => consent.Id.Value).Select(Held)],
            [.. story.Tags.Select(tagged => tagged.Tag!.Name)]);
    }

    private static HeldConsent Held(Consent consent)
    {
        var sentence = ConsentWording.Find(consent.Wording, consent.Audience);
        return new(
            consent.Audience, sentence?.Question, sentence?.Meaning, consent.Wording, consent.Channel, consent.GivenAt, consent.ExpiresAt, consent.WithdrawnAt);
    }
}
