using InfoStory.Protection;
using InfoStory.Stories;

namespace InfoStory.CaseStudies.Deliveries;

/// <summary>The gate for what leaves by letter or as a paper: what everyone may read, and every author allows for that audience too.</summary>
public static class AudienceGate
{
    /// <summary>What may go to this audience now: public, and allowed for it by every author whose story is in it.</summary>
    public static IQueryable<CaseStudy> ShownTo(this IQueryable<CaseStudy> studies, Audience audience, DateTime now) => studies.Shown(now)
        .Where(study => study.Stories.All(drawn => drawn.Story!.Consents.AsQueryable().Where(one => one.Audience == audience).Any(Consent.Standing(now))));
}
