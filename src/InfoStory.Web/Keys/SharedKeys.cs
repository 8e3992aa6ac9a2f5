using System.Security.Cryptography;
using InfoStory.Data;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>A key of 32 random bytes that is made once and kept in the database under Data Protection, the same in every web process.</summary>
internal static class SharedKeys
{
    public static byte[] Load(string name, string purpose, Secrets secrets, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector(purpose);
        return protector.Unprotect(Convert.FromBase64String(
            secrets.GetOrAdd(name, () => Convert.ToBase64String(protector.Protect(RandomNumberGenerator.GetBytes(32))))));
    }
}
