using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>The key of the receipt index: made once, kept in the database under Data Protection, the same in every web process.</summary>
public static class ReceiptKeys
{
    public static ReceiptKey Load(Secrets secrets, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("InfoStory.ReceiptKey");
        var kept = secrets.GetOrAdd("receipt key", () => Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(32))));
        return new(protector.Unprotect(Convert.FromBase64String(kept)));
    }
}
