using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Organisations.Responses;
using InfoStory.Protection;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Asks;

/// <summary>What becomes of the open asks of an organisation that is merged or closed.</summary>
public sealed class AskMoving(InfoStoryContext db, AskTakedown takedown, ResponseTakedown drafts, SiteAddress site, TimeProvider clock)
{
    private readonly AskLetters letters = new(site);

    /// <summary>
    /// Moves every open ask to the organisation that does the work from now on, with at least <see cref="AskClock.Reminder"/> days left. One that the
    /// successor has of the same case study already ends instead, and one that may not go to it is called off, as is one whose time is over and that never
    /// reached anybody. Silence stays with whoever was silent.
    /// Where nobody does the work, all are called off. What one that is closed has begun to write is nobody else's to read, and is deleted where its ask moves.
    /// Whoever merges or closes saves.
    /// </summary>
    /// <param name="from">The organisation that is no more.</param>
    /// <param name="successor">Tracked or not, with its places; null where nobody does its work.</param>
    /// <param name="actor">Who says so.</param>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="ConflictException">What it answered waits to be read: it would appear in another name.</exception>
    public async Task MoveAsync(Organisation from, Organisation? successor, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, Asking.PublishersOnly);
        var now = clock.UtcNow;
        var open = await db.Asks.AsSplitQuery().Include(ask => ask.Events).ThenInclude(happened => happened.Other).Include(ask => ask.Organisation)
            .Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story!.Consents)
            .Where(ask => ask.OrganisationId == from.Id && ask.IsOpen == true).OrderBy(ask => ask.Id).ToListAsync(cancellation);
        if (await db.Responses.AnyAsync(
                one => one.Ask!.OrganisationId == from.Id && one.Ask.IsOpen == true && one.State == ResponseState.Sent, cancellation))
            throw new ConflictException("A response of it waits to be read. Publish it or give it back first.");

        var untold = open.ToDictionary(ask => ask, ask => ask.Untold);
        // A letter that waits would go to the mailbox of the old one.
        await takedown.StopLettersAsync(open, all: true, cancellation);
        if (successor is not null) open.RemoveAll(ask => ask.Stands(now) is { Phase: AskPhase.Silent, IsUnreached: false });
        var named = await NamedServices.ReadAsync(db, cancellation);
        var there = successor is null ? [] : await db.Asks.Where(ask => ask.OrganisationId == successor.Id && ask.IsOpen == true)
            .Select(ask => ask.CaseStudyId).ToListAsync(cancellation);
        var keys = open.ConvertAll(ask => ask.CaseStudyId);
        var shown = await db.CaseStudies.Shown(now).Where(study => keys.Contains(study.Id)).Select(study => study.Id).ToListAsync(cancellation);
        foreach (var ask in open)
        {
            var goesOn = successor is not null && named.WhyNot(ask.CaseStudy!, successor, now) is null && ask.Stands(now).Phase != AskPhase.Silent;
            if (successor is null || !goesOn) AskTakedown.CallOff(ask, now);
            else if (there.Contains(ask.CaseStudyId))
                ask.Happened(new() { Kind = AskEventKind.Joined, On = clock.Today(), At = now, OtherId = successor.Id });
            else
            {
                if (!from.IsMerged) await drafts.DeleteDraftAsync(ask, cancellation);
                Move(ask, from, successor, shown.Contains(ask.CaseStudyId) ? named : null, now);
            }

            ask.Forget(untold[ask], now);

            db.History.AddRange(goesOn
                ? Asking.Noted(ask.CaseStudy!, HistoryAct.AskMoved, successor!, actor, now)
                : Asking.Noted(ask.CaseStudy!, HistoryAct.AskCalledOff, from, actor, now));
        }
    }

    /// <param name="named">Null where nobody may read the case study at this moment, so that nothing is written of it.</param>
    private void Move(Ask ask, Organisation from, Organisation successor, NamedServices? named, DateTime now)
    {
        var (study, stands) = (ask.CaseStudy!, ask.StandsAfter(new(AskEventKind.Moved, clock.Today()), now));
        var letter = successor.Mailbox is null || named is null
            ? null
            : AskLetters.To(successor, letters.Moved(study.Title, study.Slug, stands.AskedOn, stands.Due, from.Name), study, now, stands.Due);
        ask.MoveTo(successor, letter, now);
        if (letter is null) return;

        db.Deliveries.Add(AskLetters.Sent(study, successor, letter, named!, now));
        // Whoever allows less at this moment sees the letter, or is seen.
        db.Touch(study);
    }
}
