using FluentValidation;
using InfoStory.Data;
using InfoStory.Moderation.Replies;
using InfoStory.Stories;

namespace InfoStory.Moderation.Safeguarding;

/// <summary>The seven golden rules for sharing information in safeguarding (Department for Education, 2024), in our own words.</summary>
public enum GoldenRule
{
    ProtectionFirst = 1,
    TellThem = 2,
    ConsentNotNeeded = 3,
    SeekAdvice = 4,
    WeighRisk = 5,
    OnlyWhatIsNeeded = 6,
    WriteItDown = 7,
}

/// <summary>What a safeguarding lead decides about a case.</summary>
public sealed record RecordDecision
{
    /// <summary>The revision of the case that was on the screen.</summary>
    public int Revision { get; init; }

    /// <summary>The rules that the lead has thought through.</summary>
    public List<GoldenRule> Rules { get; init; } = [];

    public SafeguardingDecision? Decision { get; init; }

    public string? Why { get; init; }

    public string? SharedWith { get; init; }

    public string? HandOver { get; init; }

    /// <summary>Why the story is declined, in words for its author; only where the case is closed by declining.</summary>
    public string? Reason { get; init; }
}

public sealed class RecordDecisionRules : AbstractValidator<RecordDecision>
{
    public const string Closing = "closing", Declining = "declining";

    public RecordDecisionRules(InfoStoryContext db)
    {
        RuleForEach(decision => decision.Rules).IsInEnum().WithMessage("Choose from the list");
        RuleFor(decision => decision.Decision).IsInEnum().WithMessage("Choose what you decided");
        RuleFor(decision => decision.Why).Brief("Why", SafeguardingCase.MaxText);
        RuleFor(decision => decision.SharedWith).Brief("Who was told", SafeguardingCase.MaxName);
        RuleFor(decision => decision.HandOver).Brief("The hand-over note", SafeguardingCase.MaxText);
        RuleFor(decision => decision.Reason).Brief("The reason", Story.MaxReason);

        RuleSet(Closing, () =>
        {
            RuleFor(decision => decision.Rules).Must(rules => rules.Distinct().Count() == Enum.GetValues<GoldenRule>().Length)
                .WithMessage("Think through each of the seven rules before you close the case");
            RuleFor(decision => decision.Decision).NotNull().WithMessage("Choose what you decided before you close the case");
            RuleFor(decision => decision.Why).Must(why => PlainText.Tidy(why).Length > 0).WithMessage("Write down why before you close the case");
            RuleFor(decision => decision.SharedWith).Must(who => PlainText.Tidy(who).Length > 0)
                .When(decision => decision.Decision == SafeguardingDecision.Refer).WithMessage("Say who was told");
        });
        RuleSet(Declining, () => RuleFor(decision => decision.Reason).Must(reason => PlainText.Tidy(reason).Length > 0)
            .WithMessage("Tell the author why you decline the story").MustHaveNoGap(db));
    }
}
