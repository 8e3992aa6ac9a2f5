using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>A case study as the public would read it, its words as they are saved, and what they are about.</summary>
public sealed record PreviewedCaseStudy(CaseStudyToRead Study, CaseStudyState State, EditCaseStudy Saved, IReadOnlyList<ContentNote> ContentNotes);

/// <summary>Shows a publisher what the public would read.</summary>
public sealed class CaseStudyPreview(InfoStoryContext db, CaseStudyEditing editing, TimeProvider clock)
{
    /// <summary>
    /// The case study as it is saved. One that is not public has the day on which it would be published: the scheduled one, or today. Publishers only.
    /// </summary>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="GoneException">Its author took the story back.</exception>
    /// <exception cref="ForbiddenException">The actor is no publisher, or a story is on hold and the actor no safeguarding lead.</exception>
    public async Task<PreviewedCaseStudy> ReadAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        var desk = await editing.ShowAsync(id, actor, cancellation);
        if (desk.IsClosed) throw new ForbiddenException(StoryOnHold.DrawnFrom);
        if (desk.TakenBack) throw new GoneException("The case study");

        var shown = desk.PublishedAt ?? desk.PublishAt ?? clock.UtcNow;
        var study = await db.CaseStudies.AsNoTracking().ReadableBy(actor).Where(study => study.Id == id)
            .Select(study => new CaseStudyToRead(
                study.Id, study.Slug, study.Title, study.Summary, study.TheStory,
                study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged, study.NotYetFixed,
                study.Learning, study.Kind, study.WhoIsTelling, study.Service!.Name, study.Service.Slug, study.Place!.Name, study.Place.Slug,
                shown, study.PublishedAt == null ? shown : study.UpdatedAt)
            {
                PlaceAndNeed = study.PlaceAndNeed,
                Partners = study.Partners,
                Barrier = study.Barrier,
                Figures = study.Figures,
                Quotes = study.Quotes,
                Pictures = study.Pictures,
                Chains = study.Chains,
                NamesChanged = study.NamesChanged,
                // Nothing is published before that was answered.
                ReviewedAt = study.AskedAt ?? shown,
                ReviewBy = study.AskAgainAt,
            }).SingleAsync(cancellation);
        var tags = await db.Set<CaseStudyTag>().AsNoTracking().Where(tagged => tagged.CaseStudyId == id).OrderBy(tagged => tagged.TagId)
            .Select(tagged => new TagToRead(tagged.Tag!.Facet, tagged.Tag.Name, tagged.Tag.Slug)).ToListAsync(cancellation);
        return new(study with { Tags = tags }, desk.State, desk.ToForm(), desk.ContentNotes);
    }
}
