using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Stories;

public sealed class StoryTag
{
    public Id<Story> StoryId { get; private set; }

    public required Id<Tag> TagId { get; init; }

    public Tag? Tag { get; private set; }
}
