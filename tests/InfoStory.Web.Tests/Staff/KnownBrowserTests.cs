using System.Net;
using InfoStory.Data.Access;
using InfoStory.People;

namespace InfoStory.Web.Tests.Staff;

/// <summary>A stranger who guesses a password locks the account for strangers, and not for the person who signed in somewhere before.</summary>
public sealed class KnownBrowserTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_stranger_cannot_keep_somebody_out_of_the_browser_in_which_they_signed_in_before()
    {
        using var own = await SignedOutAsync("kept-out@example.org");
        using var stranger = site.Browser();

        for (var guess = 0; guess < PasswordGuesses.Most; guess++) await TryAsync(stranger, "kept-out@example.org", "wrong");
        var strange = await TryAsync(stranger, "kept-out@example.org", A.Password);
        var known = await TryAsync(own, "kept-out@example.org", A.Password);
        var strangeAgain = await TryAsync(stranger, "kept-out@example.org", A.Password);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (strange, known, strangeAgain));
    }

    [Fact]
    public async Task A_known_browser_has_as_few_guesses_and_uses_up_only_its_own()
    {
        using var own = await SignedOutAsync("guessed-at@example.org");
        using var elsewhere = site.Browser();

        for (var guess = 0; guess < PasswordGuesses.Most; guess++) await TryAsync(own, "guessed-at@example.org", "wrong");

        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync(own, "guessed-at@example.org", A.Password));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(elsewhere, "guessed-at@example.org", A.Password));
    }

    [Fact]
    public async Task A_browser_is_known_for_the_people_who_signed_in_there_and_for_nobody_else()
    {
        await site.AddStaffAsync("other@example.org", Roles.SafeguardingLead);
        using var shared = await SignedOutAsync("first-here@example.org");
        await site.AddStaffAsync("second-here@example.org", Roles.Moderator);
        await TryAsync(shared, "second-here@example.org", A.Password);
        await shared.SubmitAsync("/sign-out", []);
        using var stranger = site.Browser();
        foreach (var email in new[] { "other@example.org", "first-here@example.org", "second-here@example.org" })
        {
            for (var guess = 0; guess < PasswordGuesses.Most; guess++) await TryAsync(stranger, email, "wrong");
        }

        Assert.Equal(HttpStatusCode.BadRequest, await TryAsync(shared, "other@example.org", A.Password));
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(shared, "first-here@example.org", A.Password));
        await shared.SubmitAsync("/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, await TryAsync(shared, "second-here@example.org", A.Password));
    }

    private async Task<TestBrowser> SignedOutAsync(string email)
    {
        var browser = await site.SignedIn(Roles.SafeguardingLead, email);
        await browser.SubmitAsync("/sign-out", []);
        return browser;
    }

    private static async Task<HttpStatusCode> TryAsync(TestBrowser browser, string email, string password) =>
        (await browser.SubmitAsync("/sign-in", new() { ["Form.Email"] = email, ["Form.Password"] = password })).StatusCode;
}
