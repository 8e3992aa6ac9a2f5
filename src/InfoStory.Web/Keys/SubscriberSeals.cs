using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>
/// The seal on the addresses of subscribers under a Data Protection purpose of its own, and the key of their index, the same in every web process.
/// </summary>
public static class SubscriberSeals
{
    public static SubscriberSeal Load(Secrets secrets, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("InfoStory.Subscriber");
        return new(protector.Protect, protector.Unprotect, SharedKeys.Load("subscriber key", "InfoStory.SubscriberKey", secrets, protection));
    }
}
