using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Tests.Dissemination.Digests;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Subscribers;

/// <summary>Whose mail server says that nobody has the address is not written to again; whoever is only refused stays.</summary>
public sealed class BouncesTests
{
    [Theory]
    [InlineData(LetterOutcome.NobodyHasIt, LetterOutcome.Done, SubscriberState.Suppressed)]
    [InlineData(LetterOutcome.Refused, LetterOutcome.Done, SubscriberState.Confirmed)]
    // A server that refuses everybody is set up wrongly.
    [InlineData(LetterOutcome.NobodyHasIt, LetterOutcome.NobodyHasIt, SubscriberState.Confirmed)]
    public async Task Only_an_address_of_which_it_is_said_and_of_no_other_is_suppressed(
        LetterOutcome first, LetterOutcome others, SubscriberState becomes)
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        string[] emails = ["a@example.org", "b@example.org", "c@example.org"];
        foreach (var email in emails) await database.ConfirmedAsync(email, Rhythm.AtOnce, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.PublicAsync("Three calls");
        await database.DigestAsync();

        await database.Get<Outbox>().SendDueAsync(new TestPostman(letter => letter.To == emails[0] ? first : others), default);
        await database.Get<Bounces>().SuppressAsync(default);

        var db = database.Get<InfoStoryContext>();
        Assert.Equal(
            [becomes, SubscriberState.Confirmed, SubscriberState.Confirmed],
            await db.Subscribers.AsNoTracking().OrderBy(one => one.Id).Select(one => one.State).ToListAsync());
        Assert.Equal(
            becomes == SubscriberState.Suppressed ? [SuppressionReason.HardBounce] : [],
            await db.Suppressions.Select(one => one.Reason).ToListAsync());
    }
}
