using FluentValidation;
using InfoStory.Data;
using InfoStory.Sharing;
using InfoStory.Stories;

namespace InfoStory.Authors;

/// <summary>One of the optional questions, answered after the story was sent. Of its parts only the one that <see cref="Question"/> names counts.</summary>
public sealed record AnswerLater
{
    public const string OfHandOffs = "hand-offs", OfMissing = "missing", OfKind = "kind", OfTeller = "teller", OfWhere = "where", OfWhen = "when",
        OfHears = "hears";

    public string? Question { get; init; }

    public DescribeHandOffs HandOffs { get; init; } = new();

    public SayWhatWasMissing Missing { get; init; } = new();

    public ChooseKind Kind { get; init; } = new();

    public SayWhoIsTelling Teller { get; init; } = new();

    public SayWhere Where { get; init; } = new();

    public SayWhen When { get; init; } = new();

    public SayWhoNeedsToHear Hears { get; init; } = new();

    /// <summary>The part that counts.</summary>
    /// <exception cref="NotFoundException">There is no such question.</exception>
    public IAnswer Answer() => Question switch
    {
        OfHandOffs => HandOffs,
        OfMissing => Missing,
        OfKind => Kind,
        OfTeller => Teller,
        OfWhere => Where,
        OfWhen => When,
        OfHears => Hears,
        _ => throw new NotFoundException("The question"),
    };

    /// <summary>The question as it is answered in these answers.</summary>
    public static AnswerLater Of(string question, StoryAnswers answers) => new()
    {
        Question = question,
        HandOffs = DescribeHandOffs.Of(answers),
        Missing = SayWhatWasMissing.Of(answers),
        Kind = ChooseKind.Of(answers),
        Teller = SayWhoIsTelling.Of(answers),
        Where = SayWhere.Of(answers),
        When = SayWhen.Of(answers),
        Hears = SayWhoNeedsToHear.Of(answers),
    };
}

/// <summary>The same rules as before the story is sent.</summary>
public sealed class AnswerLaterRules : AbstractValidator<AnswerLater>
{
    public AnswerLaterRules(InfoStoryContext db)
    {
        RuleFor(command => command.HandOffs).SetValidator(new DescribeHandOffsRules(db)).When(Asks(AnswerLater.OfHandOffs));
        RuleFor(command => command.Missing).SetValidator(new SayWhatWasMissingRules(db)).When(Asks(AnswerLater.OfMissing));
        RuleFor(command => command.Kind).SetValidator(new ChooseKindRules()).When(Asks(AnswerLater.OfKind));
        RuleFor(command => command.Teller).SetValidator(new SayWhoIsTellingRules()).When(Asks(AnswerLater.OfTeller));
        RuleFor(command => command.Where).SetValidator(new SayWhereRules(db)).When(Asks(AnswerLater.OfWhere));
        RuleFor(command => command.When).SetValidator(new SayWhenRules()).When(Asks(AnswerLater.OfWhen));
        RuleFor(command => command.Hears).SetValidator(new SayWhoNeedsToHearRules()).When(Asks(AnswerLater.OfHears));
    }

    private static Func<AnswerLater, bool> Asks(string question) => command => command.Question == question;
}
