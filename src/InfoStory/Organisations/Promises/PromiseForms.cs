using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;

namespace InfoStory.Organisations.Promises;

/// <summary>A change that an organisation promises because of one case study.</summary>
public sealed record PlanPromise
{
    /// <summary>The name, or another name, of the organisation that promises it.</summary>
    public string? Organisation { get; init; }

    public string? What { get; init; }

    public string? Role { get; init; }

    /// <summary>A day in London, from tomorrow on.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }
}

/// <summary>What came from an organisation about its promise.</summary>
public sealed record RecordPromise
{
    /// <summary>What a member of the team may write down.</summary>
    public static readonly IReadOnlyList<PromiseEventKind> Kinds = [PromiseEventKind.Made, PromiseEventKind.Moved, PromiseEventKind.Dropped];

    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    public PromiseEventKind? Kind { get; init; }

    /// <summary>The new day, where it moves.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What shows that it is made, or the reason. Everyone reads it.</summary>
    public string? Words { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }

    /// <summary>The new day, and none where it does not move.</summary>
    internal DateOnly? Moves => Kind == PromiseEventKind.Moved ? Due : null;
}

/// <summary>What a publisher says of a report that everyone is to read.</summary>
public sealed record PublishReport
{
    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    /// <summary>Why everyone may read words that a rule points at; asked for where one does.</summary>
    public WhyPublic? WhyPublic { get; init; }
}

public sealed class PlanPromiseRules : AbstractValidator<PlanPromise>
{
    public PlanPromiseRules(TimeProvider clock)
    {
        RuleFor(command => command.Organisation).Cascade(CascadeMode.Stop)
            .Must(name => PlainText.Tidy(name).Length > 0).WithMessage("Write which organisation promises it")
            .Brief("The organisation", Organisations.Organisation.MaxName);
        RuleFor(command => command.What).Cascade(CascadeMode.Stop)
            .Must(what => PlainText.Tidy(what).Length > 0).WithMessage("Write what will change").Brief("What will change", Promise.MaxWhat);
        RuleFor(command => command.Role).Cascade(CascadeMode.Stop)
            .Must(role => PlainText.Tidy(role).Length > 0).WithMessage("Write whose it is: a role, not a name").Brief("The role", Promise.MaxRole);
        RuleFor(command => command.Due).Day(clock);
        RuleFor(command => command.WhyPublic).IsInEnum().WithMessage("Choose a reason from the list");
    }
}

public sealed class RecordPromiseRules : AbstractValidator<RecordPromise>
{
    public RecordPromiseRules(TimeProvider clock)
    {
        RuleFor(command => command.Kind).Must(kind => kind is { } one && RecordPromise.Kinds.Contains(one)).WithMessage("Choose what happened");
        When(command => command.Kind == PromiseEventKind.Moved, () => RuleFor(command => command.Due).Day(clock));
        RuleFor(command => command.Words).Cascade(CascadeMode.Stop)
            .Must(words => PlainText.Tidy(words).Length > 0).WithMessage("Write what shows it, or the reason. Everyone reads it")
            .Brief("What shows it, or the reason,", Promise.MaxWords);
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
