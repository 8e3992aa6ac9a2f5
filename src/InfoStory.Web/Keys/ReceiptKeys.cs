using InfoStory.Data;
using InfoStory.Stories;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Keys;

/// <summary>The key of the receipt index: made once, kept in the database under Data Protection, the same in every web process.</summary>
public static class ReceiptKeys
{
    public static ReceiptKey Load(Secrets secrets, IDataProtectionProvider protection) =>
        new(SharedKeys.Load("receipt key", "InfoStory.ReceiptKey", secrets, protection));
}
