namespace InfoStory.Stories;

/// <summary>The sentence that an author agrees to for one audience.</summary>
public sealed record ConsentSentence(string Question, string Meaning);

/// <summary>
/// What the permission pages say, version by version, so that each row of the ledger can be read again as it was agreed to.
/// A change of words is a new version; an old one is never edited.
/// </summary>
public static class ConsentWording
{
    public const string Current = "2026-11-27";

    internal const int MaxVersion = 20;

    private static readonly Dictionary<string, string> AboveAll = new(StringComparer.Ordinal)
    {
        [Current] = "Everyone gets our version, never your own words. You can change your mind at any time.",
    };

    private static readonly Dictionary<string, Dictionary<Audience, ConsentSentence>> Versions = new(StringComparer.Ordinal)
    {
        ["2026-11"] = new()
        {
            [Audience.Website] = new("May we publish it on this website?", "As a case study, in our words, with nothing that points to you."),
            [Audience.PolicyMakers] = new(
                "May we send it to policy makers?",
                "People in government and councils who decide how services work together. They get our version too, never your own words."),
        },
        ["2026-11-22"] = new()
        {
            [Audience.Website] = new("Anyone who reads this website", "As a case study, in our words, with nothing that points to you."),
            [Audience.NamedService] = new("The service it is about", "So that it can answer and put things right. It gets our version, never your own words."),
            [Audience.PolicyMakers] = new("Policy makers", "People in government and councils who decide how services work together."),
            [Audience.Training] = new("People who train staff", "As an example in courses and workshops."),
            [Audience.Press] = new("Newspapers, radio and television", "We may tell a reporter our version. We never say who told it."),
            [Audience.Social] = new("Social media", "A short part of our version, with #InfoStory."),
        },
        [Current] = new()
        {
            [Audience.Website] = new("Anyone who reads this website", "With nothing that points to you."),
            [Audience.NamedService] = new("The service it is about", "So that it can put things right."),
            [Audience.PolicyMakers] = new("Policy makers", "People in government and councils."),
            [Audience.Training] = new("People who train staff", "As an example in courses."),
            [Audience.Press] = new("Newspapers, radio and television", "Never who told it."),
            [Audience.Social] = new("Social media", "A short part, with #InfoStory."),
        },
    };

    /// <summary>What was agreed to; null where that version did not ask about that audience.</summary>
    public static ConsentSentence? Find(string version, Audience audience) =>
        Versions.TryGetValue(version, out var sentences) && sentences.TryGetValue(audience, out var sentence) ? sentence : null;

    /// <summary>What today stands above the sentences for all audiences.</summary>
    public static string Above => AboveAll[Current];

    /// <summary>What stood above the sentences for all audiences and was agreed to with each; null where that version had nothing there.</summary>
    public static string? FindAbove(string version) => AboveAll.GetValueOrDefault(version);

    /// <summary>The sentence of today for this audience.</summary>
    public static ConsentSentence Of(Audience audience) => Versions[Current][audience];
}
