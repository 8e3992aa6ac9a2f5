using FluentValidation;
using InfoStory.Data;
using InfoStory.Sharing;

namespace InfoStory.Protection.Contacts;

/// <summary>How the author may be reached; both may be left empty. Nothing of it is written into the draft.</summary>
public sealed record LeaveContact : IAnswer
{
    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public bool IsEmpty => EmailAddress.Tidy(Email) is null && TelephoneNumber.Tidy(Telephone) is null;

    public void WriteTo(Draft draft)
    {
    }
}

public sealed class LeaveContactRules : AbstractValidator<LeaveContact>
{
    public LeaveContactRules(MailReach reach)
    {
        RuleFor(answer => answer.Email).Cascade(CascadeMode.Stop)
            .Must(email => EmailAddress.Tidy(email) is not { } address || EmailAddress.IsValid(address))
            .WithMessage(EmailAddress.Wrong)
            .MustAsync(async (email, cancellation) =>
                EmailAddress.Tidy(email) is not { } address || !EmailAddress.NeedsUnicode(address) || await reach.TakesUnicodeAsync(cancellation))
            .WithMessage("We cannot write to an address with such letters before the @. Enter another one, or a telephone number");
        RuleFor(answer => answer.Telephone)
            .Must(telephone => TelephoneNumber.Tidy(telephone) is not { } number || TelephoneNumber.IsValid(number))
            .WithMessage("Enter a telephone number, such as 01632 960 001 or 07700 900 982");
    }
}
