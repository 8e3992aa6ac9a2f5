using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

internal static class PromiseQueries
{
    /// <summary>With what happened to each, in its order.</summary>
    public static IQueryable<Promise> WithEvents(this IQueryable<Promise> promises) =>
        promises.Include(promise => promise.Events.OrderBy(happened => happened.Id));

    /// <summary>Those whose day is over and that nobody has reported on in time.</summary>
    public static IQueryable<Promise> Overdue(this IQueryable<Promise> promises, DateTime now)
    {
        var today = PromiseStanding.Day(now).BeginsAt();
        return promises.Where(promise => promise.Outcome == PromiseOutcome.Open && promise.DueAt < today
            && (promise.OnTimeUntil == null || promise.OnTimeUntil <= now));
    }

    /// <summary>With the stories that they draw on and what their authors allow.</summary>
    public static IQueryable<CaseStudy> WithConsents(this IQueryable<CaseStudy> studies) =>
        studies.AsNoTracking().AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents);

    /// <summary>Without those of a case study that draws on a story on hold, whose title is words too; a safeguarding lead reads them all.</summary>
    public static IQueryable<Promise> ReadableBy(this IQueryable<Promise> promises, Actor actor) => actor.May(AccessPolicy.Safeguard)
        ? promises
        : promises.Where(promise => !promise.CaseStudy!.Stories.Any(drawn => drawn.Story!.State == StoryState.OnHold));

    /// <summary>The published stories that this case study draws on. Its authors can be told and asked.</summary>
    public static IQueryable<Story> OfCaseStudy(this IQueryable<Story> stories, InfoStoryContext db, Id<CaseStudy> study) =>
        stories.Where(story => story.State == StoryState.Published
            && db.Set<CaseStudyStory>().Any(drawn => drawn.CaseStudyId == study && drawn.StoryId == story.Id));
}
