using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;

namespace InfoStory.Organisations.Promises;

/// <summary>A change that an organisation promises because of one case study.</summary>
public sealed record PlanPromise
{
    public Id<Organisation>? Organisation { get; init; }

    public string? What { get; init; }

    public string? Role { get; init; }

    /// <summary>A day in London, from tomorrow on.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }
}

/// <summary>Another day for it, and why.</summary>
public sealed record MovePromise
{
    public int Revision { get; init; }

    public DateOnly? Due { get; init; }

    public string? Words { get; init; }

    public WhyPublic? WhyPublic { get; init; }
}

/// <summary>What shows that the change is made, or why it is dropped.</summary>
public sealed record ClosePromise
{
    public int Revision { get; init; }

    public string? Words { get; init; }

    public WhyPublic? WhyPublic { get; init; }
}

public sealed class PlanPromiseRules : AbstractValidator<PlanPromise>
{
    public PlanPromiseRules(TimeProvider clock)
    {
        RuleFor(command => command.Organisation).NotNull().WithMessage("Choose the organisation that promises it");
        RuleFor(command => command.What).Cascade(CascadeMode.Stop)
            .Must(what => PlainText.Tidy(what).Length > 0).WithMessage("Write what will change").Brief("What will change", Promise.MaxWhat);
        RuleFor(command => command.Role).Cascade(CascadeMode.Stop)
            .Must(role => PlainText.Tidy(role).Length > 0).WithMessage("Write whose it is: a role, not a name").Brief("The role", Promise.MaxRole);
        RuleFor(command => command.Due).Day(clock);
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
    }
}

public sealed class MovePromiseRules : AbstractValidator<MovePromise>
{
    public MovePromiseRules(TimeProvider clock)
    {
        RuleFor(command => command.Due).Day(clock);
        RuleFor(command => command.Words).Cascade(CascadeMode.Stop)
            .Must(words => PlainText.Tidy(words).Length > 0).WithMessage("Write why the day moves. Everyone reads it").Brief("The reason", Promise.MaxWords);
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
    }
}

public sealed class ClosePromiseRules : AbstractValidator<ClosePromise>
{
    public ClosePromiseRules()
    {
        RuleFor(command => command.Words).Cascade(CascadeMode.Stop)
            .Must(words => PlainText.Tidy(words).Length > 0).WithMessage("Write what shows it, or why it is dropped. Everyone reads it")
            .Brief("This", Promise.MaxWords);
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
    }
}

internal static class PromiseDays
{
    private const int MostYears = 5;

    /// <summary>A day from tomorrow on, within five years.</summary>
    public static void Day<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock) => rule
        .NotNull().WithMessage("Choose the day by which it will be done")
        .Must(day => day is null || day > clock.Today()).WithMessage("Choose a day after today")
        .Must(day => day is null || day <= clock.Today().AddYears(MostYears)).WithMessage($"Choose a day within {MostYears} years");
}
