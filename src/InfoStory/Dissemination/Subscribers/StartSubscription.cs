using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Dissemination.Subscribers;

/// <summary>Somebody asks for letters: where to, who they are, how often, and about what.</summary>
public sealed record StartSubscription : InterestForm
{
    public string? Email { get; init; }

    public SubscriberAudience? Audience { get; init; }

    public Rhythm? Rhythm { get; init; }
}

/// <summary>Another address for somebody who gets letters already.</summary>
public sealed record ChangeAddress
{
    public string? Email { get; init; }
}

/// <summary>Other letters: who they are, how often, which of what they follow they keep, and one more.</summary>
public sealed record ChangeSubscription : InterestForm
{
    /// <summary>The revision that was on the screen.</summary>
    public int Revision { get; init; }

    public SubscriberAudience? Audience { get; init; }

    public Rhythm? Rhythm { get; init; }

    /// <summary>Interests as they are spelt, out of those that are kept already.</summary>
    public List<string> Keep { get; init; } = [];
}

public sealed class StartSubscriptionRules : AbstractValidator<StartSubscription>
{
    public StartSubscriptionRules(Interests interests, MailReach reach)
    {
        RuleFor(command => command.Email).ReachableBy(reach);
        RuleFor(command => command.Audience).NotNull().WithMessage("Choose who you are").IsInEnum().WithMessage("Choose who you are");
        RuleFor(command => command.Rhythm).NotNull().WithMessage("Choose how often").IsInEnum().WithMessage("Choose how often");
        Include(new InterestRules(interests));
    }
}

public sealed class ChangeAddressRules : AbstractValidator<ChangeAddress>
{
    public ChangeAddressRules(MailReach reach) => RuleFor(command => command.Email).ReachableBy(reach);
}

public sealed class ChangeSubscriptionRules : AbstractValidator<ChangeSubscription>
{
    public ChangeSubscriptionRules(Interests interests)
    {
        RuleFor(command => command.Audience).NotNull().WithMessage("Choose who you are").IsInEnum().WithMessage("Choose who you are");
        RuleFor(command => command.Rhythm).NotNull().WithMessage("Choose how often").IsInEnum().WithMessage("Choose how often");
        Include(new InterestRules(interests));
    }
}

internal static class AddressRules
{
    public static IRuleBuilderOptions<T, string?> ReachableBy<T>(this IRuleBuilderInitial<T, string?> rule, MailReach reach) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(email => EmailAddress.IsValid(EmailAddress.Tidy(email)))
            .WithMessage(EmailAddress.Wrong)
            .MustAsync(async (email, cancellation) => !EmailAddress.NeedsUnicode(EmailAddress.Tidy(email)!) || await reach.TakesUnicodeAsync(cancellation))
            .WithMessage("We cannot write to an address with such letters before the @. Enter another one");
}
