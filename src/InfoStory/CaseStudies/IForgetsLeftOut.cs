using InfoStory.Data;

namespace InfoStory.CaseStudies;

/// <summary>For the room that keeps what was typed of a case study and not saved: once a story is left out, words of it may be among that.</summary>
public interface IForgetsLeftOut
{
    /// <summary>Forgets it on the context; whoever leaves the story out saves.</summary>
    Task ForgetAsync(Id<CaseStudy> study, CancellationToken cancellation);
}
