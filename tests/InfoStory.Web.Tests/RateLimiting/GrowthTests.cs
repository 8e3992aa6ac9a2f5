using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InfoStory.Campaigns;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Sharing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>Nobody without an account makes the site grow or work without bound.</summary>
public sealed class GrowthTests : IDisposable
{
    private const int FromEverywhere = 4;

    private readonly FewSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Drafts_are_counted_from_everywhere_together_and_by_invitation_too()
    {
        var code = await site.Get<Invitations>().CreateAsync(new() { Name = "W", LastDay = new(2026, 12, 1) }, A.Moderator(), default);
        List<HttpStatusCode> answers = [];

        for (var network = 1; network <= FromEverywhere + 2; network++)
        {
            using var browser = site.Browser();
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{network}");
            answers.Add((network % 2 == 0
                ? await browser.SubmitAsync($"/i/{code}", [])
                : await browser.SubmitAsync("/share/story", new() { ["Form.Told"] = "Kept." })).StatusCode);
        }

        Assert.Equal([302, 302, 302, 302, 429, 429], answers.Select(answer => (int)answer));
        Assert.Equal(FromEverywhere, await site.Get<InfoStoryContext>().Set<Draft>().CountAsync());
    }

    [Fact]
    public async Task Where_drafts_take_all_their_room_a_story_stays_in_its_form_by_invitation_too_and_the_health_page_has_said_so_before()
    {
        using var full = new FullSite();
        var code = await full.Get<Invitations>().CreateAsync(new() { Name = "W", LastDay = new(2026, 12, 1) }, A.Moderator(), default);
        using var watch = full.Browser();
        var health = new List<string>();
        for (var begun = 0; begun < FullSite.Drafts; begun++)
        {
            health.Add(await HealthAsync());
            using var author = full.Browser();
            Assert.Equal(HttpStatusCode.Redirect, (await author.SubmitAsync("/share/story", new() { ["Form.Told"] = "Kept." })).StatusCode);
        }

        using var late = full.Browser();
        var told = await late.SubmitAsync("/share/story", new() { ["Form.Told"] = "Still typed here." });
        var invited = await late.SubmitAsync($"/i/{code}", []);
        var page = await TestBrowser.DocumentAsync(told);

        Assert.Equal((429, 429), ((int)told.StatusCode, (int)invited.StatusCode));
        Assert.Equal(TimeSpan.FromMinutes(10), told.Headers.RetryAfter!.Delta);
        Assert.Equal("Still typed here.", page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Nothing you typed is lost", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Healthy", "Healthy", "Healthy", "Healthy", "Degraded"], health);
        Assert.Equal(FullSite.Drafts, await full.Get<InfoStoryContext>().Set<Draft>().CountAsync());

        async Task<string> HealthAsync() =>
            (await watch.Client.GetFromJsonAsync<JsonElement>(new Uri("/health/ready", UriKind.Relative)))
            .GetProperty("checks").GetProperty("drafts").GetProperty("status").GetString()!;
    }

    [Fact]
    public async Task A_form_that_is_refused_for_its_size_is_not_shown_again_at_that_size()
    {
        using var author = site.Browser();
        var page = await author.PageAsync("/share/hand-offs");
        var many = Enumerable.Range(0, 300).ToDictionary(step => $"Form.Steps[{step}].ToldAgain", _ => "True");

        var steps = await author.SubmitAsync(page, "/share/hand-offs", many);
        var text = await author.SubmitAsync("/share/story", new() { ["Form.Told"] = new string('x', 130_000) });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge), (steps.StatusCode, text.StatusCode));
        Assert.InRange((await steps.Content.ReadAsByteArrayAsync()).Length, 0, 100_000);
        Assert.InRange((await text.Content.ReadAsByteArrayAsync()).Length, 0, 20_000);
    }

    [Fact]
    public async Task A_password_is_measured_before_anything_is_looked_for_in_it()
    {
        using var browser = await site.SignedIn(Roles.Moderator, "long@example.org");
        var chosen = string.Concat(Enumerable.Range(0, 80_000).Select(at => (char)('a' + (at * 7 % 26))));

        var answer = await browser.SubmitAsync(
            "/account", new() { ["Form.Present"] = A.Password, ["Form.Password"] = chosen, ["Form.Again"] = chosen });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            "Error: Your new password must have 200 characters or fewer",
            (await TestBrowser.DocumentAsync(answer)).QuerySelector("#form-password-error")!.TextContent.Trim());
    }

    private sealed class FullSite : TestSite
    {
        public const int Drafts = 5;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Limits:Drafts", $"{Drafts}");
        }
    }

    private sealed class FewSite : TestSite
    {
        protected override int LimitsTimes => 1;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Site:TrustForwardedFor", "1");
            builder.UseSetting("Limits:AnswersFromEverywhere:Most", $"{FromEverywhere}");
        }
    }
}
