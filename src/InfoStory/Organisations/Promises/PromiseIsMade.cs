using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;

namespace InfoStory.Organisations.Promises;

/// <summary>What was promised because of a case study is made, and nobody who lives with it has said that it is not.</summary>
internal sealed class PromiseIsMade : ILibraryFact
{
    public LibraryValue Value => LibraryValue.Changed;

    public IQueryable<Id<CaseStudy>> CaseStudies(InfoStoryContext db) =>
        db.Promises.Where(promise => promise.Outcome == PromiseOutcome.Made || promise.Outcome == PromiseOutcome.Confirmed)
            .Select(promise => promise.CaseStudyId);
}
