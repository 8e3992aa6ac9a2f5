using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Responders;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>A promise as those read it who answer for its organisation.</summary>
/// <param name="Promise">Null where its case study is public no more.</param>
/// <param name="Report">What was reported and is not public; null where nothing was.</param>
/// <param name="IsSent">It is with us.</param>
/// <param name="ReturnedWhy">Why we gave it back; null where we did not.</param>
/// <param name="WhyNot">Why nothing can be reported now; null where it can.</param>
public sealed record PromiseToReport(PromiseRow? Promise, int Revision, RecordPromise? Report, bool IsSent, string? ReturnedWhy, string? WhyNot);

/// <summary>What those do who answer for an organisation: they say what became of its promises. Nothing is public before a publisher has read it.</summary>
public sealed class PromiseReporting(
    InfoStoryContext db, IValidator<RecordPromise> rules, Responding responding, PromiseTakedown takedown, TimeProvider clock)
{
    public const string NotPublic = "This promise is not public any more, so nothing can be reported on it.";

    /// <summary>The promise, and what was reported on it.</summary>
    /// <exception cref="NotFoundException">No organisation that they answer for made it.</exception>
    public async Task<PromiseToReport> ShowAsync(Id<Responder> me, string slug, CancellationToken cancellation)
    {
        var promise = await MineAsync(me, slug, db.Promises.AsNoTracking(), cancellation);
        var report = await db.PromiseReports.AsNoTracking().FirstOrDefaultAsync(one => one.PromiseId == promise.Id, cancellation);
        var isShown = await IsShownAsync(promise, cancellation);
        return new(
            isShown ? PromiseBook.Row(promise).At(clock.UtcNow) : null, promise.Revision, report?.ToForm(), report?.SentAt is not null, report?.ReturnedWhy,
            !isShown ? NotPublic : promise.Outcome != PromiseOutcome.Open ? Promise.NotOpen : null);
    }

    /// <summary>
    /// Hands to the team what became of a promise. Until we have read it nobody is reminded of it, and who sent it in time is not late. Sending twice is once.
    /// </summary>
    /// <exception cref="NotFoundException">No organisation that they answer for made it.</exception>
    /// <exception cref="ValidationException">A field is wrong.</exception>
    /// <exception cref="ConflictException">A colleague was first, it is made or dropped, or not public any more.</exception>
    public async Task SendAsync(Id<Responder> me, string slug, RecordPromise command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command with { WhyPublic = null }, cancellation);
        var (promise, now) = (await MineAsync(me, slug, db.Promises.WithEvents(), cancellation), clock.UtcNow);
        if (!await IsShownAsync(promise, cancellation)) throw new ConflictException(NotPublic);
        if (promise.Outcome != PromiseOutcome.Open) throw new ConflictException(Promise.NotOpen);

        var report = await db.PromiseReports.FirstOrDefaultAsync(one => one.PromiseId == promise.Id, cancellation);
        if (report?.SentAt is not null)
        {
            if (report.Says(command)) return;
            throw new ConflictException("A report on this promise is with us already. We read it before it appears.");
        }

        promise.At(command.Revision);
        report ??= db.PromiseReports.Add(new() { PromiseId = promise.Id }).Entity;
        report.Send(command, me, now);
        promise.Report(now);
        db.History.Add(HistoryEntry.Of(
            Promising.Subject(promise.Id), HistoryAct.PromiseReported, new(null, ResponderSets.Subject(me), Roles.None), now));
        await takedown.StopLettersAsync([promise.Id], cancellation);
        db.Touch(promise);
        await db.SaveOrConflictAsync(cancellation);
    }

    private Task<bool> IsShownAsync(Promise promise, CancellationToken cancellation) =>
        db.CaseStudies.Shown(clock.UtcNow).AnyAsync(study => study.Id == promise.CaseStudyId, cancellation);

    private async Task<Promise> MineAsync(Id<Responder> me, string slug, IQueryable<Promise> promises, CancellationToken cancellation)
    {
        var mine = await responding.OrganisationsAsync(me, cancellation);
        return await promises.Include(promise => promise.Organisation).FindAsync(promise => promise.Slug == slug && (mine.Contains(promise.OrganisationId)
            || (promise.Organisation!.IsMerged && mine.Contains(promise.Organisation.SuccessorId!.Value))), cancellation);
    }
}
