using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Protection.Flags;

/// <summary>The flags that were ticked, and why nothing needs to be done about them.</summary>
public sealed record DismissFlags
{
    public List<string> Flags { get; init; } = [];

    public DismissReason? Why { get; init; }

    public string? Remark { get; init; }

    /// <summary>Something of it is filled in, where it is a part of a larger form.</summary>
    internal bool IsBegun => Flags.Count > 0 || Why is not null || PlainText.Tidy(Remark).Length > 0;
}

public sealed class DismissFlagsRules : AbstractValidator<DismissFlags>
{
    public DismissFlagsRules()
    {
        RuleFor(dismissal => dismissal.Flags).NotEmpty().WithMessage("Tick the flags that you dismiss");
        RuleFor(dismissal => dismissal.Why).NotNull().WithMessage("Choose why nothing needs to be done")
            .IsInEnum().WithMessage("Choose a reason from the list");
        RuleFor(dismissal => dismissal.Remark).Brief("What you add", Flag.MaxRemark);
    }
}
