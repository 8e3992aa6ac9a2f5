using InfoStory.Protection.Contacts;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>The seal on contacts, under a Data Protection purpose of its own.</summary>
public static class ContactSeals
{
    public static ContactSeal Make(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("InfoStory.Contact");
        return new(protector.Protect, protector.Unprotect);
    }
}
