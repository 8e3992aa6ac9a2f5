using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;
using InfoStory.Web.Staff;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>The tags of the page of one story: what can be chosen, and what the story or the form names although it is not offered any more.</summary>
public sealed partial class ShowModel
{
    public IReadOnlyList<TagChoice> Tags { get; private set; } = [];

    /// <summary>The services of the chain and of what was missing, retired or not, by their keys.</summary>
    public ILookup<Id<Tag>?, string> Services { get; private set; } = null!;

    private async Task<(
        StoryOnDesk Story, IReadOnlyList<TagChoice> Tags, ILookup<Id<Tag>?, string> Services,
        IReadOnlyList<PlaceChoice> Places)> LoadAllAsync(CancellationToken cancellation)
    {
        var story = await desk.ShowAsync(Reference, User.ToActor(), cancellation);
        var told = story.Answers.ServicesNamed;
        HashSet<Id<Tag>> named =
            [.. story.Tags, .. Form.Tags, .. story.Kept?.Form.Tags ?? [], .. new[] { story.Service, Form.Service, story.Kept?.Form.Service }.OfType<Id<Tag>>()];
        var all = await tags.WithAsync([.. named, .. told], cancellation);
        return (story, all.FindAll(tag => !tag.IsRetired || named.Contains(tag.Id)), all.Names(), await places.AllAsync(cancellation));
    }
}
