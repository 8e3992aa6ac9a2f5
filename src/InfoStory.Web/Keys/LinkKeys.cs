using InfoStory.Data;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>The key of signed links: made once, kept in the database under Data Protection, the same in every web process.</summary>
public static class LinkKeys
{
    public static LinkKey Load(Secrets secrets, IDataProtectionProvider protection, TimeProvider clock) =>
        new(SharedKeys.Load("link key", "InfoStory.LinkKey", secrets, protection), clock);
}
