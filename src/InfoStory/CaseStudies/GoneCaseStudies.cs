using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>A case study that was public and is not: its key and since when, and never a word of it.</summary>
public sealed record GoneCaseStudy(Id<CaseStudy> Id, DateTime At);

/// <summary>A page of them, gone last first; <paramref name="Next"/> is null on the last one.</summary>
public sealed record GoneList(IReadOnlyList<GoneCaseStudy> Rows, Cursor? Next);

/// <summary>What was public and is gone, for whoever keeps a copy (docs/decisions/0092).</summary>
public sealed class GoneCaseStudies(InfoStoryContext db, TimeProvider clock)
{
    /// <summary>For so many days it is said.</summary>
    public const int Days = 90;

    /// <summary>From just after the cursor on. One statement.</summary>
    public async Task<GoneList> ListAsync(Cursor? after, int size, CancellationToken cancellation)
    {
        var since = clock.UtcNow.AddDays(-Days);
        var gone = db.CaseStudies.WasShown().AsNoTracking().Where(study => study.State == CaseStudyState.Unpublished && study.UpdatedAt > since);
        if (after is { At: var at, Id: var id })
        {
            var key = new Id<CaseStudy>(id);
            gone = gone.Where(study => study.UpdatedAt <= at && (study.UpdatedAt < at || study.Id < key));
        }

        var rows = await gone.OrderByDescending(study => study.UpdatedAt).ThenByDescending(study => study.Id).Take(size + 1)
            .Select(study => new GoneCaseStudy(study.Id, study.UpdatedAt)).ToListAsync(cancellation);
        return new([.. rows.Take(size)], Cursor.After(rows, size, row => new(row.At, row.Id.Value)));
    }
}
