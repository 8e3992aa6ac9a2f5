using InfoStory.Data;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>A public case study goes when the first of its consents ends, whether or not a job has taken it down yet.</summary>
internal sealed class EndOfConsent : IPublicMoment
{
    public Task<DateTime?> NextAsync(InfoStoryContext db, DateTime now, CancellationToken cancellation) =>
        db.CaseStudies.Where(study => study.PublicUntil > now).MinAsync(study => study.PublicUntil, cancellation);
}
