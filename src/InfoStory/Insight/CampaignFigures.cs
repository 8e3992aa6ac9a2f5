using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Protection;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Insight;

/// <summary>
/// What was shared for a campaign, taken-back and declined stories left out. <paramref name="Stories"/> is in words, because a small number
/// could point to a person; <paramref name="Told"/> is how many times the stories were told, null where there are too few to say.
/// </summary>
public sealed record CampaignFigure(bool AnyStories, string Stories, int? Told);

/// <summary>Counts what the public may know of a campaign.</summary>
public sealed class CampaignFigures(InfoStoryContext db)
{
    /// <summary>The counts as they are now. Two statements.</summary>
    public async Task<CampaignFigure> CountAsync(Id<Campaign> campaign, CancellationToken cancellation)
    {
        var shared = db.Stories.ForCounting().Where(story => story.CampaignId == campaign);
        var stories = await shared.CountAsync(cancellation);
        if (stories < SmallNumbers.Least) return new(stories > 0, SmallNumbers.InWords(stories), null);

        return new(true, SmallNumbers.InWords(stories), await HandOffs.TimesToldAsync(shared, cancellation));
    }
}
