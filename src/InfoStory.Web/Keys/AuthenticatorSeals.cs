using InfoStory.People;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>The seal on the keys of authenticator apps, under a Data Protection purpose of its own.</summary>
public static class AuthenticatorSeals
{
    public static AuthenticatorSeal Make(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("InfoStory.Authenticator");
        return new(protector.Protect, protector.Unprotect);
    }
}
