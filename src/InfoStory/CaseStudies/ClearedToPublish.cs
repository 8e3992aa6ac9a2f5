using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Protection;
using InfoStory.Stories;

namespace InfoStory.CaseStudies;

/// <summary>
/// The answer of <see cref="PublicationCheck"/> that nothing stands in the way of these words now. A case study cannot be published without one, and
/// nothing makes one but asking the check.
/// </summary>
public sealed class ClearedToPublish
{
    private readonly CaseStudy study;
    private readonly PublicationStep step;
    private readonly DateTime? at;
    private readonly string words;

    private ClearedToPublish(CaseStudy study, PublicationStep step, DateTime? at, DateTime until) =>
        (this.study, this.step, this.at, words, Until) = (study, step, at, study.Words(), until);

    /// <summary>When the first of the consents it rests on ends.</summary>
    internal DateTime Until { get; }

    /// <summary>True for publishing the very words that were checked; at the moment for which they were, where it is a later one.</summary>
    internal bool IsFor(CaseStudy published, DateTime? later = null) =>
        published == study && step == PublicationStep.Publish && at == later && published.Words() == words;

    /// <summary>Asks the check.</summary>
    /// <exception cref="ValidationException">Only fields of the form have to be mended.</exception>
    /// <exception cref="ConflictException">Something else is missing; it carries everything that is.</exception>
    internal static async Task<ClearedToPublish> ByAsync(
        PublicationCheck check, CaseStudy study, PublicationStep step, bool changed, Refusal? also, DateTime? at, TimeProvider clock,
        CancellationToken cancellation)
    {
        List<Refusal> missing = [.. new[] { also }.OfType<Refusal>(), .. await check.MissingAsync(study, step, changed, cancellation, at)];
        if (missing.Count > 0) throw PublicationCheck.Refused(missing);

        return new(study, step, at, study.Stories.Min(drawn => drawn.Story!.MustAllow(Audience.Website, at ?? clock.UtcNow)));
    }
}
