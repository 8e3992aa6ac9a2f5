using InfoStory.Moderation.Safeguarding;
using InfoStory.Stories;

namespace InfoStory.Web.Words;

internal static class SafeguardingWords
{
    public static string Title(this SafeguardingLevel level) => level switch
    {
        SafeguardingLevel.None => "None",
        SafeguardingLevel.Concern => "Concern",
        SafeguardingLevel.ImmediateDanger => "Immediate danger",
    };

    public static string Means(this SafeguardingLevel level) => level switch
    {
        SafeguardingLevel.None => "Nobody is known to be at risk.",
        SafeguardingLevel.Concern => "Someone may be at risk of harm.",
        SafeguardingLevel.ImmediateDanger => "Someone may be in immediate danger.",
    };

    /// <summary>How long is left to open a case; the script of the page says it in the same words (Scripts/countdown.js).</summary>
    public static string ClockLeft(int minutes) => minutes switch
    {
        > 0 => $"{Minutes(minutes)} left to open it",
        0 => "Open it now",
        _ => $"{Minutes(-minutes)} late. Open it now",
    };

    private static string Minutes(int count) => count == 1 ? "1 minute" : $"{count:N0} minutes";

    /// <summary>The rule as a lead says that they have thought it through, in our own words.</summary>
    public static string Title(this GoldenRule rule) => rule switch
    {
        GoldenRule.ProtectionFirst => "Protecting somebody comes before keeping a confidence",
        GoldenRule.TellThem => "I have told the person what is shared and why, or it is not safe or not possible to tell them",
        GoldenRule.ConsentNotNeeded => "I have asked for agreement where it is safe; without it I may share where somebody may be at risk",
        GoldenRule.SeekAdvice => "Where I was unsure I asked for advice, if I could without saying who it is about",
        GoldenRule.WeighRisk => "I have weighed the safety of this person and of others, if it is shared and if it is not",
        GoldenRule.OnlyWhatIsNeeded => "Only what is needed and right goes, in time, safely, and only to who must know",
        GoldenRule.WriteItDown => "What I decided and why is written down here",
    };

    public static string Title(this SafeguardingDecision decision) => decision switch
    {
        SafeguardingDecision.Refer => "Tell a service that can protect them",
        SafeguardingDecision.SeekAdvice => "Ask for advice; nothing is shared that says who it is",
        SafeguardingDecision.NothingToShare => "Nothing needs to be shared",
    };
}
