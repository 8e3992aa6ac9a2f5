using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

internal static class SafeToPublish
{
    private const string OtherWords = "A second person read the public text of this story, and “The story” here has other words. "
        + "Put the public text there, or take the story back into review, change the public text, and let the second person read it again.";

    /// <exception cref="ConflictException">A safeguarding case is open for a story it draws on.</exception>
    public static async Task MustHaveNoOpenCaseAsync(this InfoStoryContext db, CaseStudy study, CancellationToken cancellation)
    {
        var stories = study.Stories.ConvertAll(drawn => drawn.StoryId);
        if (await db.SafeguardingCases.AnyAsync(one => stories.Contains(one.StoryId) && one.ClosedAt == null, cancellation))
            throw new ConflictException("A safeguarding case is open for this story. It can be published when a safeguarding lead has closed the case.");
    }

    /// <summary>What the criticality of every story it draws on asks for.</summary>
    /// <exception cref="ConflictException">A story is not scored, waits for its second person or for its day, or it is out of hours; the sentence says
    /// which.</exception>
    public static void MustBeSafe(this CaseStudy study, DateTime now)
    {
        foreach (var story in study.Stories.Select(drawn => drawn.Story!))
        {
            story.MustBePublishable(now);
            if (story.Criticality >= Criticality.AvoidableHarm && study.TheStory != story.PublicText) throw new ConflictException(OtherWords);
        }
    }
}
