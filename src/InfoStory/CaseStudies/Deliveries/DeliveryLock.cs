using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>Decides who was first where a case study is sent while an author takes it back or allows it no more.</summary>
internal static class DeliveryLock
{
    /// <summary>
    /// In a transaction: from now until it ends nobody changes the stories in these case studies, or what their authors allow, or writes beside them. What
    /// is asked of them after this stands.
    /// </summary>
    public static async Task HoldAsync(InfoStoryContext db, IReadOnlyCollection<Id<CaseStudy>> studies, CancellationToken cancellation)
    {
        if (studies.Count == 0) return;

        var drawn = db.Set<CaseStudyStory>().Where(one => studies.Contains(one.CaseStudyId));
        await StoryLock.TakeAsync(db.Stories.Where(story => drawn.Any(one => one.StoryId == story.Id)), cancellation);
    }

    /// <summary>The case studies that draw on these stories.</summary>
    public static Task<List<Id<CaseStudy>>> DrawnFromAsync(InfoStoryContext db, IReadOnlyCollection<Id<Story>> stories, CancellationToken cancellation) =>
        db.Set<CaseStudyStory>().Where(one => stories.Contains(one.StoryId)).Select(one => one.CaseStudyId).Distinct().ToListAsync(cancellation);
}
