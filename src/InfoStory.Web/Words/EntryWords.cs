using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InfoStory.Web.Words;

/// <summary>The closed lists that only assisted entry shows.</summary>
public static class EntryWords
{
    public static IEnumerable<SelectListItem> Channels => EnterStory.Channels.Select(channel => new SelectListItem(InWords(channel), channel.ToString()));

    private static string InWords(Channel channel) => channel switch
    {
        Channel.Telephone => "By telephone",
        Channel.Paper => "On paper",
        _ => "In person",
    };
}
