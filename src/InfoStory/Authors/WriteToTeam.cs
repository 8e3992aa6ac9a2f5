using FluentValidation;
using InfoStory.Data;
using InfoStory.Stories;

namespace InfoStory.Authors;

/// <summary>What the author answers to the team's question.</summary>
public sealed record AnswerQuestion
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public string? Text { get; init; }
}

/// <summary>What the author wants changed before saying yes.</summary>
public sealed record AskForChange
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public string? Text { get; init; }
}

public sealed class AnswerQuestionRules : AbstractValidator<AnswerQuestion>
{
    public AnswerQuestionRules() => RuleFor(answer => answer.Text).Cascade(CascadeMode.Stop)
        .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Write your answer")
        .Brief("Your answer", Message.MaxLength);
}

public sealed class AskForChangeRules : AbstractValidator<AskForChange>
{
    public AskForChangeRules() => RuleFor(change => change.Text).Cascade(CascadeMode.Stop)
        .Must(text => PlainText.Tidy(text).Length > 0).WithMessage("Tell us what you would like us to change")
        .Brief("What you write", Message.MaxLength);
}
