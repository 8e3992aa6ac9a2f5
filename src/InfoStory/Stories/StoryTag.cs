using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Stories;

public sealed class StoryTag
{
    public Id<Story> StoryId { get; private set; }

    public required Id<Tag> TagId { get; init; }

    public Tag? Tag { get; private set; }
}

internal static class StoryTagList
{
    extension(List<StoryTag> tags)
    {
        /// <summary>These and no others; what stays is the same row.</summary>
        public void Become(IEnumerable<Id<Tag>> chosen)
        {
            var these = chosen.ToHashSet();
            tags.RemoveAll(tag => !these.Contains(tag.TagId));
            tags.AddMissing(these);
        }

        /// <summary>False where it is there already.</summary>
        public bool TryAdd(Id<Tag> one)
        {
            if (tags.Exists(tag => tag.TagId == one)) return false;

            tags.AddMissing([one]);
            return true;
        }

        /// <summary>Gives up one for others; false where it is not there.</summary>
        public bool TryExchange(Id<Tag> one, IEnumerable<Id<Tag>> others)
        {
            if (tags.RemoveAll(tag => tag.TagId == one) == 0) return false;

            tags.AddMissing(others);
            return true;
        }

        private void AddMissing(IEnumerable<Id<Tag>> others) =>
            tags.AddRange(others.Except(tags.Select(tag => tag.TagId)).Select(tag => new StoryTag { TagId = tag }));
    }
}
