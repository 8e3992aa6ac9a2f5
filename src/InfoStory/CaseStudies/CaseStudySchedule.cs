using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.CaseStudies;

/// <summary>
/// Publishes case studies by themselves at the next moment at which no clock holds them. What they rest on is asked again and again until then, by the
/// same check as at the button: as soon as something is missing the schedule ends, and the team is told (docs/decisions/0067).
/// </summary>
public sealed class CaseStudySchedule(
    InfoStoryContext db, Batch batch, CaseStudyWriting writing, CaseStudyEditing editing, PublicationCheck check, PublisherNotices notices, TimeProvider clock)
{
    /// <summary>The most case studies that one run looks at.</summary>
    public const int AtOnce = 50;

    /// <summary>How a form names a moment: minutes on a London clock, such as 2026-12-04T08:00.</summary>
    public static string KeyOf(DateTime moment) => moment.InLondon().ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>Saves, and publishes at the moment that stood on the button. Publishers only, and only where nothing but a clock holds it.</summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such case study.</exception>
    /// <exception cref="FluentValidation.ValidationException">A field breaks a rule or lacks what publication needs.</exception>
    /// <exception cref="ConflictException">
    /// Somebody has saved it since, it is public, something that is no field is missing, or the moment on the button is not the next one any more.
    /// </exception>
    public async Task ScheduleAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can say when a case study is published.");
        var study = await writing.OpenAsync(id, command, actor, PublicationStep.Publish, cancellation);

        var address = await writing.WriteAsync(study, command, actor, cancellation);
        var now = clock.UtcNow;
        // Where no waiting mends it, the check says what is missing.
        var at = PublicationClock.Next([.. study.Stories.Select(drawn => drawn.Story!.Scored)], now) ?? now;
        var cleared = await check.PassAsync(study, PublicationStep.Publish, cancellation, also: address, at: at);
        if (at == now) throw new ConflictException("Nothing has to be waited for any more: it can be published now.");
        if (KeyOf(at) != command.Moment)
            throw new ConflictException($"It can be published from {PublicationClock.InWords(at)}. Press the button again if you mean that.");

        study.Schedule(cleared, at, actor, now);
        writing.Note(study, HistoryAct.PublicationScheduled, actor, PublicationClock.InWords(at));
        db.Touch(study);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>Saves, and does not publish it by itself. Publishers only.</summary>
    /// <inheritdoc cref="ScheduleAsync" path="/exception"/>
    public async Task CancelAsync(Id<CaseStudy> id, EditCaseStudy command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, "Only a publisher can say when a case study is published.");
        var study = await writing.OpenAsync(id, command, actor, goesOut: null, cancellation);
        if (study.PublishAt is null) throw new ConflictException("It is not scheduled any more.");

        study.EndSchedule(why: null);
        CaseStudyWriting.MustBeFree(await writing.WriteAsync(study, command, actor, cancellation));
        writing.Note(study, HistoryAct.ScheduleCancelled, actor);
        db.Touch(study);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>
    /// Looks at every case study that is scheduled: ends the schedule of one that could not be published at its moment as things stand, and publishes one
    /// whose moment has come; where that was missed and the hours forbid it now, the next moment stands in its place. Two processes that do this
    /// at once do it once.
    /// </summary>
    /// <returns>How many were published, ended or given another moment.</returns>
    public Task<int> RunAsync(CancellationToken cancellation) => batch.EachAsync(
        nameof(CaseStudySchedule),
        db.CaseStudies.Where(study => study.PublishAt != null).OrderBy(study => study.PublishAt).ThenBy(study => study.Id).Select(study => study.Id),
        AtOnce, id => id.Value, id => LookAtAsync(id, cancellation), cancellation);

    private async Task<int> LookAtAsync(Id<CaseStudy> id, CancellationToken cancellation)
    {
        var study = await db.CaseStudies.AsSplitQuery().Include(study => study.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .FirstOrDefaultAsync(study => study.Id == id && study.PublishAt != null, cancellation);
        if (study?.PublishAt is not { } at) return 0;

        var now = clock.UtcNow;
        // What was due while nothing ran is published now, or else when no clock holds it again.
        var when = at > now ? at : PublicationClock.Next([.. study.Stories.Select(drawn => drawn.Story!.Scored)], now) ?? now;
        DateTime? later = when > now ? when : null;
        var missing = await check.MissingAsync(study, PublicationStep.Publish, changed: true, cancellation, later);
        if (missing.Count > 0)
        {
            await notices.NotPublishedAsync(study.ScheduledById, study.Id.Value, cancellation);
            writing.EndSchedule(study, string.Join('\n', missing.Select(one => one.Sentence)), Actor.System);
            study.UpdatedAt = now;
            await db.SaveOrConflictAsync(cancellation);
            return 1;
        }

        if (at > now) return 0;

        var cleared = await check.PassAsync(study, PublicationStep.Publish, cancellation, at: later);
        if (later is null) await editing.PublishAsync(study, cleared, Actor.System, cancellation);
        else await PostponeAsync(study, cleared, when, cancellation);
        return 1;
    }

    private async Task PostponeAsync(CaseStudy study, ClearedToPublish cleared, DateTime at, CancellationToken cancellation)
    {
        study.Postpone(cleared, at);
        writing.Note(study, HistoryAct.PublicationScheduled, Actor.System, PublicationClock.InWords(at));
        db.Touch(study);
        await db.SaveOrConflictAsync(cancellation);
    }
}
