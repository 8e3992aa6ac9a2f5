using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Stories;

public sealed class ConsentTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task Gate_desk_queue_and_statement_agree_on_the_moment_at_which_it_ends(int ticks, bool stands)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.Press).Ready());
        var ends = (await ReadAsync(database, story)).AllowedUntil(Audience.Website, database.Clock.GetUtcNow().UtcDateTime)!.Value;

        database.Clock.SetUtcNow(new DateTimeOffset(ends + (ticks * Tick)));

        await AllAnswerAsync(database, story, stands);
    }

    [Fact]
    public async Task They_agree_when_it_is_taken_back_and_when_it_was_for_others_only()
    {
        await using var database = await TestDatabase.NewAsync();
        var (taken, others) = (await database.Given(A.Story().Ready()), await database.Given(A.Story().NotForWebsite().Ready()));
        await database.Get<Permissions>().ChangeAsync(taken.Id, new() { Audiences = [Audience.Press] }, default);

        await AllAnswerAsync(database, taken, stands: false);
        await AllAnswerAsync(database, others, stands: false);
    }

    private static async Task AllAnswerAsync(TestDatabase database, GivenStory given, bool stands)
    {
        var (story, now) = (await ReadAsync(database, given), database.Clock.GetUtcNow().UtcDateTime);
        var queue = await database.Get<StoryQueue>().ListAsync(new() { Lane = Lane.Me }, A.Publisher(), null, default);

        Assert.Equal(stands, story.Allows(Audience.Website, now));
        Assert.Equal(stands, (await database.Get<StoryDesk>().ShowAsync(given.Reference, default)).AllowsWebsite);
        Assert.Equal(stands, queue.Rows.Any(row => row.Reference == given.Reference));
        Assert.All(story.Consents, consent => Assert.Equal(consent.StandsAt(now), Consent.Standing(now).Compile()(consent)));
    }

    private static Task<Story> ReadAsync(TestDatabase database, GivenStory story) =>
        database.Get<InfoStoryContext>().Stories.AsNoTracking().Include(one => one.Consents).SingleAsync(one => one.Id == story.Id);
}
