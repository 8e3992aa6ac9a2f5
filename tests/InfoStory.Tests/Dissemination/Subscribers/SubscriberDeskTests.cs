using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Subscribers;

public sealed class SubscriberDeskTests
{
    [Fact]
    public async Task The_desk_counts_and_shows_one_to_whoever_knows_the_address_and_writes_down_that_they_looked()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        var desk = database.Get<SubscriberDesk>();

        var found = await desk.FindAsync("One@Example.org", A.Publisher(), default);
        var nobody = await desk.FindAsync("two@example.org", A.Publisher(), default);
        await desk.SuppressAsync("one@example.org", A.Publisher(), default);
        var after = await desk.FindAsync("one@example.org", A.Publisher(), default);

        Assert.Equal((SubscriberState.Confirmed, null), (found!.Subscriber!.State, nobody!.Subscriber));
        Assert.Equal((null, SuppressionReason.Staff), (after!.Subscriber, after.Suppressed!.Reason));
        Assert.Equal(new(SubscriberState.Suppressed, SubscriberAudience.Press, Rhythm.AtOnce, 1), Assert.Single(await desk.CountAsync(A.Publisher(), default)));
        Assert.Equal(
            ["Subscription confirmed", "Subscriber looked at", "Subscriber suppressed: the team was asked to"],
            (await database.Get<InfoStoryContext>().History.OrderBy(entry => entry.Number).ToListAsync()).Select(entry => entry.Act.With(entry.Why)));
        Assert.Equal(LinkStanding.Left, await database.StandingAsync(link));
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.CountAsync(A.Moderator(), default));
    }
}
