using System.Text.RegularExpressions;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Sharing;

namespace InfoStory.Protection.Contacts;

/// <summary>How the author may be reached; both may be left empty. Nothing of it is written into the draft.</summary>
public sealed record LeaveContact : IAnswer
{
    public string? Email { get; init; }

    public string? Telephone { get; init; }

    public bool IsEmpty => PlainText.TidyOrNull(Email) is null && PlainText.TidyOrNull(Telephone) is null;

    public void WriteTo(Draft draft)
    {
    }
}

public sealed partial class LeaveContactRules : AbstractValidator<LeaveContact>
{
    private const int LongestEmail = 254, LongestTelephone = 30;

    public LeaveContactRules()
    {
        RuleFor(answer => answer.Email).Cascade(CascadeMode.Stop)
            .Must(email => PlainText.TidyOrNull(email) is not { } typed || (typed.Length <= LongestEmail && Email().IsMatch(typed)))
            .WithMessage("Enter an email address in the right form, such as name@example.org")
            .Typed("The email address");
        RuleFor(answer => answer.Telephone).Cascade(CascadeMode.Stop)
            .Must(number => PlainText.TidyOrNull(number) is not { } typed
                || (typed.Length <= LongestTelephone && Telephone().IsMatch(typed) && typed.Count(char.IsAsciiDigit) is >= 10 and <= 15))
            .WithMessage("Enter a telephone number, such as 01632 960 001 or 07700 900 982");
    }

    /// <summary>What a mail server could take (RFC 5321), without spaces or a second @. Whether it exists only a letter can show.</summary>
    [GeneratedRegex(@"^[^\s@,;<>""]+@[^\s@,;<>""]+\.[^\s@,;<>"".]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[0-9 ()\-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();
}
