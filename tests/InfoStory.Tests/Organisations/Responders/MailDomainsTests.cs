using InfoStory.Organisations.Responders;

namespace InfoStory.Tests.Organisations.Responders;

/// <summary>What the mailbox of a body says of who belongs to it.</summary>
public sealed class MailDomainsTests
{
    [Theory]
    [InlineData("leeds.gov.uk", true)]
    [InlineData("nhs.net", false)]
    [InlineData("gmail.com", false)]
    [InlineData("ymail.com", false)]
    [InlineData("BTopenworld.com", false)]
    [InlineData("blueyonder.co.uk", false)]
    [InlineData("tiscali.co.uk", false)]
    [InlineData("tutanota.com", false)]
    [InlineData("hey.com", false)]
    [InlineData("btconnect.com", false)]
    public void A_domain_that_anybody_has_addresses_in_is_nobodys_own(string domain, bool isOwn) =>
        Assert.Equal(isOwn, MailDomains.AreSame($"office@{domain}", $"ann@{domain}"));
}
