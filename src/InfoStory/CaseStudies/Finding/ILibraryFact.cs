using InfoStory.Data;
using InfoStory.Protection;

namespace InfoStory.CaseStudies.Finding;

/// <summary>What a room knows of case studies by which the library can be narrowed, beside what the case study itself holds.</summary>
public interface ILibraryFact
{
    /// <summary>Where it is so, this value is one of the case study.</summary>
    LibraryValue Value { get; }

    /// <summary>The case studies of which it is so, public or not, each once or more.</summary>
    IQueryable<Id<CaseStudy>> CaseStudies(InfoStoryContext db);
}

/// <summary>Its own words say what changed.</summary>
internal sealed class WhatChangedIsTold : ILibraryFact
{
    public LibraryValue Value => LibraryValue.Changed;

    public IQueryable<Id<CaseStudy>> CaseStudies(InfoStoryContext db) =>
        db.CaseStudies.WasShown().Where(study => study.WhatChanged != null && study.WhatChanged != "").Select(study => study.Id);
}
