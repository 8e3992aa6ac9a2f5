using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>What becomes of the open asks of an organisation that is merged or closed.</summary>
public sealed class AskMoving(InfoStoryContext db, AskTakedown takedown, SiteAddress site, TimeProvider clock)
{
    private readonly AskLetters letters = new(site);

    /// <summary>
    /// Moves every open ask to the organisation that does the work from now on; the clocks go on as they are. One that the successor has of the same case
    /// study already ends instead. Where nobody does the work, they are called off. Whoever merges or closes saves.
    /// </summary>
    /// <param name="from">The organisation that is no more.</param>
    /// <param name="successor">Tracked or not; null where nobody does its work.</param>
    /// <param name="actor">Who says so.</param>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    public async Task MoveAsync(Organisation from, Organisation? successor, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Asking.PublishersOnly);
        var now = clock.UtcNow;
        var open = await db.Asks.AsSplitQuery().Include(ask => ask.Events).ThenInclude(happened => happened.Other).Include(ask => ask.Organisation)
            .Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story)
            .Where(ask => ask.OrganisationId == from.Id && ask.IsOpen == true).OrderBy(ask => ask.Id).ToListAsync(cancellation);
        var there = successor is null ? [] : await db.Asks.Where(ask => ask.OrganisationId == successor.Id && ask.IsOpen == true)
            .Select(ask => ask.CaseStudyId).ToListAsync(cancellation);
        foreach (var ask in open)
        {
            if (successor is null) AskTakedown.CallOff(ask, now);
            else if (there.Contains(ask.CaseStudyId))
                ask.Happened(new() { Kind = AskEventKind.Joined, On = clock.Today(), At = now, OtherId = successor.Id });
            else ask.MoveTo(successor, Letter(ask, from, successor, now), now);

            var act = successor is null ? HistoryAct.AskCalledOff : HistoryAct.AskMoved;
            db.History.AddRange(Asking.Noted(ask.CaseStudy!, act, successor ?? from, actor, now));
        }

        // A letter that waits would go to the mailbox of the old one.
        await takedown.StopLettersAsync(open, all: true, cancellation);
    }

    private Letter? Letter(Ask ask, Organisation from, Organisation successor, DateTime now) =>
        ask.Stands(now) is { Phase: not AskPhase.Silent } stands && successor.Mailbox is not null
            ? AskLetters.To(successor, letters.Moved(ask.CaseStudy!.Title, ask.CaseStudy.Slug, stands.AskedOn, stands.Due, from.Name), now)
            : null;
}
