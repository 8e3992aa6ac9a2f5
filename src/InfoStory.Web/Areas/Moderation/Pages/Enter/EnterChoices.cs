using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Areas.Moderation.Pages.Enter;

/// <summary>The closed lists that only assisted entry shows.</summary>
public static class EnterChoices
{
    public static IEnumerable<SelectListItem> Channels => EnterStory.Channels.Select(channel => new SelectListItem(InWords(channel), channel.ToString()));

    private static string InWords(Channel channel) => channel switch
    {
        Channel.Telephone => "By telephone",
        Channel.Paper => "On paper",
        _ => "In person",
    };
}
