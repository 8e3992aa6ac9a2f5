using InfoStory.Dissemination.Subscribers;

namespace InfoStory.Tests.Life;

/// <summary>What subscribers do in a year.</summary>
internal sealed class YearSubscribers(YearWorld world)
{
    private const int Most = 4;

    public IEnumerable<YearAct> Acts =>
    [
        new("ask for letters", 7, AskAsync),
        new("say yes", 12, ConfirmAsync),
        new("leave", 8, LeaveAsync),
        new("complain", 4, ComplainAsync),
    ];

    private async Task<string?> AskAsync()
    {
        var number = world.Dice.Next(Most);
        var reader = world.Model.Readers.Find(one => one.Email == $"reader-{number}@example.org");
        if (reader is null) world.Model.Readers.Add(reader = new($"reader-{number}@example.org"));
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
        if (world.Pick(world.Model.Readers.Where(one => world.Post.Link(one.Email, "confirm", days: 8) is not null)) is not { } reader) return null;

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
