using System.Net;
using InfoStory.Web.RateLimiting;

namespace InfoStory.Web.Tests.RateLimiting;

public sealed class NetworkKeyTests
{
    private static readonly DateTime Noon = new(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("198.51.100.7", "::ffff:198.51.100.7", true)]
    [InlineData("198.51.100.7", "198.51.100.8", false)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::7", "2001:db8:1:3::7", false)]
    public void A_network_is_an_IPv4_address_or_the_first_half_of_an_IPv6_address(string one, string other, bool same)
    {
        var key = new NetworkKey();
        key.Turn(Noon);

        Assert.Equal(same, key.Of(IPAddress.Parse(one)) == key.Of(IPAddress.Parse(other)));
    }

    [Fact]
    public void With_the_day_the_same_address_is_another()
    {
        var key = new NetworkKey();
        var address = IPAddress.Parse("198.51.100.7");
        key.Turn(Noon);
        var today = key.Of(address);

        Assert.False(key.Turn(Noon.AddHours(11)));
        Assert.Equal(today, key.Of(address));
        Assert.True(key.Turn(Noon.AddHours(12)));
        Assert.NotEqual(today, key.Of(address));
    }

    [Fact]
    public void Two_processes_call_the_same_address_differently()
    {
        var (one, other) = (new NetworkKey(), new NetworkKey());
        one.Turn(Noon);
        other.Turn(Noon);

        Assert.NotEqual(one.Of(IPAddress.Loopback), other.Of(IPAddress.Loopback));
    }
}
