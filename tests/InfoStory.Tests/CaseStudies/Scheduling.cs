using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What publishers do who publish at the next moment at which the hours allow it.</summary>
internal static class Scheduling
{
    /// <summary>The clock stands at this moment, on London clocks.</summary>
    public static void SetTo(this TestDatabase database, string london) =>
        database.Clock.SetUtcNow(new(DateTime.Parse(london, System.Globalization.CultureInfo.InvariantCulture).FromLondon(), TimeSpan.Zero));

    /// <summary>A story scored 2 that is ready; its case study is complete and is scheduled by whoever presses the button out of hours.</summary>
    /// <returns>The case study.</returns>
    public static async Task<Id<CaseStudy>> ScheduleAsync(this TestDatabase database, GivenStory story, Actor? by = null)
    {
        await database.Get<InfoStoryContext>().Stories.Where(one => one.Id == story.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Criticality, Criticality.Wasted));
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(story.Reference, A.Publisher(), default);
        if (WorkingDays.IsOpen(database.Clock.UtcNow)) database.Clock.Advance(TimeSpan.FromHours(10));
        await database.Get<CaseStudySchedule>().ScheduleAsync(key, await database.FormAsync(key), by ?? A.Publisher(), default);
        return key;
    }

    /// <summary>The form as it stands on the screen, with the moment on its button and the question answered.</summary>
    public static async Task<EditCaseStudy> FormAsync(this TestDatabase database, Id<CaseStudy> key)
    {
        var (_, later) = await database.Get<PublicationCheck>().OfSavedAsync(key, default);
        var form = (await database.Get<CaseStudyEditing>().ShowAsync(key, default)).ToForm().Answered();
        return form with { Moment = later is { } moment ? CaseStudySchedule.KeyOf(moment) : null };
    }

    public static Task<CaseStudyOnDesk> StudyAsync(this TestDatabase database, Id<CaseStudy> key) =>
        database.Get<CaseStudyEditing>().ShowAsync(key, default);

    public static Task<int> RunScheduleAsync(this TestDatabase database) => database.Get<CaseStudySchedule>().RunAsync(default);
}
