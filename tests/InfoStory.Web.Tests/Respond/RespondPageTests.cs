using System.Net;
using System.Text.RegularExpressions;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Web.Tests.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Web.Tests.Respond;

/// <summary>From the letter to the mailbox to a session of one's own, which opens nothing of the desk.</summary>
public sealed partial class RespondPageTests(AbuseSite site) : IClassFixture<AbuseSite>
{
    [Fact]
    public async Task A_mailbox_is_invited_and_whoever_opens_the_letter_signs_in_by_a_link()
    {
        var id = await OrganisationAsync("Calderdale", "notices@calderdale.gov.uk");
        using var desk = await site.SignedIn(Roles.Publisher);
        await desk.DoAsync($"/moderation/organisations/{id}/responders", [], "Invite");
        using var responder = site.Browser();
        var invitation = await LinkAsync("invitation");

        for (var look = 0; look < 3; look++) Assert.Equal(HttpStatusCode.OK, (await responder.GetAsync(invitation)).StatusCode);
        Dictionary<string, string> Ann(string email) => new() { ["Form.Name"] = "Ann", ["Form.Role"] = "Head of housing", ["Form.Email"] = email };
        var refused = await responder.SubmitAsync(invitation, Ann("none"));
        var empty = await TestBrowser.DocumentAsync(await responder.SubmitAsync(invitation, []));
        await responder.DoAsync(invitation, Ann("ann@calderdale.gov.uk"));
        var link = await LinkAsync("sign-in");
        for (var look = 0; look < 3; look++) Assert.Equal(HttpStatusCode.OK, (await responder.GetAsync(link)).StatusCode);
        await responder.DoAsync(link, []);

        var home = await responder.PageAsync("/respond/home");
        Assert.Contains("Ann, Head of housing (ann@calderdale.gov.uk)", home.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            ["#form-name", "#form-role", "#form-email"], empty.QuerySelectorAll(".govuk-error-summary li a").Select(line => line.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.Gone, (await responder.GetAsync(invitation)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await responder.GetAsync(link)).StatusCode);
        Assert.StartsWith("/sign-in", (await responder.GetAsync("/moderation")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/respond?", (await desk.GetAsync("/respond/home")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        await responder.DoAsync("/respond/home", [], "SignOut");
        Assert.Equal(HttpStatusCode.Redirect, (await responder.GetAsync("/respond/home")).StatusCode);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_answer()
    {
        using var browser = site.Browser();

        var answers = new List<string>();
        foreach (var email in (string[])["nobody@example.org", "ann@calderdale.gov.uk"])
        {
            var sent = await browser.SubmitAsync("/respond", new() { ["Form.Email"] = email });
            answers.Add((await browser.PageAsync(sent.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent);
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("we send one link now, and at most one every ten minutes", answers[0], StringComparison.Ordinal);
    }

    private async Task<Id<Organisation>> OrganisationAsync(string name, string mailbox)
    {
        var db = site.Get<InfoStoryContext>();
        var organisation = new Organisation { Name = name, Slug = name.ToLowerInvariant() + "-test", Mailbox = mailbox };
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }

    private async Task<string> LinkAsync(string kind)
    {
        var letters = await site.Get<InfoStoryContext>().Set<Letter>().OrderByDescending(letter => letter.Id).ToListAsync();
        return letters.Select(letter => Link().Match(letter.Body)).First(found => found.Groups["kind"].Value == kind).Value;
    }

    [GeneratedRegex("/respond/(?<kind>[a-z-]+)/[A-Za-z0-9_-]{43}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
