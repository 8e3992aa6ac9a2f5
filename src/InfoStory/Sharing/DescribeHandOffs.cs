using FluentValidation;
using InfoStory.Data;
using InfoStory.Stories;
using InfoStory.Tags;

namespace InfoStory.Sharing;

/// <summary>The chain of contacts, step by step, at most <see cref="HandOff.Most"/>; may be skipped.</summary>
public sealed record DescribeHandOffs : IAnswer
{
    public List<HandOff> Steps { get; init; } = [];

    /// <summary>
    /// Keeps the steps in their order; one that is blank is kept while the author fills the page, and dropped when the story is sent. The chain fills in the
    /// service that the story is about where none is, and takes out what it filled in; never what somebody chose beside it.
    /// </summary>
    public void WriteTo(Draft draft)
    {
        var answers = draft.Answers;
        var isOfChain = answers.IsServiceOfChain;
        answers.HandOffs =
        [
            .. Steps.Select((step, place) => new HandOff
            {
                Step = place + 1,
                ServiceId = step.ServiceId,
                Channel = step.Channel,
                Waited = step.Waited,
                ToldAgain = step.ToldAgain,
                Happened = PlainText.TidyOrNull(step.Happened),
            }),
        ];
        if (isOfChain && !answers.IsServiceOfChain) answers.ServiceId = null;
        answers.ServiceId ??= answers.ServiceOfChain;
    }

    public static DescribeHandOffs Of(StoryAnswers answers) => new() { Steps = answers.HandOffs is { Count: > 0 } steps ? [.. steps] : [new() { Step = 1 }] };
}

public sealed class DescribeHandOffsRules : AbstractValidator<DescribeHandOffs>
{
    public DescribeHandOffsRules(InfoStoryContext db)
    {
        RuleFor(answer => answer.Steps).Must(steps => steps.Count <= HandOff.Most).WithMessage($"You can tell us about {HandOff.Most} steps at most");
        RuleForEach(answer => answer.Steps).ChildRules(step =>
        {
            step.RuleFor(s => s.ServiceId).MustBeService(db);
            step.RuleFor(s => s.Channel).IsInEnum().WithMessage(Choices.OneOrNone);
            step.RuleFor(s => s.Waited).IsInEnum().WithMessage(Choices.OneOrNone);
            step.RuleFor(s => s.Happened).Brief("What happened", HandOff.MaxHappened);
        }).When(answer => answer.Steps.Count <= HandOff.Most);
    }
}

/// <summary>What somebody needed to know; may be skipped.</summary>
public sealed record SayWhatWasMissing : IAnswer
{
    public string? Needed { get; init; }

    public Id<Tag>? HeldBy { get; init; }

    public string? ReasonGiven { get; init; }

    public DidItExist? Existed { get; init; }

    public string? WouldHaveChanged { get; init; }

    public void WriteTo(Draft draft)
    {
        var missing = new MissingInformation
        {
            Needed = PlainText.TidyOrNull(Needed),
            HeldById = HeldBy,
            ReasonGiven = PlainText.TidyOrNull(ReasonGiven),
            Existed = Existed,
            WouldHaveChanged = PlainText.TidyOrNull(WouldHaveChanged),
        };
        draft.Answers.Missing = missing.IsBlank ? null : missing;
    }

    public static SayWhatWasMissing Of(StoryAnswers answers) => answers.Missing is not { } missing ? new() : new()
    {
        Needed = missing.Needed,
        HeldBy = missing.HeldById,
        ReasonGiven = missing.ReasonGiven,
        Existed = missing.Existed,
        WouldHaveChanged = missing.WouldHaveChanged,
    };
}

public sealed class SayWhatWasMissingRules : AbstractValidator<SayWhatWasMissing>
{
    public SayWhatWasMissingRules(InfoStoryContext db)
    {
        RuleFor(answer => answer.Needed).Brief("What was needed", MissingInformation.MaxLength);
        RuleFor(answer => answer.HeldBy).MustBeService(db);
        RuleFor(answer => answer.ReasonGiven).Brief("The reason you were given", MissingInformation.MaxLength);
        RuleFor(answer => answer.Existed).IsInEnum().WithMessage(Choices.OneOrNone);
        RuleFor(answer => answer.WouldHaveChanged).Brief("What would have changed", MissingInformation.MaxLength);
    }
}
