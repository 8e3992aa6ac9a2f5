using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Places;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.CaseStudies.Finding;

/// <summary>The filter as a question to the database: where what is asked of is not the library itself, or only a few case studies.</summary>
internal static class LibraryFiltering
{
    /// <summary>Those that the filter leaves.</summary>
    public static IQueryable<CaseStudy> In(
        this IQueryable<CaseStudy> studies, LibraryFilter filter, InfoStoryContext db, IEnumerable<ILibraryFact> facts) =>
        filter.Facets.Aggregate(studies, (left, facet) => left.In(facet.Key, [.. facet.Select(value => value.Key)], db, facts));

    private static IQueryable<CaseStudy> In(
        this IQueryable<CaseStudy> studies, LibraryFacet facet, List<long> keys, InfoStoryContext db, IEnumerable<ILibraryFact> facts) => facet switch
        {
            LibraryFacet.Kind => studies.OfKinds(keys.ConvertAll(key => (StoryKind)key)),
            LibraryFacet.Service => studies.OfServices(keys.ConvertAll(key => (Id<Tag>?)new Id<Tag>(key))),
            LibraryFacet.Place => studies.In(keys.ConvertAll(key => (Id<Place>?)new Id<Place>(key))),
            LibraryFacet.Year => studies.Of(keys.ConvertAll(year => new DateOnly((int)year, 1, 1))),
            LibraryFacet.Answered or LibraryFacet.Changed => studies.Of(
                [.. facts.Where(fact => fact.Value.Facet == facet).Select(fact => fact.CaseStudies(db))]),
            LibraryFacet.Area or LibraryFacet.Problem or LibraryFacet.Barrier or LibraryFacet.Enabler or LibraryFacet.Outcome =>
                studies.Tagged(keys.ConvertAll(key => new Id<Tag>(key))),
        };

    private static IQueryable<CaseStudy> OfKinds(this IQueryable<CaseStudy> studies, List<StoryKind> kinds) =>
        studies.Where(study => kinds.Contains(study.Kind));

    private static IQueryable<CaseStudy> OfServices(this IQueryable<CaseStudy> studies, List<Id<Tag>?> services) =>
        studies.Where(study => services.Contains(study.ServiceId));

    private static IQueryable<CaseStudy> In(this IQueryable<CaseStudy> studies, List<Id<Place>?> places) => studies.Where(study =>
        places.Contains(study.PlaceId) || places.Contains(study.Place!.ParentId) || places.Contains(study.Place.Parent!.ParentId));

    private static IQueryable<CaseStudy> Tagged(this IQueryable<CaseStudy> studies, List<Id<Tag>> tags) =>
        studies.Where(study => study.Tags.Any(tagged => tags.Contains(tagged.TagId)));

    private static IQueryable<CaseStudy> Of(this IQueryable<CaseStudy> studies, List<DateOnly> years)
    {
        var left = years.Select(year => (From: year.BeginsAt(), To: year.AddYears(1).BeginsAt()))
            .Select(year => studies.Where(study => study.FirstPublishedAt >= year.From && study.FirstPublishedAt < year.To)).ToList();
        return left.Skip(1).Aggregate(left[0], (one, other) => one.Concat(other));
    }

    private static IQueryable<CaseStudy> Of(this IQueryable<CaseStudy> studies, IReadOnlyList<IQueryable<Id<CaseStudy>>> facts)
    {
        if (facts.Count == 0) return studies.Where(_ => false);

        var known = facts.Skip(1).Aggregate(facts[0], (one, other) => one.Concat(other));
        return studies.Where(study => known.Contains(study.Id));
    }
}
