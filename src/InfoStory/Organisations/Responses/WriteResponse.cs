using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;

namespace InfoStory.Organisations.Responses;

/// <summary>A response as it is written.</summary>
public sealed record WriteResponse
{
    /// <summary>The revision that was shown; 0 where nothing was written yet.</summary>
    public int Revision { get; init; }

    public string? Understood { get; init; }

    public string? WillDo { get; init; }

    public string? Whom { get; init; }

    public string? Role { get; init; }

    /// <summary>One change that will be made, in whose hands and by which day: all three, or none.</summary>
    public string? Change { get; init; }

    /// <inheritdoc cref="Change"/>
    public string? Whose { get; init; }

    /// <inheritdoc cref="Change"/>
    public DateOnly? Due { get; init; }

    /// <summary>The day on which it came by email. Only the team says so; today where none is given.</summary>
    public DateOnly? On { get; init; }

    internal ResponseWords Words =>
        new(PlainText.Tidy(Understood), PlainText.Tidy(WillDo), PlainText.TidyOrNull(Whom), PlainText.Tidy(Role))
        {
            Change = PlainText.TidyOrNull(Change),
            Whose = PlainText.TidyOrNull(Whose),
            Due = Due,
        };

    internal bool NamesChange => Words is not { Change: null, Whose: null, Due: null };
}

/// <summary>Why an answer does not appear as it is.</summary>
public sealed record ReturnResponse
{
    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    public string? Why { get; init; }
}

public sealed class WriteResponseRules : AbstractValidator<WriteResponse>
{
    /// <summary>What is asked only of an answer that is sent: a draft may have holes.</summary>
    public const string Whole = "Whole";

    public WriteResponseRules(TimeProvider clock)
    {
        RuleFor(command => command.Understood).Brief("What you understood", Response.MaxPart);
        RuleFor(command => command.WillDo).Brief("What you will do", Response.MaxPart);
        RuleFor(command => command.Whom).Brief("Whom people can speak to", Response.MaxWhom);
        RuleFor(command => command.Role).Brief("Your role", Response.MaxRole);
        RuleFor(command => command.Change).Brief("The change", Promise.MaxWhat);
        RuleFor(command => command.Whose).Brief("The role", Promise.MaxRole);
        RuleFor(command => command.On).Must(day => day is null || day <= clock.Today()).WithMessage("The day must not be in the future");
        RuleSet(Whole, () =>
        {
            RuleFor(command => command.Understood).Must(IsThere).WithMessage("Write what you understood");
            RuleFor(command => command.WillDo).Must(IsThere).WithMessage("Write what you will do, or why you will do nothing");
            RuleFor(command => command.Role).Must(IsThere).WithMessage("Write your role, such as Head of housing. Not your name");
            When(command => command.NamesChange, () =>
            {
                RuleFor(command => command.Change).Must(IsThere).WithMessage("Write what will change, or leave all three empty");
                RuleFor(command => command.Whose).Must(IsThere).WithMessage("Write whose it is: a role, not a name");
                RuleFor(command => command.Due).Day(clock);
            });
        });
    }

    private static bool IsThere(string? text) => PlainText.Tidy(text).Length > 0;
}

public sealed class ReturnResponseRules : AbstractValidator<ReturnResponse>
{
    public ReturnResponseRules() => RuleFor(command => command.Why).Cascade(CascadeMode.Stop)
        .Must(why => PlainText.Tidy(why).Length > 0).WithMessage("Write what has to change").Brief("What has to change", Response.MaxWhy);
}
