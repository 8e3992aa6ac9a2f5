using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Tags;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Suggesting;

/// <summary>Suggests tags for one story from its own words.</summary>
public sealed class TagSuggestions(InfoStoryContext db)
{
    /// <summary>
    /// At most three: first those of which another word stands in the story, then the likeliest; none where the words say too little. A story of which
    /// whoever looks may see no word gets none. Two statements: one look into the key for each word of the story,
    /// and the names of tags that were merged.
    /// </summary>
    /// <param name="story">The story as <see cref="StoryDesk"/> shows it to whoever looks.</param>
    /// <param name="carried">Tags that it has, or that are ticked.</param>
    /// <param name="offered">The tags that can be chosen.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<TagSuggestion>> ForAsync(
        StoryOnDesk story, IReadOnlyCollection<Id<Tag>> carried, IReadOnlyList<TagChoice> offered, CancellationToken cancellation)
    {
        if (story.IsClosed) return [];

        var terms = StoryTerms.Of(story.Answers.OwnWords);
        if (terms.Count == 0) return [];

        string[] words = ["", .. terms.Keys];
        var learned = await db.TagWords.AsNoTracking().Where(row => EF.Parameter(words).Contains(row.Word) && !row.Tag!.Retired)
            .Select(row => new Evidence(row.TagId, row.Word, row.Weight)).ToListAsync(cancellation);
        var names = await db.Tags.Where(tag => tag.MergedIntoId != null).Select(tag => tag.Name).ToListAsync(cancellation);
        var meant = OtherWordsInText.Of(story.Answers.OwnWords, offered.Where(tag => !carried.Contains(tag.Id)), names);
        return [.. meant.Concat(Weighing.From(learned, terms, [.. carried, .. meant.Select(one => one.Tag)])).Take(Weighing.Most)];
    }
}
