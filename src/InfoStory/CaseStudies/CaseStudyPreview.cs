using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Stories;
using InfoStory.Stories.Safety;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>A case study as the public would read it, and what it is about.</summary>
/// <param name="ShownAt">Its address where the public reads it now; null where it does not.</param>
/// <param name="IsSaved">These words are those that are saved.</param>
/// <param name="Missing">Everything that keeps these words from being public; nothing where everyone reads them.</param>
public sealed record PreviewedCaseStudy(
    CaseStudyToRead Study, string? ShownAt, bool IsSaved, IReadOnlyList<ContentNote> ContentNotes, IReadOnlyList<Refusal> Missing);

/// <summary>Shows a publisher what the public would read; saves nothing of it.</summary>
public sealed class CaseStudyPreview(
    InfoStoryContext db, IValidator<EditCaseStudy> rules, CaseStudyEditing editing, CaseStudyWriting writing, TimeProvider clock)
{
    /// <summary>
    /// The case study as it would be with what is typed, public or not. One that never was public has the day on which it would be published: the
    /// scheduled one, or today. Publishers only.
    /// </summary>
    /// <param name="id">Its key.</param>
    /// <param name="typed">What is typed; null shows it as it is saved.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="GoneException">Its author took the story back.</exception>
    /// <exception cref="ForbiddenException">The actor is no publisher, or a story is on hold and the actor no safeguarding lead.</exception>
    /// <exception cref="ValidationException">A field for the public breaks a rule.</exception>
    public async Task<PreviewedCaseStudy> ReadAsync(Id<CaseStudy> id, EditCaseStudy? typed, Actor actor, CancellationToken cancellation)
    {
        var desk = await editing.ShowAsync(id, actor, cancellation);
        if (desk.IsClosed) throw new ForbiddenException(StoryOnHold.DrawnFrom);
        if (desk.TakenBack) throw new GoneException("The case study");

        var now = clock.UtcNow;
        var study = await db.CaseStudies.AsNoTracking().AsSplitQuery().ReadableBy(actor).Include(study => study.Service).Include(study => study.Place)
            .Include(study => study.Tags.OrderBy(tagged => tagged.TagId)).ThenInclude(tagged => tagged.Tag)
            .Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents).SingleAsync(study => study.Id == id, cancellation);
        string? shownAt = study.PublishedAt is not null && study.PublicUntil > now ? study.Slug : null;
        var form = typed ?? desk.ToForm();
        var isSaved = form.HoldsSame(desk.ToForm()) && !form.AddressOfTitle;
        // What only the team reads may be half filled in.
        if (typed is not null) await rules.ValidateAndThrowAsync(typed with { Intruder = new(), Dismiss = new(), TakenDownWords = null }, cancellation);
        IReadOnlyList<Refusal> missing = isSaved && study.State == CaseStudyState.Published ? [] : await writing.LookAsync(
            study, form, study.State == CaseStudyState.Published ? PublicationStep.ChangeWhilePublic : PublicationStep.Publish, actor, cancellation);

        var (first, next) = (study.FirstPublishedAt, study.PublishAt ?? now);
        var shown = first ?? next;
        return new(
            new(study.Id, study.Slug, study.Title, study.Summary, study.TheStory, study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged,
                study.NotYetFixed, study.Learning, study.Kind, study.WhoIsTelling, study.Service?.Name, study.Service?.Slug, study.Place?.Name,
                study.Place?.Slug, shown, study.PublishedAt is null ? next : isSaved ? study.UpdatedAt : now)
            {
                PlaceAndNeed = study.PlaceAndNeed,
                Partners = study.Partners,
                Barrier = study.Barrier,
                Figures = study.Figures,
                Quotes = study.Quotes,
                Pictures = study.Pictures,
                Chains = study.Chains,
                NamesChanged = study.NamesChanged,
                // No other words are public before that was answered of them.
                ReviewedAt = isSaved ? study.AskedAt ?? shown : now,
                ReviewBy = study.AskAgainAt,
                Tags = study.Tags.ConvertAll(tagged => new TagToRead(tagged.Tag!.Facet, tagged.Tag.Name, tagged.Tag.Slug)),
            },
            shownAt, isSaved, desk.ContentNotes, missing);
    }
}
