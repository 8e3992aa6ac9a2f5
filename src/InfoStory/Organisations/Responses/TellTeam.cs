using FluentValidation;
using FluentValidation.Results;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Responders;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responses;

/// <summary>What a responder says about the clock of an ask, or asks the team.</summary>
public sealed record TellTeam
{
    public static readonly IReadOnlyList<AskEventKind> Kinds = [AskEventKind.HoldingReply, AskEventKind.Question, AskEventKind.PassedOn];

    /// <summary>The revision of the ask that was shown.</summary>
    public int Revision { get; init; }

    public AskEventKind? Kind { get; init; }

    /// <summary>The day by which they will answer.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The question, or why it is somebody else's. Only the team reads it.</summary>
    public string? Words { get; init; }

    /// <summary>To which organisation it belongs.</summary>
    public string? To { get; init; }
}

public sealed class TellTeamRules : AbstractValidator<TellTeam>
{
    public TellTeamRules()
    {
        RuleFor(command => command.Kind).Must(kind => kind is { } one && TellTeam.Kinds.Contains(one)).WithMessage("Choose what you want to tell us");
        RuleFor(command => command.Words).Brief("What you write to us", ResponderNote.MaxWords);
        RuleFor(command => command.To).Brief("The name", Organisation.MaxName);
        When(command => command.Kind == AskEventKind.Question, () => RuleFor(command => command.Words)
            .Must(words => PlainText.Tidy(words).Length > 0).WithMessage("Write your question"));
        When(command => command.Kind == AskEventKind.PassedOn, () => RuleFor(command => command.To)
            .Must(to => PlainText.Tidy(to).Length > 0).WithMessage("Write to which organisation it belongs"));
    }
}

/// <summary>What responders may do about the clock without us, by the rules by which we write it down (<see cref="AskRecords"/>).</summary>
public sealed class TellingTeam(InfoStoryContext db, IValidator<TellTeam> rules, Answering answering, AskRecords records, TimeProvider clock)
{
    /// <summary>
    /// A holding reply and a question pause the clock at once. That it belongs to somebody else is for the team to decide: the clock goes on until they pass
    /// it on. What is said of that last takes the place of what was said before.
    /// </summary>
    /// <exception cref="NotFoundException">Nobody put it to an organisation that they answer for.</exception>
    /// <exception cref="ValidationException">Something is missing, or the clock does not allow it.</exception>
    /// <exception cref="ConflictException">Somebody was first, it has ended, or its answer is with us.</exception>
    public async Task TellAsync(Id<Responder> me, Id<Ask> id, TellTeam command, CancellationToken cancellation)
    {
        await rules.ValidateAndThrowAsync(command, cancellation);
        var (ask, now) = ((await answering.OpenAsync(me, id, cancellation)).At(command.Revision), clock.UtcNow);
        if (ask.IsOpen is null) throw new ConflictException("You have answered this. Change your response instead.");
        if (ask.Stands(now).Phase == AskPhase.Replying) throw new ConflictException("Your response is with us. We read it first.");
        if (WhyNot(ask, command.Kind, now) is { } why) throw new ValidationException([new ValidationFailure(nameof(command.Kind), why)]);

        var actor = new Actor(null, ResponderSets.Subject(me), Roles.None);
        if (command.Kind == AskEventKind.HoldingReply)
        {
            await records.HearAsync(ask, new() { Kind = command.Kind, Until = command.Until }, actor, cancellation);
            return;
        }

        var isQuestion = command.Kind == AskEventKind.Question;
        if (!isQuestion)
            db.RemoveRange(await db.Set<ResponderNote>().Where(one => one.AskId == id && one.Kind == AskEventKind.PassedOn).ToListAsync(cancellation));
        db.Add(new ResponderNote
        {
            AskId = id,
            CaseStudyId = ask.CaseStudyId,
            Kind = command.Kind!.Value,
            Words = PlainText.TidyOrNull(command.Words),
            To = isQuestion ? null : PlainText.Tidy(command.To),
            ResponderId = me,
            At = now,
        });
        if (isQuestion)
        {
            await records.HearAsync(ask, new() { Kind = command.Kind }, actor, cancellation);
            return;
        }

        db.Touch(ask);
        db.History.AddRange(Asking.Noted(ask.CaseStudy!, HistoryAct.BelongsElsewhere, ask.Organisation!, actor, now));
        await db.SaveOrConflictAsync(cancellation);
    }

    /// <summary>What the desk refuses for these reasons is said to the team; this is said to them.</summary>
    private static string? WhyNot(Ask ask, AskEventKind? kind, DateTime now) => (kind, ask.Stands(now).Phase) switch
    {
        (AskEventKind.HoldingReply or AskEventKind.Question, AskPhase.Silent) => "Your time is over. You can still send your response",
        (AskEventKind.HoldingReply, _) when ask.Events.Exists(one => one.Kind == AskEventKind.HoldingReply) =>
            "You have told us already that you need longer. Write to us if you need more time",
        (AskEventKind.Question, _) when ask.Events.Count(one => one.Kind == AskEventKind.Question) >= AskClock.MostQuestions =>
            $"You have asked {AskClock.MostQuestions} questions already. Your time goes on",
        (AskEventKind.Question, AskPhase.Asking) => "Your last question is still open. We answer that one first",
        _ => null,
    };
}
