using InfoStory.Data;
using Microsoft.AspNetCore.Identity;

namespace InfoStory.Web.Staff;

/// <summary>What Identity refuses, as sentences to the person.</summary>
public sealed class PlainErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Your new password must have {length} characters or more");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), $"Your new password must have at least {uniqueChars} different characters");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Your present password is not right");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "This link does not work any more");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Someone changed this account at the same moment. Try again");

    public override IdentityError InvalidEmail(string? email) => Say(nameof(InvalidEmail), EmailAddress.Wrong);

    private static IdentityError Say(string code, string sentence) => new() { Code = code, Description = sentence };
}
