using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>
/// What was promised because of a case study goes with the story that it was drawn from, because its words may tell of it. What the author said of it goes
/// with the promise.
/// </summary>
internal sealed class PromisePersonalData(InfoStoryContext db, PromiseTakedown takedown) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Promise), typeof(PromiseEvent), typeof(FixedTap)];

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var studies = db.CaseStudies.Where(db.DrawsOn(forgetting.Keys.Id)).Select(study => study.Id);
        var promises = await db.Promises.Where(promise => studies.Contains(promise.CaseStudyId)).ToListAsync(cancellation);
        var keys = promises.ConvertAll(promise => promise.Id);
        if (keys.Count > 0) db.RemoveRange(await HappenedAsync(keys, cancellation));
        await takedown.StopLettersAsync(keys, cancellation);
        db.RemoveRange(promises);

        // A story that was left out of its case study since is still named by what its author said.
        var said = db.Set<PromiseEvent>().Where(one => one.StoryId == forgetting.Keys.Id && !keys.Contains(one.PromiseId));
        foreach (var one in await said.ToListAsync(cancellation)) one.StoryId = null;
    }

    private Task<List<PromiseEvent>> HappenedAsync(IReadOnlyCollection<Id<Promise>> promises, CancellationToken cancellation) =>
        db.Set<PromiseEvent>().Where(one => promises.Contains(one.PromiseId)).ToListAsync(cancellation);
}
