using System.Linq.Expressions;
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

    /// <summary>What the organisation has begun to write is written over. Only the team says so, of what came by email.</summary>
    public bool WritesOver { get; init; }

    internal ResponseWords Words =>
        new(PlainText.Tidy(Understood), PlainText.Tidy(WillDo), PlainText.TidyOrNull(Whom), PlainText.Tidy(Role))
        {
            Change = PlainText.TidyOrNull(Change),
            Whose = PlainText.TidyOrNull(Whose),
            Due = Due,
        };

    internal bool IsEmpty => Words with { Role = "" } == new ResponseWords("", "", null, "");

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
    /// <summary>What is asked only of an answer that is sent: a draft may have holes, and be too long.</summary>
    public const string Whole = "Whole";

    public WriteResponseRules(TimeProvider clock)
    {
        Part(command => command.Understood, "What you understood", Response.MaxPart);
        Part(command => command.WillDo, "What you will do", Response.MaxPart);
        Part(command => command.Whom, "Whom people can speak to", Response.MaxWhom);
        Part(command => command.Role, "Your role", Response.MaxRole);
        Part(command => command.Change, "The change", Promise.MaxWhat);
        Part(command => command.Whose, "The role", Promise.MaxRole);
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

    /// <summary>A draft is kept as long as there is room for it; what is sent is at most so many letters.</summary>
    private void Part(Expression<Func<WriteResponse, string?>> part, string what, int letters)
    {
        var sentence = $"{what} must be {letters:N0} characters or fewer";
        RuleFor(part).Must(text => HasRoom(text, letters)).WithMessage(sentence).Typed(what);
        RuleSet(Whole, () => RuleFor(part).Must(text => !HasRoom(text, letters) || PlainText.Fits(text, letters)).WithMessage(sentence));
    }

    private static bool HasRoom(string? text, int letters) => PlainText.Tidy(text).Length <= PlainText.Room(letters);

    private static bool IsThere(string? text) => PlainText.Tidy(text).Length > 0;
}

public sealed class ReturnResponseRules : AbstractValidator<ReturnResponse>
{
    public ReturnResponseRules() => RuleFor(command => command.Why).Cascade(CascadeMode.Stop)
        .Must(why => PlainText.Tidy(why).Length > 0).WithMessage("Write what has to change").Brief("What has to change", Response.MaxWhy);
}
