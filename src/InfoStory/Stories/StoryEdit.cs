using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Tags;

namespace InfoStory.Stories;

/// <summary>What the team writes of a story for the public.</summary>
public sealed record StoryEdit(
    string? PublicTitle, string? PublicText, StoryKind? Kind, Id<Tag>? Service, Id<Place>? Place, IReadOnlyCollection<Id<Tag>> Tags)
{
    internal static StoryEdit Of(Story story) =>
        new(story.PublicTitle, story.PublicText, story.Kind, story.ServiceId, story.PlaceId, story.Tags.ConvertAll(tagged => tagged.TagId));

    /// <summary>True where nobody wrote anything; the words as told, which the form offers as a beginning, are their author's.</summary>
    internal bool IsSameAs(StoryEdit other, string told) =>
        (PublicTitle, PublicText ?? told, Kind, Service, Place) == (other.PublicTitle, other.PublicText ?? told, other.Kind, other.Service, other.Place)
        && Tags.ToHashSet().SetEquals(other.Tags);
}
