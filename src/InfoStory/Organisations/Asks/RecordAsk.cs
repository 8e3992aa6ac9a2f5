using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;

namespace InfoStory.Organisations.Asks;

/// <summary>What came from an organisation, or is decided about its clock, and on which day.</summary>
public sealed record RecordAsk
{
    /// <summary>What a member of the team may write down.</summary>
    public static readonly IReadOnlyList<AskEventKind> Kinds =
    [
        AskEventKind.HoldingReply, AskEventKind.Question, AskEventKind.QuestionAnswered, AskEventKind.Extended, AskEventKind.PassedOn,
        AskEventKind.Answered, AskEventKind.Corrected,
    ];

    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    public AskEventKind? Kind { get; init; }

    /// <summary>The day on which it happened; today where none is given.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The day that a holding reply names.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The last day of a corrected clock.</summary>
    public DateOnly? LastDay { get; init; }

    public WhyExtended? WhyExtended { get; init; }

    public WhyCorrected? WhyCorrected { get; init; }

    /// <summary>The reason that belongs to what happened, for the history.</summary>
    internal string? Why => Kind switch
    {
        AskEventKind.Extended => WhyExtended?.InWords(),
        AskEventKind.Corrected => WhyCorrected?.InWords(),
        _ => null,
    };

    /// <summary>The name, other name or address of the organisation to which it was passed on.</summary>
    public string? To { get; init; }
}

public sealed class RecordAskRules : AbstractValidator<RecordAsk>
{
    public RecordAskRules(TimeProvider clock)
    {
        RuleFor(command => command.Kind).Must(kind => kind is { } one && RecordAsk.Kinds.Contains(one)).WithMessage("Choose what happened");
        RuleFor(command => command.On).Must(day => day is null || day <= clock.Today()).WithMessage("The day must not be in the future");
        When(command => command.Kind == AskEventKind.HoldingReply, () => RuleFor(command => command.Until).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Enter the day by which it will answer")
            .Must((command, day) => day > (command.On ?? clock.Today())).WithMessage("The day by which it will answer must be after the holding reply")
            .Must((command, day) => day!.Value.DayNumber - (command.On ?? clock.Today()).DayNumber <= AskClock.LongestPause)
            .WithMessage($"The day must be at most {AskClock.LongestPause} days after the holding reply"));
        When(command => command.Kind == AskEventKind.Extended, () => RuleFor(command => command.WhyExtended).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Choose why it needs more time").IsInEnum().WithMessage("Choose a reason from the list"));
        When(command => command.Kind == AskEventKind.Corrected, () =>
        {
            RuleFor(command => command.LastDay).Cascade(CascadeMode.Stop).NotNull().WithMessage("Enter the last day of the corrected clock")
                .Must(day => day >= clock.Today()).WithMessage("The last day must not be in the past")
                .Must(day => day <= clock.Today().AddYears(1)).WithMessage("The last day must be within a year");
            RuleFor(command => command.WhyCorrected).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("Choose why the clock was wrong").IsInEnum().WithMessage("Choose a reason from the list");
        });
        RuleFor(command => command.To).Brief("The name", Organisation.MaxName);
        When(command => command.Kind == AskEventKind.PassedOn, () => RuleFor(command => command.To)
            .Must(to => PlainText.Tidy(to).Length > 0).WithMessage("Enter to which organisation it was passed on"));
    }
}
