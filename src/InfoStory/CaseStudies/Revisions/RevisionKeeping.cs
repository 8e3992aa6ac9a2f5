using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Revisions;

/// <summary>Keeps the words of case studies as they are saved (docs/decisions/0093). Whoever writes them saves both in one.</summary>
public sealed class RevisionKeeping(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>The most of one case study; the oldest that were never public make room first.</summary>
    public const int Most = 50;

    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>The first words of a case study that is begun in the same save.</summary>
    internal void Begin(CaseStudy study, Actor actor) => Add(study, 1, RevisedWords.Of(study), RevisedParts.None, actor.Name);

    /// <summary>
    /// Keeps the words as they are written now, where they are others than before. A case study from before revisions were kept has its former words first.
    /// </summary>
    /// <param name="study">With the words that are to be saved.</param>
    /// <param name="before">Its words as they are saved, and when they were.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="restores">The number of a revision that is brought back; null where none is.</param>
    /// <returns>The revision whose words these are, word for word; null where somebody typed other ones.</returns>
    internal async Task<(int Number, bool WasPublic)?> KeepAsync(
        CaseStudy study, (RevisedWords Words, DateTime At) before, Actor actor, CancellationToken cancellation, int? restores = null)
    {
        var now = RevisedWords.Of(study);
        var changed = now.Against(before.Words);
        if (changed == RevisedParts.None) return null;

        var kept = await Of(study).Select(revision => new { revision.Id, revision.Number, revision.WasPublic }).ToListAsync(cancellation);
        var restored = restores is { } number && await WordsAsync(study, number, cancellation) is { } words && now.Against(words) == RevisedParts.None
            ? kept.Find(revision => revision.Number == number) : null;
        var next = kept.Select(revision => revision.Number).DefaultIfEmpty().Max() + 1;
        if (kept.Count == 0)
            Add(study, next++, before.Words, RevisedParts.None, null, before.At, study.State == CaseStudyState.Published);
        Add(study, next, now, changed, actor.Name, wasPublic: await HaveShownAsync(study, now, cancellation), restored: restored?.Number);

        var gone = kept.OrderBy(revision => revision.WasPublic).ThenBy(revision => revision.Number).Take(kept.Count + 1 - Most)
            .Select(revision => revision.Id).ToList();
        if (gone.Count > 0) db.RemoveRange(await Of(study).Where(revision => gone.Contains(revision.Id)).ToListAsync(cancellation));
        return restored is null ? null : (restored.Number, restored.WasPublic);
    }

    /// <summary>A story was left out: words from before may be of it, and only those of now stay.</summary>
    internal async Task BeginAnewAsync(CaseStudy study, Actor actor, CancellationToken cancellation)
    {
        var kept = await Of(study).OrderBy(revision => revision.Number).ToListAsync(cancellation);
        var (newest, now) = (kept.LastOrDefault(), RevisedWords.Of(study));
        var wasPublic = await HaveShownAsync(study, now, cancellation);
        db.RemoveRange(kept);
        // Of words from before revisions were kept it is not known whose they are.
        Add(study, (newest?.Number ?? 0) + 1, now, RevisedParts.None, newest?.By is null ? null : actor.Name, wasPublic: wasPublic);
    }

    /// <summary>From now on everyone reads the words that are being saved.</summary>
    internal async Task ShowAsync(CaseStudy study, CancellationToken cancellation)
    {
        var newest = db.Set<CaseStudyRevision>().Local.Where(revision => revision.CaseStudy == study).MaxBy(revision => revision.Number)
            ?? await Of(study).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(cancellation);
        newest?.WasPublic = true;
    }

    /// <summary>Everyone once saw this picture; false where that is longer ago than revisions are kept.</summary>
    internal async Task<bool> HaveShownAsync(Id<CaseStudy> study, string picture, CancellationToken cancellation) =>
        (await ShownAsync(study, cancellation)).Exists(words => words.Pictures.Any(one => one.Key == picture));

    /// <summary>Deletes what was saved more than a year ago. Returns how many.</summary>
    public Task<int> DeleteOldAsync(CancellationToken cancellation)
    {
        var before = clock.UtcNow - Life;
        return db.Set<CaseStudyRevision>().Where(revision => revision.At < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> HaveShownAsync(CaseStudy study, RevisedWords words, CancellationToken cancellation) =>
        (await ShownAsync(study.Id, cancellation)).Exists(shown => words.Against(shown) == RevisedParts.None);

    private Task<List<RevisedWords>> ShownAsync(Id<CaseStudy> study, CancellationToken cancellation) => db.Set<CaseStudyRevision>().AsNoTracking()
        .Where(revision => revision.CaseStudyId == study && revision.WasPublic).Select(revision => revision.Words).ToListAsync(cancellation);

    private Task<RevisedWords?> WordsAsync(CaseStudy study, int number, CancellationToken cancellation) =>
        Of(study).Where(revision => revision.Number == number).Select(revision => revision.Words).FirstOrDefaultAsync(cancellation);

    private IQueryable<CaseStudyRevision> Of(CaseStudy study) => db.Set<CaseStudyRevision>().Where(revision => revision.CaseStudyId == study.Id);

    private void Add(
        CaseStudy study, int number, RevisedWords words, RevisedParts changed, string? by, DateTime? at = null, bool wasPublic = false, int? restored = null) =>
        db.Add(new CaseStudyRevision
        {
            CaseStudy = study,
            Number = number,
            At = at ?? clock.UtcNow,
            By = by,
            Words = words,
            Changed = changed,
            WasPublic = wasPublic,
            Restored = restored,
        });
}
