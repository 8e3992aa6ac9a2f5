using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Protection;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>What an author said of a change that was made.</summary>
public sealed record HeldKeptAnswer(KeptAnswer Answer, DateTime At);

/// <summary>What an organisation promised because of a case study drawn from the story, and what its author said of that.</summary>
public sealed record HeldPromise(string Organisation, string What, IReadOnlyList<HeldKeptAnswer> YouSaid);

/// <summary>
/// What was promised because of a case study goes with the story that it was drawn from, because its words may tell of it. What the author said of it goes
/// with the promise. Of one that everyone could read a hash of its address stays, so that it answers that it is gone.
/// </summary>
internal sealed class PromisePersonalData(InfoStoryContext db, PromiseTakedown takedown) : IPersonalDataHolder
{
    public IReadOnlyCollection<Type> Entities { get; } = [typeof(Promise), typeof(PromiseEvent), typeof(FixedTap), typeof(PromiseReport)];

    public async Task ExportAsync(StoryKeys story, DataExport export, CancellationToken cancellation)
    {
        var said = await db.Set<PromiseEvent>().AsNoTracking().Where(one => one.StoryId == story.Id && one.Kind == PromiseEventKind.AuthorSaid)
            .OrderBy(one => one.Id).Select(one => new { one.PromiseId, one.Answer, one.At }).ToListAsync(cancellation);
        var keys = said.Select(one => one.PromiseId).Distinct().ToList();
        var promises = await db.Promises.AsNoTracking()
            .Where(promise => keys.Contains(promise.Id) || promise.CaseStudy!.Stories.Any(drawn => drawn.StoryId == story.Id))
            .Where(promise => !promise.CaseStudy!.Stories.Any(drawn => drawn.StoryId != story.Id && drawn.Story!.State == StoryState.OnHold))
            .OrderBy(promise => promise.Id).Select(promise => new { promise.Id, promise.What, Organisation = promise.Organisation!.Name })
            .ToListAsync(cancellation);
        export.AddRange(promises.Select(promise => new HeldPromise(
            promise.Organisation, promise.What,
            [.. said.Where(one => one.PromiseId == promise.Id).Select(one => new HeldKeptAnswer(one.Answer!.Value, one.At))])));
    }

    public async Task ForgetAsync(Forgetting forgetting, CancellationToken cancellation)
    {
        var drawn = db.CaseStudies.Where(db.DrawsOn(forgetting.Keys.Id));
        var studies = drawn.Select(study => study.Id);
        var promises = await db.Promises.Where(promise => studies.Contains(promise.CaseStudyId)).ToListAsync(cancellation);
        var keys = promises.ConvertAll(promise => promise.Id);
        if (keys.Count > 0)
        {
            db.RemoveRange(await HappenedAsync(keys, cancellation));
            db.RemoveRange(await db.PromiseReports.Where(report => keys.Contains(report.PromiseId)).ToListAsync(cancellation));
        }

        await takedown.StopLettersAsync(keys, cancellation);
        if (!forgetting.Erases)
        {
            var wasPublic = await drawn.WasShown().Select(study => study.Id).ToListAsync(cancellation);
            foreach (var promise in promises.Where(promise => wasPublic.Contains(promise.CaseStudyId))) await LeaveAsync(promise, cancellation);
        }

        db.RemoveRange(promises);

        // A story that was left out of its case study since is still named by what its author said.
        var said = db.Set<PromiseEvent>().Where(one => one.StoryId == forgetting.Keys.Id && !keys.Contains(one.PromiseId));
        foreach (var one in await said.ToListAsync(cancellation)) one.StoryId = null;
    }

    /// <summary>Nobody is kept from taking a story back by an address that is written down already, in this save too.</summary>
    private async Task LeaveAsync(Promise promise, CancellationToken cancellation)
    {
        var key = Promise.KeyOfAddress(promise.Slug);
        if (await db.FormerAddresses.FindAsync([key], cancellation) is null)
            db.FormerAddresses.Add(new() { Key = key, CaseStudyId = promise.CaseStudyId, LeadsOn = false });
    }

    private Task<List<PromiseEvent>> HappenedAsync(IReadOnlyCollection<Id<Promise>> promises, CancellationToken cancellation) =>
        db.Set<PromiseEvent>().Where(one => promises.Contains(one.PromiseId)).ToListAsync(cancellation);
}
