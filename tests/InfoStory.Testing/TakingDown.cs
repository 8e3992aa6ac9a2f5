using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.Testing;

public static class TakingDown
{
    /// <summary>Takes a case study down, with a reason where the form gives none.</summary>
    public static Task TakeDownAsync(
        this CaseStudyEditing editing, Id<CaseStudy> id, EditCaseStudy form, Actor actor, CancellationToken cancellation) =>
        editing.UnpublishAsync(id, form with { TakenDownWhy = form.TakenDownWhy ?? WhyTakenDown.Changing }, actor, cancellation);
}
