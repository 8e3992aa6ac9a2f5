using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Protection.Flags;

/// <summary>An administrator wants a rule switched off; it stays on until another one confirms that.</summary>
public sealed class ProposedSwitch
{
    /// <summary>Short enough to stand beside the rule in the history.</summary>
    public const int MaxWhy = 120;

    public required string Rule { get; init; }

    public required string Why { get; init; }

    public required long ById { get; init; }

    public required string By { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A rule that is to be switched off, and why.</summary>
public sealed record ProposeSwitch
{
    public string? Rule { get; init; }

    public string? Why { get; init; }
}

public sealed class ProposeSwitchRules : AbstractValidator<ProposeSwitch>
{
    public ProposeSwitchRules() => RuleFor(proposal => proposal.Why).Cascade(CascadeMode.Stop)
        .Must(why => PlainText.Tidy(why).Length > 0).WithMessage("Write why this rule should be switched off")
        .Brief("Why it should be switched off", ProposedSwitch.MaxWhy);
}
