namespace InfoStory.CaseStudies;

internal static class LibraryFiltering
{
    /// <summary>Those that the filter leaves.</summary>
    public static IQueryable<CaseStudy> In(this IQueryable<CaseStudy> studies, LibraryFilter filter)
    {
        if (filter.Kind is { } kind) studies = studies.Where(study => study.Kind == kind);
        if (filter.Service is { } service) studies = studies.Where(study => study.ServiceId == service);
        if (filter.Place is { } place)
            studies = studies.Where(study => study.PlaceId == place || study.Place!.ParentId == place || study.Place.Parent!.ParentId == place);
        if (filter.Tag is { } tag) studies = studies.Where(study => study.Tags.Any(tagged => tagged.TagId == tag));
        return studies;
    }
}
