using InfoStory.Data;
using InfoStory.Search;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Moderation.Queue;

/// <summary>
/// Words that many stories hold. To list those stories takes longer the more there are; so a part of the queue is walked in its order and of some stories
/// after the other is asked which hold them, until there are enough.
/// </summary>
internal sealed class QueueWords(InfoStoryContext db, IFullText fullText, SearchWords words)
{
    /// <summary>So few are listed and put in order.</summary>
    public const int Few = 1000;

    /// <summary>How many are walked past before the stories with the words are listed after all: they are many, and few of them are in this part.</summary>
    private const int Patience = 2000;

    /// <summary>So many more are looked for: of those that are found, some may have left this part of the queue before they are read.</summary>
    private const int Spare = 8;

    private const int LeastAtOnce = 32, MostAtOnce = 1000, Faster = 4;

    /// <summary>Of these stories the first ones, or the last, that hold the words: so many and a few more, or all.</summary>
    public async Task<IQueryable<Story>> FirstAsync(IQueryable<Story> stories, int enough, bool backwards, CancellationToken cancellation)
    {
        HashSet<Id<Story>> found = [];
        var most = enough + Spare;
        var (left, size) = (stories, Math.Clamp(2 * most, LeastAtOnce, MostAtOnce));
        for (var walked = 0; walked < Patience + most; size = Math.Min(Faster * size, MostAtOnce))
        {
            var some = await left.InOrder(backwards).Take(size).Select(story => new { story.OwedSince, story.Id }).ToListAsync(cancellation);
            var among = (await fullText.StoriesAmongAsync(db, words, some.ConvertAll(story => story.Id.Value), cancellation)).ToHashSet();
            found.UnionWith(some.Select(story => story.Id).Where(id => among.Contains(id.Value)).Take(most - found.Count));
            if (found.Count >= most || some.Count < size) return stories.Where(story => EF.Parameter(found).Contains(story.Id));

            walked += size;
            left = stories.Beyond(some[^1].OwedSince, some[^1].Id, backwards);
        }

        var all = (await fullText.StoriesWithAsync<Story>(db, words, int.MaxValue, cancellation))!.Select(story => story.Id);
        found.UnionWith(await left.Where(story => all.Contains(story.Id)).InOrder(backwards).Take(most - found.Count).Select(story => story.Id)
            .ToListAsync(cancellation));
        return stories.Where(story => EF.Parameter(found).Contains(story.Id));
    }
}
