using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Pictures;

/// <summary>The bytes of a picture that everyone sees, and the case study that shows it.</summary>
public sealed record PublicPicture(Id<CaseStudy> Of, byte[] Bytes);

/// <summary>The pictures that public case studies show.</summary>
public sealed class PublicPictures(InfoStoryContext db, RevisionKeeping revisions, TimeProvider clock)
{
    /// <summary>The picture of this key. One statement where it is there.</summary>
    /// <exception cref="NotFoundException">There is no such picture, or nobody outside the team ever saw it.</exception>
    /// <exception cref="GoneException">Everyone saw it once, as far as revisions go back, and it or its case study was taken away.</exception>
    public async Task<PublicPicture> ReadAsync(string key, CancellationToken cancellation)
    {
        var pictures = db.Set<CaseStudyPicture>().AsNoTracking().Where(picture => picture.Key == key);
        var found = await db.CaseStudies.Shown(clock.UtcNow).Join(
            pictures, study => study.Id, picture => picture.CaseStudyId, (study, picture) => new { study.Id, study.Pictures, picture.Bytes })
            .FirstOrDefaultAsync(cancellation);
        if (found is not null && found.Pictures.Exists(shown => shown.Key == key)) return new(found.Id, found.Bytes);

        var of = await pictures.Select(picture => (Id<CaseStudy>?)picture.CaseStudyId).FirstOrDefaultAsync(cancellation);
        var was = of is { } study && await revisions.HaveShownAsync(study, key, cancellation);
        throw was ? new GoneException("The picture") : new NotFoundException("The picture");
    }

    /// <summary>The key of every picture that everyone sees, case study by case study, from just after this one. One statement along the key.</summary>
    public IAsyncEnumerable<string> Keys(Id<CaseStudy> after = default) => db.CaseStudies.Shown(clock.UtcNow)
        .Where(study => study.Id > after && db.Set<CaseStudyPicture>().Any(picture => picture.CaseStudyId == study.Id))
        .OrderBy(study => study.Id).Select(study => study.Pictures).AsAsyncEnumerable().SelectMany(pictures => pictures.Select(picture => picture.Key));
}
