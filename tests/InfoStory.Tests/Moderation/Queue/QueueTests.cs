using InfoStory.Moderation.Queue;

namespace InfoStory.Tests.Moderation.Queue;

public sealed class QueueTests
{
    private static readonly QueueFilter Unclaimed = new() { Lane = Lane.Someone };

    [Fact]
    public async Task The_queue_is_oldest_first_and_goes_on_where_the_page_before_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> told = [];
        for (var number = 0; number < StoryQueue.PageSize + 3; number++)
        {
            // Some stories arrive at the same moment.
            if (number % 3 == 0) database.Clock.Advance(TimeSpan.FromMinutes(1));
            told.Add((await database.Given(A.Story())).Reference);
        }

        var first = await database.Get<StoryQueue>().ListAsync(Unclaimed, A.Moderator(), null, default);
        var second = await database.Get<StoryQueue>().ListAsync(Unclaimed, A.Moderator(), first.Next, default);

        Assert.Equal(told, first.Rows.Concat(second.Rows).Select(row => row.Reference));
        Assert.Null(second.Next);
        Assert.Equal(told.Count, await database.Get<StoryQueue>().CountAsync(Unclaimed, A.Moderator(), default));
    }
}
