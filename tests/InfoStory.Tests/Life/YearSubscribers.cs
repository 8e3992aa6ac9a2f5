using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Tests.Life;

/// <summary>What subscribers do in a year.</summary>
internal sealed class YearSubscribers(YearWorld world)
{
    private const int Most = 4;

    public IEnumerable<YearAct> Acts =>
    [
        new("ask for letters", 14, AskAsync),
        new("say yes", 60, ConfirmAsync),
        new("leave", 3, LeaveAsync),
        new("complain", 2, ComplainAsync),
    ];

    private async Task<string?> AskAsync()
    {
        var readers = world.Model.Readers;
        // Who complained stays away for ever, and somebody else comes.
        while (readers.Count(one => one.State != SubscriberState.Suppressed) < Most) readers.Add(new($"reader-{readers.Count}@example.org"));
        var reader = world.One(world.Chance(90) ? readers.FindAll(one => one.State != SubscriberState.Suppressed) : readers);
        var audience = world.One(Enum.GetValues<SubscriberAudience>());
        await world.Get<Subscriptions>().AskAsync(new() { Email = reader.Email, Audience = audience, Rhythm = Rhythm.AtOnce }, default);
        // Three letters in a week at most, and none within an hour: what no letter tells of is not changed.
        reader.Asked.RemoveAll(at => world.Now - at >= TimeSpan.FromDays(7));
        var mayBeWritten = reader.Asked.Count < 3 && !reader.Asked.Exists(at => world.Now - at < TimeSpan.FromHours(1));
        if (reader.State == SubscriberState.Suppressed || !mayBeWritten) return $"{reader.Email}: nothing is written";

        reader.Asked.Add(world.Now);
        if (reader.State == SubscriberState.Confirmed) return $"{reader.Email} once more";

        (reader.State, reader.AskedAt, reader.Reads) = (SubscriberState.Waiting, world.Now, audience);
        return $"{reader.Email} as {audience}";
    }

    private async Task<string?> ConfirmAsync()
    {
        // Mostly those who have not said it yet.
        var any = world.Chance(10);
        var written = world.Model.Readers.Where(one => (any || one.State == SubscriberState.Waiting)
            && world.Post.Link(one.Email, "confirm", days: 8) is not null);
        if (world.Pick(written) is not { } reader) return null;

        var confirmed = await world.Get<Subscriptions>().ConfirmAsync(world.Post.Link(reader.Email, "confirm")!, default);
        if (confirmed.Standing != LinkStanding.Done) return $"{reader.Email}: {confirmed.Standing}";

        Assert.True(reader.State is SubscriberState.Waiting or SubscriberState.Confirmed, $"{reader.Email} said yes by a link that had ended.");
        (reader.State, reader.LeaveBy) = (SubscriberState.Confirmed, confirmed.Links!.Leave.Split('/')[^1]);
        return reader.Email;
    }

    private async Task<string?> LeaveAsync()
    {
        if (world.Pick(world.Model.Readers.Where(one => one.LeaveBy is not null)) is not { } reader) return null;

        if (await world.Get<Preferences>().LeaveAsync(reader.LeaveBy!, default) == LinkStanding.LeftNow) reader.State = SubscriberState.Left;
        reader.LeaveBy = null;
        return reader.Email;
    }

    private async Task<string?> ComplainAsync()
    {
        if (world.Pick(world.Model.Readers.Where(one => one.State == SubscriberState.Confirmed)) is not { } reader) return null;

        await world.Get<Suppressions>().SuppressAsync(reader.Email, SuppressionReason.Complaint, default);
        (reader.State, reader.LeaveBy) = (SubscriberState.Suppressed, null);
        return reader.Email;
    }
}
