using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Suggesting;
using InfoStory.Tags;
using Microsoft.AspNetCore.Mvc;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>A tag that may fit the story on the screen, with the words of that story.</summary>
public sealed record SuggestedTag(TagChoice Tag, IReadOnlyList<string> Words);

/// <summary>Up to three tags that may fit the story, above the list of all tags; nothing where its words say too little.</summary>
public sealed class SuggestedTagsViewComponent(TagSuggestions suggestions) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(StoryOnDesk story, IReadOnlyList<Id<Tag>> ticked, IReadOnlyList<TagChoice> tags)
    {
        var suggested = await suggestions.ForAsync(story, [.. ticked, .. story.Tags], tags, HttpContext.RequestAborted);
        List<SuggestedTag> shown =
            [.. suggested.Join(tags, suggestion => suggestion.Tag, tag => tag.Id, (suggestion, tag) => new SuggestedTag(tag, suggestion.Words))];
        return View("~/Areas/Moderation/Pages/Stories/_SuggestedTags.cshtml", shown);
    }
}
