using InfoStory.Campaigns;

namespace InfoStory.Web.Words;

internal static class CampaignWords
{
    public static string Title(this CampaignPhase phase) => phase switch
    {
        CampaignPhase.Before => "Not open yet",
        CampaignPhase.During => "Running",
        CampaignPhase.After => "Over",
    };

    public static string Tone(this CampaignPhase phase) => phase switch
    {
        CampaignPhase.During => "info-state",
        CampaignPhase.Before or CampaignPhase.After => "info-state info-state--waiting",
    };

    /// <summary>The sentence that says when it runs.</summary>
    public static string InWords(this CampaignPhase phase, DateOnly first, DateOnly last) => phase switch
    {
        CampaignPhase.Before => $"It opens on {Day(first)} and runs until {Day(last)}.",
        CampaignPhase.During => $"It runs until {Day(last)}. It began on {Day(first)}.",
        CampaignPhase.After => $"It ran from {Day(first)} to {Day(last)}.",
    };

    /// <summary>Whether people can still come by it.</summary>
    public static string Title(this InvitationToRead invitation) => invitation.IsOpen ? "Open" : invitation.ClosedAt is null ? "Ended" : "Closed";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy");
}
