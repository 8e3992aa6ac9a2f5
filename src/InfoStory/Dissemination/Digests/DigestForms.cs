using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.Data;

namespace InfoStory.Dissemination.Digests;

/// <summary>What a publisher decides about a digest that waits.</summary>
public sealed record DecideDigest
{
    /// <summary>The revision that was shown.</summary>
    public int Revision { get; init; }

    /// <summary>The case study to leave out or to put back, where it is about one.</summary>
    public Id<CaseStudy> CaseStudy { get; init; }

    /// <summary>Why it goes to nobody, where it is dropped.</summary>
    public string? Why { get; init; }
}

public sealed class DecideDigestRules : AbstractValidator<DecideDigest>
{
    public const string Drops = "Drops";

    public DecideDigestRules() => RuleSet(Drops, () => RuleFor(command => command.Why).Cascade(CascadeMode.Stop)
        .Must(why => PlainText.TidyOrNull(why) is not null).WithMessage("Write why it goes to nobody").Brief("The reason", Digest.MaxWhy));
}
