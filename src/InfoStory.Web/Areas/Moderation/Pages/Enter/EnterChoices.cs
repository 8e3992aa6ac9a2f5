using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Moderation.Pages.Enter;

/// <summary>The closed lists that only assisted entry shows.</summary>
public static class EnterChoices
{
    public static IEnumerable<SelectListItem> Channels => EnterStory.Channels.Select(channel => new SelectListItem(InWords(channel), channel.ToString()));

    public static IEnumerable<SelectListItem> When => Enum.GetValues<WhenItHappened>().Select(when => new SelectListItem(InWords(when), when.ToString()));

    private static string InWords(Channel channel) => channel switch
    {
        Channel.Telephone => "By telephone",
        Channel.Paper => "On paper",
        _ => "In person",
    };

    private static string InWords(WhenItHappened when) => when switch
    {
        WhenItHappened.StillGoingOn => "It is still going on",
        WhenItHappened.LastMonth => "In the last month",
        WhenItHappened.LastSixMonths => "In the last 6 months",
        WhenItHappened.LastTwoYears => "In the last 2 years",
        WhenItHappened.LongerAgo => "Longer ago",
    };
}
