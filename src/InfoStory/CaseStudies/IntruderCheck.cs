using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;

namespace InfoStory.CaseStudies;

/// <summary>
/// What was answered to the question whether a motivated intruder (ICO, anonymisation guidance) could find out who a case study is about: when, by whom,
/// of which words (<see cref="SignedOff.Words"/>), why not, and from when it is asked again. Everything is null where nobody was asked.
/// </summary>
public readonly record struct IntruderCheck(DateTime? At, long? ById, string? By, string? Words, string? Why, DateTime? AgainAt)
{
    public const int MaxWhy = 1000;

    /// <summary>True where it was answered of these words, and does not have to be asked again.</summary>
    public bool StandsFor(string words, DateTime now) => Words == words && AgainAt > now;

    /// <summary>It is kept what was answered, and it has to be asked again.</summary>
    internal IntruderCheck NotOfTheseWords() => this with { Words = null };

    internal static IntruderCheck Of(AnswerIntruder answer, string words, Actor actor, DateTime now) =>
        new(now, actor.StaffId, actor.Name, words, PlainText.Tidy(answer.Why), now.AddMonths(answer.Months));
}

/// <summary>The answer as it is typed, with the words that it is about. It is part of the form that saves them.</summary>
public sealed record AnswerIntruder
{
    /// <summary>In so many months it can be asked again.</summary>
    public static readonly IReadOnlyList<int> Lengths = [3, 6, 12];

    /// <summary>Family, neighbours and colleagues were thought of.</summary>
    public bool Known { get; init; }

    /// <summary>The service and its managers were thought of.</summary>
    public bool Service { get; init; }

    /// <summary>Search engines, local news and social media were thought of.</summary>
    public bool Searched { get; init; }

    /// <summary>Our other case studies were thought of (<see cref="Jigsaw"/>).</summary>
    public bool Together { get; init; }

    /// <summary>The pictures were looked at: nobody is seen in them who has not agreed, and nothing that names somebody.</summary>
    public bool Pictures { get; init; }

    /// <summary>Why nobody could; for the team only.</summary>
    public string? Why { get; init; }

    public int Months { get; init; } = 12;

    /// <summary>Something of it is filled in.</summary>
    public bool IsBegun => Known || Service || Searched || Together || Pictures || PlainText.Tidy(Why).Length > 0;
}

public sealed class AnswerIntruderRules : AbstractValidator<AnswerIntruder>
{
    public AnswerIntruderRules()
    {
        RuleFor(answer => answer.Known).Equal(true).WithMessage("Think of the people who know them, and tick the box");
        RuleFor(answer => answer.Service).Equal(true).WithMessage("Think of the service and its managers, and tick the box");
        RuleFor(answer => answer.Searched).Equal(true).WithMessage("Think of whoever searches for it, and tick the box");
        RuleFor(answer => answer.Together).Equal(true).WithMessage("Think of our other case studies, and tick the box");
        RuleFor(answer => answer.Why).Cascade(CascadeMode.Stop)
            .Must(why => PlainText.Tidy(why).Length > 0).WithMessage("Say why nobody could find out who this is")
            .Brief("Why nobody could find out", IntruderCheck.MaxWhy);
    }
}
