using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>A network that asks for very many answers that were not kept is asked to wait.</summary>
public sealed class MachineLimitTests
{
    [Fact]
    public async Task Many_answers_that_were_not_kept_are_too_many_and_those_that_were_are_not_counted()
    {
        using var site = new FewAnswers();
        using var reader = site.From("198.51.100.7");
        using var other = site.From("203.0.113.7");

        for (var time = 0; time < 50; time++) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/themes")).StatusCode);
        for (var time = 1; time < FewAnswers.Most; time++) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/case-studies.csv")).StatusCode);
        var refused = await reader.GetAsync("/case-studies.csv");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;

        Assert.Equal((HttpStatusCode)429, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Ask again in", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/themes")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/case-studies")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/case-studies.csv")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/case-studies.csv")).StatusCode);
    }

    private sealed class FewAnswers : AbuseSite
    {
        public const int Most = 10;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:Machines:Most", $"{Most}");
        }
    }
}
