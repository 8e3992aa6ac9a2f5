using System.Collections.Frozen;

namespace InfoStory.Organisations.Responders;

/// <summary>Whether an address belongs to the same body as a mailbox, as far as its domain tells.</summary>
public static class MailDomains
{
    /// <summary>Domains that many bodies, or everybody, have addresses in: the same domain says nothing there.</summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "nhs.net", "nhs.scot", "wales.nhs.uk", "hscni.net", "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com",
        "live.co.uk", "msn.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "mac.com", "aol.com",
        "hotmail.fr", "outlook.ie", "yahoo.ie", "ymail.com", "rocketmail.com", "aol.co.uk",
        "btinternet.com", "btopenworld.com", "btconnect.com", "talk21.com", "sky.com", "talktalk.net", "virginmedia.com", "virgin.net", "ntlworld.com",
        "blueyonder.co.uk", "tiscali.co.uk", "lineone.net", "freeserve.co.uk", "wanadoo.co.uk", "orange.net", "o2.co.uk", "plus.com", "plusnet.com",
        "uwclub.net", "fsmail.net", "zen.co.uk", "supanet.com", "onetel.com",
        "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com", "tuta.io", "hey.com", "duck.com", "gmx.com", "gmx.co.uk", "gmx.net",
        "mail.com", "email.com", "zoho.com", "fastmail.com", "fastmail.co.uk", "cjsm.net");

    public static bool AreSame(string? mailbox, string email) =>
        OwnOf(mailbox) is { } domain && string.Equals(domain, Of(email), StringComparison.OrdinalIgnoreCase);

    /// <summary>The domain that is the body's own; null where it has no mailbox, or one in a domain of many.</summary>
    public static string? OwnOf(string? mailbox) => mailbox is not null && Of(mailbox) is var domain && !Shared.Contains(domain) ? domain : null;

    private static string Of(string address) => address[(address.LastIndexOf('@') + 1)..];
}
