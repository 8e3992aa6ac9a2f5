using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Moderation.Desk;
using InfoStory.Places;
using InfoStory.Protection.Flags;
using InfoStory.Tags;
using InfoStory.Web.Pages.Shared;

namespace InfoStory.Web.Areas.Moderation.Pages.Stories;

/// <summary>
/// One story and what can be chosen for it: <paramref name="Tags"/> also hold what the story or the form names although it is not offered any more,
/// <paramref name="Services"/> name those of the chain and of what was missing, retired or not, by their keys.
/// </summary>
public sealed record StoryScreen(StoryOnDesk Story, IReadOnlyList<TagChoice> Tags, ILookup<Id<Tag>?, string> Services, IReadOnlyList<PlaceChoice> Places)
{
    /// <summary>The region or country of this place; null where there is no such place.</summary>
    public string? RegionOf(Id<Place>? place) => Places.FirstOrDefault(one => one.Id == place) is { } found ? found.Within ?? found.Name : null;
}

/// <summary>Reads what the page of one story shows.</summary>
public sealed class StoryScreenReader(StoryDesk desk, FlagsOfStory flags, TagCatalogue tags, PlaceCatalogue places)
{
    /// <summary>The flags of a story; null where this person may not see them.</summary>
    public async Task<FlagsOnDesk?> FlagsAsync(string reference, Actor actor, CancellationToken cancellation) =>
        await flags.ShowAsync(reference, actor, cancellation) is { IsShown: true } shown ? shown : null;

    /// <exception cref="NotFoundException">There is no such story.</exception>
    public async Task<StoryScreen> ReadAsync(string reference, ReviewStory form, Actor actor, CancellationToken cancellation)
    {
        var story = await desk.ShowAsync(reference, actor, cancellation);
        var told = story.Answers.HandOffs.Select(step => step.ServiceId).Append(story.Answers.Missing?.HeldById).OfType<Id<Tag>>().ToHashSet();
        HashSet<Id<Tag>> named =
            [.. story.Tags, .. form.Tags, .. story.Kept?.Form.Tags ?? [], .. new[] { story.Service, form.Service, story.Kept?.Form.Service }.OfType<Id<Tag>>()];
        var all = await tags.WithAsync([.. named, .. told], cancellation);
        return new(story, all.FindAll(tag => !tag.IsRetired || named.Contains(tag.Id)), all.Names(), await places.AllAsync(cancellation));
    }
}
