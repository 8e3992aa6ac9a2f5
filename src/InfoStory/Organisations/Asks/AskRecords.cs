using FluentValidation;
using FluentValidation.Results;
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

/// <summary>Writes down what became of an ask.</summary>
public sealed class AskRecords(
    InfoStoryContext db, IValidator<RecordAsk> rules, OrganisationFinder finder, AskTakedown takedown, ResponseTakedown drafts, SiteAddress site,
    TimeProvider clock)
{
    /// <summary>So often a story may be passed on in a row.</summary>
    public const int MostPassed = 3;

    private readonly AskLetters letters = new(site);

    /// <summary>Writes down what came by email or telephone, or corrects the clock. Publishers only.</summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such ask, or a story behind it is on hold.</exception>
    /// <exception cref="ValidationException">Something is missing, or the clock does not allow it.</exception>
    /// <exception cref="ConflictException">Somebody wrote something down since, or it has ended.</exception>
    public async Task RecordAsync(Id<Ask> id, RecordAsk command, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, AskDesk.PublishersOnly);
        var ask = (await db.Asks.ReadableBy(actor).Include(ask => ask.Organisation!.Places).Include(ask => ask.PassedFrom!.Organisation)
            .Include(ask => ask.Events).ThenInclude(happened => happened.Other)
            .Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story!.Consents).AsSplitQuery()
            .FindAsync(ask => ask.Id == id, cancellation))
            .At(command.Revision);
        await HearAsync(ask, command, actor, cancellation);
    }

    /// <summary>An answer was recorded that was none: the ask is open again, and everyone reads that we were wrong.</summary>
    /// <exception cref="ForbiddenException">The actor is no publisher.</exception>
    /// <exception cref="NotFoundException">There is no such ask, or a story behind it is on hold.</exception>
    /// <exception cref="ConflictException">
    /// It is not answered, its answer is public or waits to be read, it is closed, it was asked again since, or somebody was first.
    /// </exception>
    public async Task UndoAnswerAsync(Id<Ask> id, int revision, Actor actor, CancellationToken cancellation)
    {
        actor.Must(AccessPolicy.Publish, AskDesk.PublishersOnly);
        var ask = (await db.Asks.ReadableBy(actor).Include(ask => ask.Organisation).Include(ask => ask.Events).ThenInclude(happened => happened.Other)
            .Include(ask => ask.CaseStudy!.Stories).ThenInclude(drawn => drawn.Story).AsSplitQuery().FindAsync(ask => ask.Id == id, cancellation)).At(revision);
        if (ask.Stands(clock.UtcNow).Phase != AskPhase.Answered) throw new ConflictException("No reply is recorded.");
        if (await db.Responses.AnyAsync(one => one.AskId == id && one.State == ResponseState.Published, cancellation))
            throw new ConflictException("Everyone reads its response, so it replied.");
        if (await db.Responses.AnyAsync(one => one.AskId == id && one.State == ResponseState.Sent, cancellation))
            throw new ConflictException("Its response waits to be read. Publish it or give it back first.");
        if (ask.Organisation!.ClosedAt is not null) throw new ConflictException("It is closed, so it is not asked any more.");
        if (!await db.CaseStudies.Shown(clock.UtcNow).AnyAsync(study => study.Id == ask.CaseStudyId, cancellation))
            throw new ConflictException("This case study is not public any more, so nobody is asked.");

        ask.Happened(new() { Kind = AskEventKind.AnswerUndone, On = clock.Today(), At = clock.UtcNow });
        db.History.AddRange(Asking.Noted(ask.CaseStudy!, HistoryAct.ReplyUndone, ask.Organisation!, actor, clock.UtcNow));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>The same of an ask that is loaded with what happened to it, for an actor who was asked already whether they may; saves.</summary>
    internal async Task HearAsync(Ask ask, RecordAsk command, Actor actor, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        if (ask.IsOpen is null) throw new ConflictException("This ask has ended.");

        var on = command.On ?? clock.Today();
        Allow(ask, command, on);
        var to = command.Kind == AskEventKind.PassedOn ? await TargetAsync(ask, command.To, cancellation) : null;
        var again = command.WhyCorrected == WhyCorrected.LetterDidNotArrive ? await AgainAsync(ask, command, on, actor, cancellation) : null;
        ask.Happened(new()
        {
            Kind = command.Kind!.Value,
            On = on,
            At = clock.UtcNow,
            Until = command.Kind switch
            {
                AskEventKind.HoldingReply => command.Until,
                AskEventKind.Corrected => command.LastDay,
                _ => null,
            },
            WhyExtended = command.Kind == AskEventKind.Extended ? command.WhyExtended : null,
            WhyCorrected = command.Kind == AskEventKind.Corrected ? command.WhyCorrected : null,
            OtherId = to?.Id,
            SentTo = again?.To,
            Letter = again,
        });
        db.History.AddRange(Asking.Noted(ask.CaseStudy!, ActOf(command.Kind.Value), ask.Organisation!, actor, clock.UtcNow, command.Why));
        if (to is not null) await PassOnAsync(ask, to, actor, cancellation);
        var untold = ask.Untold;
        if (again is null) await takedown.StopLettersAsync([ask], all: ask.IsOpen is null, cancellation);
        ask.Forget(untold, clock.UtcNow);
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>The letter that did not arrive, anew and with the new day; what still waits goes. Null where none may be written.</summary>
    private async Task<Letter?> AgainAsync(Ask ask, RecordAsk command, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        var (study, organisation, now) = (ask.CaseStudy!, ask.Organisation!, clock.UtcNow);
        var named = await NamedServices.ReadAsync(db, cancellation);
        if (command.Kind != AskEventKind.Corrected || Asking.WhyNot(study, organisation, named, now) is not null) return null;

        await takedown.StopLettersAsync([ask], all: true, cancellation);
        db.History.Add(HistoryEntry.Of(AskLetters.SubjectOf(organisation), HistoryAct.LetterWritten, actor, now));
        var due = ask.StandsAfter(new(AskEventKind.Corrected, on) { Until = command.LastDay }, now).Due;
        var letter = AskLetters.To(organisation, letters.Put(study, due, ask.PassedFrom?.Organisation?.Name), study, now, due);
        db.Deliveries.Add(AskLetters.Sent(study, organisation, letter, named, now));
        return letter;
    }

    private void Allow(Ask ask, RecordAsk command, DateOnly on)
    {
        var asked = ask.Events.Find(one => one.Kind == AskEventKind.Put)!.On;
        if (on < asked) throw Wrong(nameof(RecordAsk.On), $"The day must not be before {AskLetters.InWords(asked)}, when it was asked");

        // As things stood on that day: what came in time counts, whenever it is written down.
        var then = AskClock.On(ask.Events.Where(one => one.On <= on).Select(one => one.Fact), on);
        var now = ask.Stands(clock.UtcNow);
        var why = command.Kind switch
        {
            AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.Extended when then.Phase == AskPhase.Silent =>
                "Its time was over on that day. It can still answer, or you can correct the clock",
            AskEventKind.HoldingReply or AskEventKind.Question or AskEventKind.Extended when then.Phase == AskPhase.Replying =>
                "Its response is with us. Publish it, or give it back",
            // Whatever its day: the ask ends, and nobody could read the response.
            AskEventKind.PassedOn when now.Phase == AskPhase.Replying => "Its response is with us. Publish it or give it back, then pass the ask on",
            AskEventKind.HoldingReply when ask.Events.Exists(one => one.Kind == AskEventKind.HoldingReply) =>
                "It has sent a holding reply already. It may have more time once, for a reason",
            AskEventKind.Question when ask.Events.Count(one => one.Kind == AskEventKind.Question) >= AskClock.MostQuestions =>
                $"It has asked {AskClock.MostQuestions} questions already. Answer what it asks; the clock goes on",
            AskEventKind.Question when then.Phase == AskPhase.Asking => "Its last question is still open. Answer that one first",
            AskEventKind.QuestionAnswered when then.Phase != AskPhase.Asking => "It had no open question on that day",
            AskEventKind.Extended when now.Days > AskClock.Days => "It has had more time already",
            _ => null,
        };
        if (why is not null) throw Wrong(nameof(RecordAsk.Kind), why);
    }

    private async Task<Organisation> TargetAsync(Ask ask, string? to, CancellationToken cancellation)
    {
        var target = (await finder.NamedAsync(to, nameof(RecordAsk.To), cancellation))!;
        var why = await WhyNotAsync(ask, target, cancellation);
        return why is null ? target : throw Wrong(nameof(RecordAsk.To), why);
    }

    private async Task<string?> WhyNotAsync(Ask ask, Organisation to, CancellationToken cancellation)
    {
        if (to.Id == ask.OrganisationId) return "That is the organisation that was asked";
        if (ask.Passed >= MostPassed) return $"This story was passed on {MostPassed} times. Ask the organisation that you mean yourself";

        for (var before = ask.PassedFromId; before is { } key;)
        {
            var one = await db.Asks.AsNoTracking().Where(earlier => earlier.Id == key).Select(earlier => new { earlier.OrganisationId, earlier.PassedFromId })
                .SingleAsync(cancellation);
            if (one.OrganisationId == to.Id) return $"{to.Name} had it already, and passed it on";
            before = one.PassedFromId;
        }

        return Asking.WhyNot(ask.CaseStudy!, to, await NamedServices.ReadAsync(db, cancellation), clock.UtcNow);
    }

    /// <summary>The clock begins anew there; where it was asked itself already, that clock goes on.</summary>
    private async Task PassOnAsync(Ask ask, Organisation to, Actor actor, CancellationToken cancellation)
    {
        var (study, now) = (ask.CaseStudy!, clock.UtcNow);
        var before = await db.Asks.Include(one => one.Events).ThenInclude(happened => happened.Other)
            .FirstOrDefaultAsync(one => one.CaseStudyId == ask.CaseStudyId && one.OrganisationId == to.Id && one.IsOpen == true, cancellation);
        if (before is not null && before.Stands(now).Phase != AskPhase.Silent) return;

        if (before is not null)
        {
            before.Happened(new() { Kind = AskEventKind.AskedAgain, On = clock.Today(), At = now });
            await takedown.StopLettersAsync([before], all: true, cancellation);
        }

        var due = AskClock.On([new(AskEventKind.Put, clock.Today())], clock.Today()).Due;
        var letter = AskLetters.To(to, letters.Put(study, due, ask.Organisation!.Name), study, now, due);
        var next = db.Asks.Add(Ask.Put(study, to, actor, now, clock.Today(), letter, ask)).Entity;
        await drafts.MoveAsync(before, next, cancellation);
        db.Deliveries.Add(AskLetters.Sent(study, to, letter, await NamedServices.ReadAsync(db, cancellation), now));
        db.History.Add(HistoryEntry.Of(AskLetters.SubjectOf(to), HistoryAct.LetterWritten, actor, now));
        db.History.AddRange(Asking.Noted(study, HistoryAct.PutToOrganisation, to, actor, now));
        // Whoever takes it down, or merges that organisation, at this moment must see the ask.
        db.Touch(study);
        db.Touch(to);
    }

    private static HistoryAct ActOf(AskEventKind kind) => kind switch
    {
        AskEventKind.HoldingReply => HistoryAct.HoldingReplyRecorded,
        AskEventKind.Question => HistoryAct.QuestionRecorded,
        AskEventKind.QuestionAnswered => HistoryAct.QuestionOfOrganisationAnswered,
        AskEventKind.Extended => HistoryAct.AskExtended,
        AskEventKind.PassedOn => HistoryAct.AskPassedOn,
        AskEventKind.Answered => HistoryAct.OrganisationReplied,
        AskEventKind.Corrected => HistoryAct.AskClockCorrected,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ValidationException Wrong(string field, string sentence) => new([new ValidationFailure(field, sentence)]);
}
