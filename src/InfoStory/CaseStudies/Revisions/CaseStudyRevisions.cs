using InfoStory.CaseStudies.Pictures;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies.Revisions;

/// <summary>A revision in the list of all; <paramref name="Restored"/> is the number of the one that it brought back.</summary>
/// <param name="WasPublic">Everyone could read it; null where it is from before revisions were kept, and that is not known.</param>
public sealed record ListedRevision(int Number, DateTime At, string? By, RevisedParts Changed, bool? WasPublic, int? Restored);

/// <summary>A case study with its revisions, newest first.</summary>
public sealed record RevisionList(CaseStudyOnDesk Study, IReadOnlyList<ListedRevision> Revisions);

/// <summary>A revision of a case study, beside the words that are saved now.</summary>
public sealed record RevisionOnDesk(CaseStudyOnDesk Study, ListedRevision Revision, RevisedWords Words)
{
    public RevisedWords Now => RevisedWords.Of(Study);

    /// <summary>What somebody saves who brings these words back: all else is as on the screen. Hand-offs of a story that was left out stay
    /// away, and so do pictures that were deleted.</summary>
    public EditCaseStudy ToForm() => Study.ToForm() with
    {
        Title = Words.Title,
        Summary = Words.Summary,
        TheStory = Words.TheStory,
        PlaceAndNeed = Words.PlaceAndNeed,
        Partners = Words.Partners,
        WhatWasNotShared = Words.WhatWasNotShared,
        Barrier = Words.Barrier,
        WhatTheyDid = Words.WhatTheyDid,
        WhatChanged = Words.WhatChanged,
        NotYetFixed = Words.NotYetFixed,
        Learning = Words.Learning,
        Figures = [.. Words.Figures.Select(EditFigure.Of)],
        Quotes = [.. Words.Quotes],
        Pictures = EditPicture.Each(Study.KeptPictures, Words.Pictures),
        HandOffsOf = [.. Study.Drawn.Where(drawn => Words.Chains.Any(chain => chain.StoryId == drawn.Id.Value)).Select(drawn => drawn.Reference)],
        NamesAreReal = !Words.NamesChanged,
        Restores = Revision.Number,
    };
}

/// <summary>Shows publishers the words of a case study as they were saved before.</summary>
public sealed class CaseStudyRevisions(InfoStoryContext db, CaseStudyEditing editing)
{
    /// <summary>Its revisions, newest first. Publishers only.</summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="GoneException">Its author took the story back.</exception>
    /// <exception cref="ForbiddenException">The actor is no publisher, or a story is on hold and the actor no safeguarding lead.</exception>
    public async Task<RevisionList> ListAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation) =>
        new(await OpenAsync(id, actor, cancellation), await Listed(Of(id, actor).OrderByDescending(revision => revision.Number)).ToListAsync(cancellation));

    /// <summary>One of its revisions. Publishers only.</summary>
    /// <inheritdoc cref="ListAsync" path="/exception"/>
    public async Task<RevisionOnDesk> ReadAsync(Id<CaseStudy> id, int number, Actor actor, CancellationToken cancellation)
    {
        var study = await OpenAsync(id, actor, cancellation);
        var one = Of(id, actor).Where(revision => revision.Number == number);
        var words = await one.Select(revision => revision.Words).FirstOrDefaultAsync(cancellation) ?? throw new NotFoundException("The revision");
        return new(study, await Listed(one).SingleAsync(cancellation), words);
    }

    private async Task<CaseStudyOnDesk> OpenAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        var study = await editing.ShowAsync(id, actor, cancellation);
        if (study.IsClosed) throw new ForbiddenException(StoryOnHold.DrawnFrom);
        return study.TakenBack ? throw new GoneException("The case study") : study;
    }

    private IQueryable<CaseStudyRevision> Of(Id<CaseStudy> id, Actor actor)
    {
        var readable = db.CaseStudies.ReadableBy(actor).Where(study => study.Id == id).Select(study => study.Id);
        return db.Set<CaseStudyRevision>().AsNoTracking().Where(revision => readable.Contains(revision.CaseStudyId));
    }

    private static IQueryable<ListedRevision> Listed(IQueryable<CaseStudyRevision> revisions) => revisions.Select(revision => new ListedRevision(
        revision.Number, revision.At, revision.By, revision.Changed,
        revision.WasPublic ? true : revision.By == null && revision.CaseStudy!.FirstPublishedAt != null ? null : false, revision.Restored));
}
