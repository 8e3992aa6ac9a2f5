using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Finding;
using InfoStory.Data;

namespace InfoStory.Organisations.Responses;

/// <summary>An organisation answered, and everyone reads that.</summary>
internal sealed class ServiceAnswered : ILibraryFact
{
    public LibraryValue Value => LibraryValue.Answered;

    public IQueryable<Id<CaseStudy>> CaseStudies(InfoStoryContext db) =>
        db.Responses.Where(one => one.State == ResponseState.Published).Select(one => one.CaseStudyId);
}
