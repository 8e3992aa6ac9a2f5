using InfoStory.Stories;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The keys of the page of a story (Scripts/desk-keys.js), each with what it does.</summary>
internal static class StoryKeys
{
    /// <summary>Those that do something on this page now.</summary>
    public static IEnumerable<(string Key, string Does)> Of(StoryPage page)
    {
        var (open, review, edit) = (page.IsOpen, page.Story.Can(StoryAct.Edit), page.CanEdit);
        (string Key, string Does, bool Works)[] all =
        [
            ("j", "next story", true),
            ("k", "story before", true),
            ("c", "claim, or read it", page.IsVeiled || (page.OffersActs && page.ClaimTitle is not null)),
            ("p", "pass on", page.Offers(StoryAct.Pass)),
            ("e", "edit the public text", edit),
            // The flags, which are read apart, have a field too.
            ("Esc", "leave a field, so that keys work again", open),
            ("0 to 4", "score it", page.ShowsScore),
            ("f", "the facts: kind, service and place", edit),
            ("m", "go to what is missing", review && !page.ShowsBoth),
            ("s", "save", review),
            ("t", "find a tag", edit),
            ("r", "replace what is selected", edit),
            ("a", "approve", review),
            ("d", "decline", open && page.CanDecline),
            ("h", "put on hold", open && page.Offers(StoryAct.Hold)),
            ("q", "ask the author", review),
            ("n", "note", page.ShowsNote),
            ("?", "these keys", true),
        ];
        return all.Where(key => key.Works).Select(key => (key.Key, key.Does));
    }
}
