using InfoStory.Dissemination.Digests;
using InfoStory.Letters;
using InfoStory.Stories;
using static InfoStory.Tests.Dissemination.Digests.DigestWritingTests;

namespace InfoStory.Tests.Dissemination.Digests;

/// <summary>What becomes of letters of a list whose time is over before anybody took them.</summary>
public sealed class DigestTooLateTests
{
    [Fact]
    public async Task What_was_too_late_to_send_does_not_count_as_delivered()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 1);
        var story = await database.PublicAsync("Three calls", Audience.Press);
        Assert.Single(await database.DigestAsync());
        database.Clock.Advance(DigestReaders.CountsFor);

        await database.Get<Outbox>().SendDueAsync(new TestPostman(), default);

        Assert.Equal(LetterTrouble.TooLate, Assert.Single(await database.WaitingAsync()).Reason);
        Assert.Equal(0, await database.DeliveriesAsync(story.CaseStudy));
    }

    [Fact]
    public async Task What_nobody_was_there_to_take_for_days_counts_as_unsent_and_is_written_anew_to_whom_it_may_still_go_to()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 4);
        var (story, other) = (await database.PublicAsync("Three calls", Audience.Press), await database.PublicAsync("Two calls", Audience.Press));
        Assert.Equal(4, (await database.DigestAsync()).Count);
        var took = 0;
        await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => took++ == 0 ? LetterOutcome.Done : LetterOutcome.NobodyThere), default);
        database.Clock.Advance(DigestReaders.CountsFor);
        await database.Get<Outbox>().SendDueAsync(new TestPostman(), default);
        Assert.Equal(1, await database.DeliveriesAsync(story.CaseStudy));
        await NarrowAsync(database, other);

        await database.Get<DigestWriting>().WriteAsync(default);

        var anew = (await database.WaitingAsync()).FindAll(letter => letter.GivenUpAt is null);
        Assert.Equal((3, 3), (anew.Count, anew.Select(letter => letter.To).Distinct().Count()));
        Assert.All(anew, letter => Assert.False(letter.Body.Contains("Two calls", StringComparison.Ordinal)));
        Assert.Equal((4, 1), (await database.DeliveriesAsync(story.CaseStudy), await database.DeliveriesAsync(other.CaseStudy)));
        Assert.Equal(4, (await StateAsync(database)).Letters);
    }

    [Fact]
    public async Task What_nobody_is_ever_there_to_take_is_not_written_for_ever()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 1);
        await database.PublicAsync("Three calls", Audience.Press);
        var letters = (await database.DigestAsync()).Count;

        for (var round = 0; round < 15; round++)
        {
            database.Clock.Advance(DigestReaders.CountsFor);
            await database.Get<Outbox>().SendDueAsync(new TestPostman(_ => LetterOutcome.NobodyThere), default);
            letters += await database.Get<DigestWriting>().WriteAsync(default);
        }

        Assert.InRange(letters, 2, 11);
        Assert.DoesNotContain(await database.WaitingAsync(), letter => letter.GivenUpAt is null);
    }
}
