using System.Net;
using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Sharing;
using InfoStory.Stories;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Tests.RateLimiting;

/// <summary>Wrong receipts and passwords are slowed and limited by network, and lock nobody else out.</summary>
public sealed class GuessTests
{
    [Fact]
    public async Task After_five_wrong_receipts_each_further_answer_waits_longer_and_after_thirty_none_is_tried()
    {
        using var site = new AbuseSite();
        using var guesser = site.From("198.51.100.1");
        var page = await guesser.PageAsync("/my-story");
        List<HttpResponseMessage> answers = [];

        for (var guess = 0; guess < 31; guess++) answers.Add(await guesser.SubmitAsync(page, "/my-story", new() { ["Form.Receipt"] = Wrong() }));

        Assert.All(answers[..30], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal([1, 2, 4, .. Enumerable.Repeat(8, 22)], site.Waits.Select(wait => (int)wait.TotalSeconds));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[30].StatusCode);
        Assert.Equal(TimeSpan.FromHours(1), answers[30].Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_right_receipt_opens_its_story_from_everywhere_but_the_network_that_guessed_and_there_again_later()
    {
        using var site = new AbuseSite();
        var story = await site.Given(A.Story());
        await GuessAsync(site, "198.51.100.1", 30);
        using var there = site.From("198.51.100.1");
        using var elsewhere = site.From("198.51.100.2");
        var right = new Dictionary<string, string> { ["Form.Receipt"] = story.Receipt.ToString() };

        var refused = await there.SubmitAsync("/my-story", right);
        var opened = await elsewhere.SubmitAsync("/my-story", right);
        site.Waits.Clear();
        site.Clock.Advance(refused.Headers.RetryAfter!.Delta!.Value);
        var later = await there.SubmitAsync("/my-story", right);

        var page = await TestBrowser.DocumentAsync(refused);
        Assert.Equal(
            (HttpStatusCode.TooManyRequests, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (refused.StatusCode, opened.StatusCode, later.StatusCode));
        Assert.Equal(
            "Too many words that open nothing have come from your network. Your story is safe. Try again in 60 minutes",
            page.QuerySelector(".govuk-error-summary__list")!.TextContent.Trim());
        Assert.Equal(story.Receipt.ToString(), page.QuerySelector("#form-receipt")!.GetAttribute("value"));
        Assert.Empty(site.Waits);
    }

    [Fact]
    public async Task A_right_receipt_waits_as_long_as_a_wrong_one_and_is_not_counted()
    {
        using var site = new AbuseSite();
        var story = await site.Given(A.Story());
        await GuessAsync(site, "198.51.100.1", 5);

        for (var time = 0; time < 3; time++)
        {
            using var author = site.From("198.51.100.1");
            Assert.Equal(HttpStatusCode.Redirect, (await author.SubmitAsync("/my-story", new() { ["Form.Receipt"] = story.Receipt.ToString() })).StatusCode);
        }

        await GuessAsync(site, "198.51.100.1", 1);
        Assert.Equal([1, 1, 1, 1], site.Waits.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task What_is_not_six_words_is_no_guess()
    {
        using var site = new AbuseSite();
        using var author = site.From("198.51.100.1");

        for (var time = 0; time < 40; time++)
            Assert.Equal(HttpStatusCode.BadRequest, (await author.SubmitAsync("/my-story", new() { ["Form.Receipt"] = "one two three" })).StatusCode);

        Assert.Empty(site.Waits);
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_are_no_way_round()
    {
        using var site = new AbuseSite();
        using var guesser = site.From("198.51.100.1");
        var page = await guesser.PageAsync("/my-story");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => guesser.SubmitAsync(page, "/my-story", new() { ["Form.Receipt"] = Wrong() })));

        Assert.Equal(30, answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal(70, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task After_twenty_wrong_passwords_none_from_that_network_is_tried_for_ten_minutes()
    {
        using var site = new AbuseSite();
        await site.AddStaffAsync("right@example.org", Roles.Moderator);
        using var guesser = site.From("198.51.100.1");
        using var elsewhere = site.From("198.51.100.2");
        var right = new Dictionary<string, string> { ["Form.Email"] = "right@example.org", ["Form.Password"] = A.Password };
        for (var guess = 0; guess < 20; guess++)
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await guesser.SubmitAsync("/sign-in", new() { ["Form.Email"] = $"who{guess}@example.org", ["Form.Password"] = "wrong" })).StatusCode);

        var refused = await guesser.SubmitAsync("/sign-in", right);
        var opened = await elsewhere.SubmitAsync("/sign-in", right);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        var later = await guesser.SubmitAsync("/sign-in", right);

        Assert.Equal(
            (HttpStatusCode.TooManyRequests, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (refused.StatusCode, opened.StatusCode, later.StatusCode));
        Assert.Equal(TimeSpan.FromMinutes(10), refused.Headers.RetryAfter!.Delta);
        var page = await TestBrowser.DocumentAsync(refused);
        Assert.Equal("right@example.org", page.QuerySelector("#form-email")!.GetAttribute("value"));
        Assert.Contains("Too many wrong passwords", page.QuerySelector(".govuk-error-summary__list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_so_many_may_wait_at_once_and_who_has_not_guessed_need_not()
    {
        var options = Options.Create(new LimitOptions { Waiting = 2 });
        var clock = new StoppedClock();
        var throttle = new AttemptThrottle(
            new(options, Options.Create(new SiteOptions { Url = "https://localhost" }), clock, NullLogger<RequestCounter>.Instance), options, clock);
        var (guesser, author) = (At("198.51.100.1"), At("198.51.100.2"));
        for (var guess = 0; guess < 5; guess++)
            await Assert.ThrowsAsync<ValidationException>(() => throttle.ReceiptAsync<int>(guesser, () => throw new ValidationException("")));

        var waiting = Enumerable.Range(0, 2).Select(_ => throttle.ReceiptAsync(guesser, () => Task.FromResult(1))).ToList();
        var refused = await Assert.ThrowsAsync<TooManyException>(() => throttle.ReceiptAsync(guesser, () => Task.FromResult(1)));
        var opened = await throttle.ReceiptAsync(author, () => Task.FromResult(2));

        Assert.DoesNotContain(waiting, one => one.IsCompleted);
        Assert.Equal((TimeSpan.FromMinutes(1), 2), (refused.RetryAfter, opened));
    }

    private static DefaultHttpContext At(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static async Task GuessAsync(AbuseSite site, string address, int times)
    {
        using var guesser = site.From(address);
        var page = await guesser.PageAsync("/my-story");
        for (var guess = 0; guess < times; guess++) await guesser.SubmitAsync(page, "/my-story", new() { ["Form.Receipt"] = Wrong() });
    }

    private static string Wrong() => Receipt.Of(DraftSecret.New().Bytes).ToString();

    /// <summary>A clock on which no wait is ever over.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
