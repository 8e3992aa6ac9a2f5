using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// What was promised because of a case study goes with the story that it was drawn from, because its words may tell of it. What the author said of it goes
/// with the promise.
/// </summary>
internal sealed class PromisePersonalData(InfoStoryContext db) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Promise), typeof(PromiseEvent)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.Where(db.DrawsOn(forgetting.Keys.Id)).Select(study => study.Id);
        db.RemoveRange(await db.Promises.WithEvents().Where(promise => studies.Contains(promise.CaseStudyId)).ToListAsync(cancellation));

        // A story that was left out of its case study since is still named by what its author said.
        var said = await db.Set<PromiseEvent>().Where(one => one.StoryId == forgetting.Keys.Id).ToListAsync(cancellation);
        foreach (var one in said.Where(one => db.Entry(one).State != EntityState.Deleted)) one.StoryId = null;
    }
}
