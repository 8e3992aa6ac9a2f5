using System.Net;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Web.Tests.RateLimiting;

public sealed class LetterLimitTests
{
    [Fact]
    public async Task Forms_without_an_address_from_anywhere_keep_nobody_from_asking_for_letters()
    {
        using var site = new WritingSite();
        List<HttpStatusCode> answers = [];

        foreach (var (number, email) in new[] { "", "no", "a@example.org", "b@example.org" }.Index())
        {
            using var reader = site.From($"198.51.100.{number}");
            reader.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            answers.Add((await reader.PostAsync(
                "/subscribe", [new("Form.Email", email), new("Form.Audience", "Press"), new("Form.Rhythm", "Weekly")])).StatusCode);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public void Whoever_asks_for_letters_is_one_network_with_all_that_one_customer_may_have()
    {
        using var site = new AbuseSite();
        var limits = site.Services.GetRequiredService<Limits>();
        for (var number = 0; number < 30; number++) Assert.Null(limits.Count(At($"2001:db8:1:{number}::1"), Counted.Subscription));

        Assert.NotNull(limits.Count(At("2001:db8:1:99::1"), Counted.Subscription));
        Assert.Null(limits.Count(At("2001:db8:2::1"), Counted.Subscription));
    }

    private static DefaultHttpContext At(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    /// <summary>One letter an hour, from everywhere together.</summary>
    private sealed class WritingSite : AbuseSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Host", "127.0.0.1");
            builder.UseSetting("Limits:SubscriptionsFromEverywhere:Most", "1");
        }
    }
}
