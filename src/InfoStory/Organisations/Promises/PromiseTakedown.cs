using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Promises;

/// <summary>Ends what is still to be said to organisations about promises: in the save that takes a case study down, or that moves a promise.</summary>
public sealed class PromiseTakedown(InfoStoryContext db) : IGoesWithPublication
{
    /// <summary>Deletes the letters to organisations about promises of these case studies that still wait.</summary>
    public async Task LetGoAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, Id<Story>? but, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var promises = await db.Promises.Where(promise => keys.Contains(promise.CaseStudyId)).ToListAsync(cancellation);
        // Whoever writes one of them a reminder at this moment sees it, or is seen.
        promises.FindAll(promise => promise.Outcome == PromiseOutcome.Open && db.Entry(promise).State != EntityState.Deleted).ForEach(db.Touch);
        await StopLettersAsync(promises.ConvertAll(promise => promise.Id), cancellation);
    }

    /// <summary>Deletes the letters about promises to organisations that may not have these case studies any more; what was promised stays public.</summary>
    public async Task LetGoOfForbiddenAsync(IReadOnlyCollection<CaseStudy> studies, DateTime now, CancellationToken cancellation)
    {
        var keys = studies.Select(study => study.Id).ToList();
        var promises = await db.Promises.AsSplitQuery().Include(promise => promise.Organisation!.Places)
            .Where(promise => keys.Contains(promise.CaseStudyId) && promise.Outcome == PromiseOutcome.Open).ToListAsync(cancellation);
        if (promises.Count == 0) return;

        var named = await NamedServices.ReadAsync(db, cancellation);
        promises.RemoveAll(promise => named.WhyNot(studies.First(study => study.Id == promise.CaseStudyId), promise.Organisation!, now) is null);
        // Whoever writes one of them a reminder at this moment sees it, or is seen.
        promises.ForEach(db.Touch);
        await StopLettersAsync(promises.ConvertAll(promise => promise.Id), cancellation);
    }

    /// <summary>Deletes the letters to organisations about these promises that still wait.</summary>
    /// <param name="mayTellWhatWasReturned">The letter that says why a report was given back goes all the same.</param>
    /// <returns>Those of the promises of which a reminder waited.</returns>
    internal async Task<IReadOnlyList<Id<Promise>>> StopLettersAsync(
        IReadOnlyCollection<Id<Promise>> promises, CancellationToken cancellation, bool mayTellWhatWasReturned = false)
    {
        if (promises.Count == 0) return [];

        var subjects = promises.ToDictionary(Promising.Subject);
        var asked = subjects.Keys.ToList();
        var waiting = await db.Set<Letter>().Where(letter => asked.Contains(letter.Subject)).ToListAsync(cancellation);
        if (mayTellWhatWasReturned) waiting.RemoveAll(letter => letter.Title == PromiseReportDesk.Returned);
        db.RemoveRange(waiting);
        return [.. waiting.Where(letter => letter.GivenUpAt is null && letter.Title != PromiseReportDesk.Returned)
            .Select(letter => subjects[letter.Subject]).Distinct()];
    }
}
