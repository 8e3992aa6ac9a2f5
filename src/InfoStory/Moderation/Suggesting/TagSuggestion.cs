using InfoStory.Data;
using InfoStory.Tags;

namespace InfoStory.Moderation.Suggesting;

/// <summary>
/// A tag that may fit a story, with what of the story it rests on: other words for the tag, or two to four that were learned, strongest first.
/// </summary>
public sealed record TagSuggestion(Id<Tag> Tag, IReadOnlyList<string> Words);

/// <summary>One word that a story holds, or none, and what it says for a tag.</summary>
internal sealed record Evidence(Id<Tag> Tag, string Word, double Weight);

/// <summary>
/// The sum behind a suggestion: how common the tag is, and the four words of the story that weigh most for it. Those are the words that
/// are shown; nothing else counts (docs/tags.md).
/// </summary>
internal static class Weighing
{
    public const int Most = 3;

    private const int MostWords = 4, FewestWords = 2;

    /// <summary>Even odds: by these words the tag is as likely as not.</summary>
    private const double Least = 0;

    /// <param name="evidence">What was learned of the words of the story, and of the tags by themselves (an empty word).</param>
    /// <param name="terms">The words of the story by their roots.</param>
    /// <param name="carried">Tags that are not suggested.</param>
    public static IReadOnlyList<TagSuggestion> From(
        IEnumerable<Evidence> evidence, IReadOnlyDictionary<string, string> terms, IReadOnlyCollection<Id<Tag>> carried) =>
    [
        .. evidence.Where(one => !carried.Contains(one.Tag)).GroupBy(one => one.Tag)
            .Select(tag => (Tag: tag.Key, Alone: tag.FirstOrDefault(one => one.Word.Length == 0),
                Best: tag.Where(one => one.Word.Length > 0).OrderByDescending(one => one.Weight)
                    .ThenBy(one => one.Word, StringComparer.Ordinal).Take(MostWords).ToList()))
            .Where(tag => tag.Alone is not null && tag.Best.Count >= FewestWords)
            .Select(tag => (tag.Tag, tag.Best, Sum: tag.Alone!.Weight + tag.Best.Sum(one => one.Weight)))
            .Where(tag => tag.Sum >= Least)
            .OrderByDescending(tag => tag.Sum).ThenBy(tag => tag.Tag.Value).Take(Most)
            .Select(tag => new TagSuggestion(tag.Tag, [.. tag.Best.Select(one => terms[one.Word])])),
    ];
}
