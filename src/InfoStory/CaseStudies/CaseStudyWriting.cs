using FluentValidation;
using InfoStory.CaseStudies.Pictures;
using InfoStory.CaseStudies.Revisions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Protection.Flags;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>Finds a case study as it was on the screen and puts into it what was typed; saves nothing.</summary>
public sealed class CaseStudyWriting(
    InfoStoryContext db, IValidator<EditCaseStudy> rules, PublicationCheck check, CaseStudyAddresses addresses, Flagging flagging,
    PublicFlags publicFlags, RevisionKeeping revisions, PictureShelf shelf, TimeProvider clock)
{
    internal const string TakenBack = "The author took the story back, so nothing can be written from it any more.";

    /// <summary>Finds it as it was on the screen. Where a field is wrong, everything else that is missing is said with it.</summary>
    /// <param name="goesOut">What is to be done with it; null where it is kept, and only who reads it now reads the words.</param>
    internal async Task<CaseStudy> OpenAsync(
        Id<CaseStudy> id, EditCaseStudy command, Actor actor, PublicationStep? goesOut, CancellationToken cancellation)
    {
        var study = await FindAsync(id, actor, cancellation);
        var wrong = await WrongAsync(command, cancellation);
        if (wrong.Count == 0) return study.At(command.Revision);

        var step = goesOut ?? (study.State == CaseStudyState.Published ? PublicationStep.ChangeWhilePublic : null);
        var looked = await All().AsNoTracking().FindAsync(one => one.Id == id, cancellation);
        var missing = await LookAsync(looked, command, step, actor, cancellation);
        throw PublicationCheck.Refused(wrong.Concat(missing.Where(one => wrong.TrueForAll(said => said.Sentence != one.Sentence))));
    }

    /// <summary>The same where it is taken down with that: nothing that keeps words from the public keeps anybody from hiding them.</summary>
    /// <param name="also">What else is wrong with a field; null where nothing is.</param>
    internal async Task<CaseStudy> OpenToHideAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, Refusal? also, CancellationToken cancellation)
    {
        var study = await FindAsync(id, actor, cancellation);
        var wrong = await WrongAsync(command, cancellation);
        if (also is not null) wrong.Add(also);
        return wrong.Count == 0 ? study.At(command.Revision) : throw PublicationCheck.Refused(wrong);
    }

    /// <summary>Puts what is typed into a case study that is only looked at.</summary>
    /// <param name="study">With its stories and their consents, and tracked by nothing.</param>
    /// <param name="typed">What is typed; what is no figure yet is left out.</param>
    /// <param name="step">What is to be done with it; null where it is kept.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Everything that stands in the way, besides a clock that only has to run; empty where nothing does.</returns>
    internal async Task<IReadOnlyList<Refusal>> LookAsync(
        CaseStudy study, EditCaseStudy typed, PublicationStep? step, Actor actor, CancellationToken cancellation)
    {
        var (title, saved) = (PlainText.Tidy(typed.Title), study.Words());
        var address = await addresses.WhyNotAsync(study, title, typed, cancellation);
        study.Slug = await addresses.AskedAsync(study, title, typed, cancellation);
        await PutAsync(study, typed with { Figures = typed.Figures.FindAll(figure => figure.IsFigure) }, cancellation);
        if (typed.Intruder.IsBegun)
            study.Intruder = IntruderCheck.Of(typed.Intruder with { Months = AnswerIntruder.Lengths[^1] }, study.Words(), actor, clock.UtcNow);
        else if (typed.Restores is { } number && await check.MayNeverHaveBeenPublicAsync(study.Id, number, cancellation))
            study.Intruder = study.Intruder.NotOfTheseWords();

        List<Refusal> missing = address is null ? [] : [address];
        if (step is { } goesOut)
        {
            var changed = goesOut != PublicationStep.ChangeWhilePublic || study.Words() != saved;
            missing.AddRange(await check.OfTypedAsync(study, typed, goesOut, changed, cancellation));
        }

        return PublicationCheck.Together(missing);
    }

    private async Task<List<Refusal>> WrongAsync(EditCaseStudy command, CancellationToken cancellation) =>
        (await rules.ValidateAsync(command, cancellation)).Errors.ConvertAll(one => new Refusal(one.ErrorMessage, one.PropertyName));

    internal static void MustBeFree(Refusal? address)
    {
        if (address is not null) throw PublicationCheck.Refused([address]);
    }

    /// <summary>
    /// Puts what is typed into it: the words, the dismissed flags, and the answer to the question who could find out. Other words end its schedule.
    /// </summary>
    /// <returns>Why it cannot have its address; null where it can.</returns>
    internal async Task<Refusal?> WriteAsync(CaseStudy study, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        if (study.Stories.Any(drawn => drawn.Story!.State == StoryState.Withdrawn))
            throw new ConflictException(TakenBack);

        var (title, before, saved) = (PlainText.Tidy(command.Title), study.Words(), (RevisedWords.Of(study), study.UpdatedAt));
        var address = await addresses.ChangeAsync(study, title, command, cancellation);
        await PutAsync(study, command, cancellation);
        study.UpdatedAt = clock.UtcNow;
        if (await revisions.KeepAsync(study, saved, actor, cancellation, command.Restores) is { } restored)
        {
            Note(study, HistoryAct.CaseStudyRestored, actor, $"{restored.Number}");
            // What was answered of them counted while nobody had changed them.
            if (!restored.WasPublic) study.Intruder = study.Intruder.NotOfTheseWords();
        }

        foreach (var story in study.Stories.Select(drawn => drawn.Story!))
            publicFlags.Dismiss(story, await flagging.FollowCaseStudyAsync(story.Id, EditCaseStudy.Of(study).Texts(), cancellation), command.Dismiss, actor);
        if (command.Intruder.IsBegun)
        {
            study.Intruder = IntruderCheck.Of(command.Intruder, study.Words(), actor, clock.UtcNow);
            Note(study, HistoryAct.IntruderAsked, actor);
        }

        if (study.Words() == before) return address;

        EndSchedule(study, "Its words were changed.", actor);

        // Whoever is asked for a second yes on the desk reads these words: a yes that was given while they were others, or is being given, does not count.
        foreach (var story in study.Stories.Select(drawn => drawn.Story!))
        {
            story.WriteAbout(actor);
            db.Touch(story);
        }

        return address;
    }

    /// <summary>Puts the words that are typed into it, with what it shows beside them, and nothing else.</summary>
    internal async Task PutAsync(CaseStudy study, EditCaseStudy command, CancellationToken cancellation)
    {
        (study.Title, study.Summary, study.TheStory) = (PlainText.Tidy(command.Title), PlainText.Tidy(command.Summary), PlainText.Tidy(command.TheStory));
        (study.PlaceAndNeed, study.Partners, study.Barrier) =
            (PlainText.TidyOrNull(command.PlaceAndNeed), PlainText.TidyOrNull(command.Partners), PlainText.TidyOrNull(command.Barrier));
        (study.WhatWasNotShared, study.WhatTheyDid, study.WhatChanged) =
            (PlainText.TidyOrNull(command.WhatWasNotShared), PlainText.TidyOrNull(command.WhatTheyDid), PlainText.TidyOrNull(command.WhatChanged));
        (study.NotYetFixed, study.Learning) = (PlainText.TidyOrNull(command.NotYetFixed), PlainText.TidyOrNull(command.Learning));
        (study.Figures, study.Quotes, study.NamesChanged) = (command.FiguresTyped(), command.QuotesTyped(), !command.NamesAreReal);
        if (command.HandOffsOf is { } shown) await ShowHandOffsAsync(study, shown, cancellation);
        await shelf.ShowAsync(study, command, cancellation);
    }

    /// <summary>What is shown already stays as its author said yes to it.</summary>
    private async Task ShowHandOffsAsync(CaseStudy study, List<string> shown, CancellationToken cancellation)
    {
        List<ShownChain> chains = [];
        foreach (var story in study.Stories.Select(drawn => drawn.Story!).Where(story => shown.Contains(story.Reference)))
        {
            var chain = study.Chains.Find(one => one.StoryId == story.Id.Value) ?? await ShownChain.OfAsync(db, story, cancellation);
            if (chain is not null) chains.Add(chain);
        }

        study.Chains = chains;
    }

    /// <summary>It is not published by itself any more, and says why; nothing where it was not scheduled.</summary>
    internal void EndSchedule(CaseStudy study, string why, Actor actor)
    {
        if (study.PublishAt is null) return;

        study.EndSchedule(why);
        Note(study, actor == Actor.System ? HistoryAct.ScheduleEnded : HistoryAct.ScheduleCancelled, actor);
    }

    /// <summary>Puts an act that is no news to the authors into the history of every story that it draws on.</summary>
    internal void Note(CaseStudy study, HistoryAct act, Actor actor, string? with = null) =>
        db.History.AddRange(study.Stories.Where(drawn => drawn.Story is not null)
            .Select(drawn => HistoryEntry.Of(drawn.Story!.Reference, act, actor, clock.UtcNow, with)));

    internal async Task<CaseStudy> FindAsync(Id<CaseStudy> id, Actor actor, CancellationToken cancellation)
    {
        var study = await All().FindAsync(study => study.Id == id, cancellation);
        study.Stories.ForEach(drawn => drawn.Story!.State.MustBeReadBy(actor, StoryOnHold.DrawnFrom));
        return study;
    }

    private IQueryable<CaseStudy> All() =>
        db.CaseStudies.AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents);
}
