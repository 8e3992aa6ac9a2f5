using FluentValidation;
using InfoStory.Data;

namespace InfoStory.Organisations.Responders;

/// <summary>How somebody who is invited wants to be shown; the address only where the invitation went to the mailbox.</summary>
public sealed record AcceptInvitation
{
    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    /// <summary>The invitation went to the mailbox, so that whoever takes it gives their own address.</summary>
    public bool NeedsEmail { get; init; }
}

public sealed class AcceptInvitationRules : AbstractValidator<AcceptInvitation>
{
    public AcceptInvitationRules()
    {
        RuleFor(one => one.Name).Cascade(CascadeMode.Stop).Must(name => PlainText.Words(name) > 0).WithMessage("Enter your name")
            .Brief("The name", Responder.MaxName);
        RuleFor(one => one.Role).Cascade(CascadeMode.Stop).Must(role => PlainText.Words(role) > 0).WithMessage("Enter your role, such as Head of housing")
            .Brief("The role", Responder.MaxRole);
        When(one => one.NeedsEmail, () => RuleFor(one => one.Email).Must(WorkAddress.IsOne).WithMessage(EmailAddress.Wrong));
    }
}

/// <summary>A colleague who is to answer too.</summary>
public sealed record InviteColleague
{
    public Id<Organisation>? Organisation { get; init; }

    public string? Email { get; init; }
}

internal static class WorkAddress
{
    public static bool IsOne(string? typed) => EmailAddress.OfAccount(typed) is { } email && EmailAddress.IsValid(email);

    /// <summary>The address as responders keep it.</summary>
    /// <exception cref="ValidationException">It is none.</exception>
    public static string Of(string? typed) => IsOne(typed) ? EmailAddress.OfAccount(typed)!.ToLowerInvariant() : throw Refused(EmailAddress.Wrong);

    public static ValidationException Refused(string sentence) => new([new(nameof(InviteColleague.Email), sentence)]);
}
