using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Insight.Impact;
using InfoStory.Letters;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Digests;

/// <summary>Nobody is written to twice, nothing leaves that an author does not allow any more, and one that is bad holds up nobody.</summary>
public sealed class DigestWritingTests
{
    [Fact]
    public async Task No_more_waits_than_leaves_in_two_minutes_and_whoever_is_stopped_goes_on_where_they_were()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await GivenAsync(database, readers: 50);
        await database.PublicAsync("Three calls", Audience.Press);
        await MakeAsync(database);
        using var stops = new CancellationTokenSource();
        using (new Meanwhile(database.File, "INSERT INTO \"Deliveries\"", stops.CancelAsync))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Writing(perMinute: 10).WriteAsync(stops.Token));
        Assert.Empty(await database.WaitingAsync());

        List<string> to = [];
        for (var (round, left) = (0, true); left && round < 10; round++)
        {
            await database.Writing(perMinute: 10).WriteAsync(default);
            await database.Writing(perMinute: 10).WriteAsync(default);
            var letters = await database.PostAsync();
            Assert.InRange(letters.Count, 0, 20);
            to.AddRange(letters.Select(letter => letter.To!));
            left = letters.Count > 0;
        }

        Assert.Equal((50, 50), (to.Count, to.Distinct().Count()));
        Assert.Equal((DigestState.Sent, 50), await StateAsync(database));
    }

    [Fact]
    public async Task Two_processes_at_once_write_to_nobody_twice()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 30);
        var story = await database.PublicAsync("Three calls", Audience.Press);
        database.Clock.Advance(DigestTimes.Settles);
        var making = Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Get<DigestMaking>().MakeDueAsync(default)));
        await Task.WhenAll(making);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => database.Writing(perMinute: 8).WriteAsync(default))));
        await database.Get<DigestWriting>().WriteAsync(default);

        Assert.Equal(30, (await database.WaitingAsync()).Select(letter => letter.To).Distinct().Count());
        Assert.Equal(30, (await database.WaitingAsync()).Count);
        Assert.Equal(30, await database.DeliveriesAsync(story.CaseStudy));
        Assert.Equal((DigestState.Sent, 30), await StateAsync(database));
    }

    [Fact]
    public async Task A_reader_whose_address_cannot_be_opened_or_who_cannot_be_written_to_holds_up_nobody()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await GivenAsync(database, readers: 5);
        var db = database.Get<InfoStoryContext>();
        var ids = await db.Subscribers.OrderBy(one => one.Id).Select(one => one.Id).ToListAsync();
        byte[] unreadable = [1];
        await db.Subscribers.Where(one => one.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(one => one.Sealed, unreadable));
        await database.PoisonAsync("INSERT ON Letters", $"NEW.Subject = '{Subscriber.SubjectOf(ids[3])}'");
        await database.PublicAsync("Three calls", Audience.Press);

        var letters = await database.DigestAsync();

        Assert.Equal(new[] { 0, 2, 4 }.Select(place => Subscriber.SubjectOf(ids[place])), letters.Select(letter => letter.Subject));
        Assert.Equal(2, database.Get<JobLedger>().Failing.Sum(work => work.GivenUp));
        Assert.Equal((DigestState.Sent, 3), await StateAsync(database));
    }

    [Fact]
    public async Task A_narrower_consent_takes_back_what_waits_and_its_readers_get_the_rest()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 3);
        var (mine, other) = (await database.PublicAsync("Mine", Audience.Press), await database.PublicAsync("Other", Audience.Press));
        var letters = await database.DigestAsync();
        Assert.Equal(["Mine; Other"], letters.Select(letter => letter.Title).Distinct());
        await BeginToSendAsync(database, letters[0]);

        await NarrowAsync(database, mine);
        var left = await database.WaitingAsync();
        var fresh = await database.DigestAsync();

        // The one that was tried may have arrived: it is not tried again, and its reader is not looked at again.
        Assert.Empty(left);
        Assert.Equal([(letters[1].Subject, "Other"), (letters[2].Subject, "Other")],
            fresh.Select(letter => (letter.Subject, letter.Title)));
        Assert.Equal((1, 3), (await database.DeliveriesAsync(mine.CaseStudy), await database.DeliveriesAsync(other.CaseStudy)));
        Assert.Equal((DigestState.Sent, 3), await StateAsync(database));
    }

    [Fact]
    public async Task Whatever_takes_a_case_study_down_or_gives_it_other_words_takes_back_what_waits()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 1);
        var (down, back, renamed) = (await database.PublicAsync("Down", Audience.Press), await database.PublicAsync("Back", Audience.Press),
            await database.PublicAsync("Renamed", Audience.Press));
        Assert.Equal("Down; Back; Renamed", Assert.Single(await database.DigestAsync()).Title);

        await database.Get<CaseStudyEditing>().TakeDownAsync(down.CaseStudy, await database.FormAsync(down.CaseStudy), A.Publisher(), default);
        Assert.Equal("Back; Renamed", Assert.Single(await database.DigestAsync()).Title);
        await database.Get<Withdrawal>().WithdrawAsync(back.Id, default);
        Assert.Equal("Renamed", Assert.Single(await database.DigestAsync()).Title);
        await database.Get<CaseStudyEditing>().SaveAsync(
            renamed.CaseStudy, (await database.FormAsync(renamed.CaseStudy)) with { Title = "Another name" }, A.Publisher(), default);
        Assert.Equal("Another name", Assert.Single(await database.DigestAsync()).Title);
        await database.Get<Withdrawal>().WithdrawAsync(renamed.Id, default);

        Assert.Empty(await database.DigestAsync());
        Assert.Empty(await database.Get<InfoStoryContext>().Deliveries.ToListAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_narrows_a_consent_while_letters_are_written_is_heard_whoever_is_first(bool writesFirst)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await GivenAsync(database, readers: 3);
        var story = await database.PublicAsync("Three calls", Audience.Press);
        await MakeAsync(database);

        if (writesFirst)
        {
            // The author's save waits until the letters are written, and sees them.
            using var meanwhile = new Meanwhile(database.File, "INSERT INTO \"Deliveries\"", () => NarrowAsync(database, story)) { Waits = false };
            await database.Get<DigestWriting>().WriteAsync(default);
            await meanwhile.Done;
            Assert.True(meanwhile.IsDone);
        }
        else
        {
            // The letters wait until the author's save is through, and see it.
            using var meanwhile = new Meanwhile(database.File, "FROM \"Asks\"", () => database.Get<DigestWriting>().WriteAsync(default)) { Waits = false };
            await NarrowAsync(database, story);
            await meanwhile.Done;
            Assert.True(meanwhile.IsDone);
        }

        await database.Get<DigestWriting>().WriteAsync(default);

        Assert.Empty(await database.WaitingAsync());
        Assert.Equal(0, await database.DeliveriesAsync(story.CaseStudy));
    }

    [Fact]
    public async Task Who_leaves_while_a_letter_waits_gets_none_and_none_counts_as_delivered()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        var link = await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        await database.ConfirmedAsync("two+news@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<Suppressions>().SuppressAsync("two@example.org", SuppressionReason.Complaint, default);
        var story = await database.PublicAsync("Three calls", Audience.Press);
        Assert.Equal("one@example.org", Assert.Single(await database.DigestAsync()).To);

        await database.Get<Preferences>().LeaveAsync(link, default);

        Assert.Empty(await database.DigestAsync());
        Assert.Equal(0, await database.DeliveriesAsync(story.CaseStudy));
    }

    [Fact]
    public async Task A_letter_that_was_tried_and_names_something_else_stays()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 1);
        var mine = await database.PublicAsync("Mine", Audience.Press);
        await database.DigestAsync();
        await database.PostAsync();
        await database.PublicAsync("Other", Audience.Press);
        var letter = Assert.Single(await database.DigestAsync());
        await BeginToSendAsync(database, letter);

        await NarrowAsync(database, mine);

        Assert.Equal(letter.Id, Assert.Single(await database.WaitingAsync()).Id);
    }

    [Fact]
    public async Task A_letter_that_is_taken_back_while_it_leaves_is_in_the_history_all_the_same()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 1);
        var story = await database.PublicAsync("Mine", Audience.Press);
        var letter = Assert.Single(await database.DigestAsync());
        var postman = new TestPostman(_ =>
        {
            NarrowAsync(database, story).GetAwaiter().GetResult();
            return LetterOutcome.Done;
        });

        Assert.Equal(1, await database.Get<Outbox>().SendDueAsync(postman, default));

        Assert.Empty(await database.WaitingAsync());
        Assert.Equal(1, await database.DeliveriesAsync(story.CaseStudy));
        Assert.True(await database.Get<InfoStoryContext>().History.AnyAsync(entry => entry.Subject == letter.Subject && entry.Act == HistoryAct.LetterSent));
    }

    [Fact]
    public async Task Whoever_reads_as_somebody_else_gets_nothing_any_more_that_waits_for_them_as_they_were()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.BeginDigestsAsync();
        var link = await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.PolicyMaker);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var story = await database.PublicAsync("Not for the press", Audience.PolicyMakers);
        Assert.Single(await database.DigestAsync());
        var preferences = database.Get<Preferences>();
        var choice = new ChangeSubscription
        {
            Revision = (await preferences.ReadAsync(link, default)).Revision,
            Audience = SubscriberAudience.Press,
            Rhythm = Rhythm.AtOnce,
        };

        await preferences.ChangeAsync(link, choice, default);

        Assert.Empty(await database.DigestAsync());
        Assert.Equal(0, await database.DeliveriesAsync(story.CaseStudy));
        Assert.Null((await database.OnlyAsync()).ToldTo);
    }

    [Fact]
    public async Task What_is_taken_back_is_counted_again()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, readers: 3);
        var (mine, _) = (await database.PublicAsync("Mine", Audience.Press), await database.PublicAsync("Other", Audience.Press));
        await database.DigestAsync();
        var marks = database.Get<InfoStoryContext>().ImpactMarks;
        await marks.ExecuteDeleteAsync();

        await NarrowAsync(database, mine);

        Assert.Contains(ImpactPart.CaseStudies, await marks.Select(mark => mark.Part).ToListAsync());
    }

    internal static async Task GivenAsync(TestDatabase database, int readers)
    {
        await database.BeginDigestsAsync();
        foreach (var number in Enumerable.Range(1, readers))
            await database.ConfirmedAsync($"press{number}@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static async Task MakeAsync(TestDatabase database)
    {
        database.Clock.Advance(DigestTimes.Settles);
        await database.Get<DigestMaking>().MakeDueAsync(default);
    }

    internal static Task NarrowAsync(TestDatabase database, GivenStory story) =>
        database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 24 }, default);

    private static Task BeginToSendAsync(TestDatabase database, Letter letter) => database.Get<InfoStoryContext>().Set<Letter>()
        .Where(one => one.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Tries, 1));

    internal static async Task<(DigestState State, int Letters)> StateAsync(TestDatabase database)
    {
        var digest = await database.Get<InfoStoryContext>().Digests.AsNoTracking().SingleAsync();
        return (digest.State, digest.Letters);
    }
}
