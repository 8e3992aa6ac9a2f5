namespace InfoStory.Dissemination.Subscribers;

/// <summary>What somebody says yes to who subscribes, version by version. A change of words is a new version; an old one is never edited.</summary>
public static class SubscriberWording
{
    public const string Current = "2026-11-27";

    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        [Current] = "Write to me about case studies, as often as I chose. I can change this or leave with one press of a button, from any letter.",
    };

    /// <summary>The words of today.</summary>
    public static string Words => Versions[Current];

    /// <summary>What was agreed to; null where nothing was.</summary>
    public static string? Of(string? version) => version is null ? null : Versions.GetValueOrDefault(version);
}
