using InfoStory.Data;
using InfoStory.Moderation.Queue;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Sharing;

public sealed class SpamSignalsTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Everything_at_once_still_fits_into_what_is_kept()
    {
        var draft = Draft("www.a " + string.Join(' ', Enumerable.Repeat("http://b", 999)), Now.AddSeconds(-4));

        var suspicion = new SpamSignals(HiddenFieldFilled: true, ForeignForm: true).Suspicion(draft, Now)!;

        Assert.Equal(
            "A field that people do not see was filled in. The form that sent it was not made for it. Sent 4 seconds after the first answer. "
            + "It has 1,000 links and little else.",
            suspicion);
        Assert.InRange(suspicion.Length, 1, Story.MaxSuspicion);
    }

    [Theory]
    [InlineData("https://a.example https://b.example")]
    [InlineData("The wwwhole thing http:// took https:// a www. month")]
    [InlineData("")]
    public void Less_than_three_links_are_not_suspicious(string told) =>
        Assert.Null(new SpamSignals(false, false).Suspicion(Draft(told, Now.AddMinutes(-1)), Now));

    [Fact]
    public void A_clock_that_was_set_back_makes_nobody_suspicious() =>
        Assert.Null(new SpamSignals(false, false).Suspicion(Draft("I rang.", Now.AddMinutes(3)), Now));

    [Fact]
    public async Task A_suspicious_story_is_stored_and_answered_like_any_other_and_the_queue_marks_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());

        var sent = await database.Get<StorySender>().SendAsync(secret, null, new SpamSignals(HiddenFieldFilled: true, ForeignForm: false), default);
        var again = await database.Get<StorySender>().SendAsync(secret, null, new SpamSignals(false, false), default);

        Assert.Equal((sent.Reference, sent.Receipt.ToString(), sent.ReadBy), (again.Reference, again.Receipt.ToString(), again.ReadBy));
        Assert.True((await database.Get<StoryQueue>().ListAsync(new() { State = StoryState.Received }, A.Moderator(), null, default))
            .Rows.Single().IsSuspicious);
        Assert.StartsWith("A field that people do not see", (await database.Get<InfoStoryContext>().Stories.SingleAsync()).Suspicion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_is_known_to_come_from_a_person_is_not_looked_at()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.Given(A.Story().Told("https://a.example https://b.example https://c.example"));

        Assert.False((await database.Get<StoryQueue>().ListAsync(new() { State = StoryState.Received }, A.Moderator(), null, default))
            .Rows.Single().IsSuspicious);
    }

    private static Draft Draft(string told, DateTime started) => new() { KeyHash = "", ExpiresAt = Now, StartedAt = started, Answers = new() { Told = told } };
}
