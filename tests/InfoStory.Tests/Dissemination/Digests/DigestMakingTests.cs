using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Organisations.Asks;
using InfoStory.Organisations.Promises;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Digests;

/// <summary>What is looked at, and what of it is told.</summary>
public sealed class DigestMakingTests
{
    [Fact]
    public async Task What_is_too_much_for_one_digest_does_not_wait_for_another_week()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.Weekly);
        for (var number = 0; number <= DigestMaking.Most; number++)
        {
            await database.PublicAsync($"Story {number}");
            database.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        database.SetTo("2026-11-30 08:00");
        await database.DigestAsync();
        var letters = await database.DigestAsync();

        Assert.Equal(2, letters.Count);
        Assert.Equal(2, (await database.DigestAsync()).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_for_which_nothing_comes_reads_no_more_than_a_day_again(bool hasReaders)
    {
        await using var database = await TestDatabase.NewAsync();
        if (hasReaders) await GivenAsync(database, Rhythm.AtOnce);
        else await database.BeginDigestsAsync();

        database.SetTo("2026-12-07 12:00");
        await database.Get<DigestMaking>().MakeDueAsync(default);

        var list = await database.Get<InfoStoryContext>().DigestLists
            .SingleAsync(one => one.Audience == SubscriberAudience.Public && one.Rhythm == Rhythm.AtOnce);
        Assert.Equal(database.Clock.UtcNow - DigestTimes.Settles, list.CoveredTo);
    }

    [Fact]
    public async Task News_that_no_reader_would_be_told_makes_no_digest()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.PublicAsync("Three calls");
        await GivenAsync(database, Rhythm.AtOnce);
        await database.Get<IServiceProvider>().PromiseAsync(story);

        await database.DigestAsync();

        Assert.Empty(await database.Get<InfoStoryContext>().Digests.ToListAsync());
    }

    [Fact]
    public async Task News_of_what_only_readers_of_another_list_got_makes_a_digest_for_them_alone()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.AtOnce);
        var story = await database.PublicAsync("Three calls", Audience.Press);
        await database.DigestAsync();
        await database.PostAsync();
        database.Days(2);
        await database.DigestAsync();
        await database.ConfirmedAsync("later@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<IServiceProvider>().PromiseAsync(story);

        Assert.Equal("one@example.org", Assert.Single(await database.DigestAsync()).To);

        var digests = await database.Get<InfoStoryContext>().Digests.ToListAsync();
        Assert.Equal([SubscriberAudience.Public, SubscriberAudience.Public], digests.Select(digest => digest.Audience));
    }

    [Fact]
    public async Task What_was_sent_or_dropped_a_year_ago_is_deleted_and_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.AtOnce);
        await database.PublicAsync("Three calls");
        await database.DigestAsync();
        await database.PostAsync();
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(DigestMaking.MonthsKept) - database.Clock.UtcNow);
        var story = await database.PublicAsync("Another");
        await database.DigestAsync();
        await database.DigestAsync();

        await database.Get<DigestMaking>().ForgetOldAsync(default);

        var left = await database.Get<InfoStoryContext>().Digests.Include(digest => digest.Items).SingleAsync();
        Assert.Equal(story.CaseStudy, Assert.Single(left.Items).CaseStudyId);
    }

    [Fact]
    public async Task A_reply_that_was_undone_is_not_told_and_the_real_one_is()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.AtOnce);
        var (_, ask) = await database.AskedAsync();
        await database.DigestAsync();
        await database.PostAsync();
        database.Days(21);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });
        await database.Get<AskRecords>().UndoAnswerAsync(
            ask, (await database.Get<AskDesk>().ShowAsync(ask, A.Publisher(), default)).Revision, A.Publisher(), default);
        Assert.Empty(await database.DigestAsync());

        database.Days(7);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Answered });

        Assert.Contains(" replied on ", Assert.Single(await database.DigestAsync()).Body);
    }

    [Fact]
    public async Task That_a_promise_was_kept_is_told_once_whoever_else_says_so()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.AtOnce);
        var (story, other) = (await database.PublicAsync("Three calls"), await database.PublicAsync("Another"));
        await database.DigestAsync();
        var slug = await database.Get<IServiceProvider>().PromiseAsync(story);
        await database.DigestAsync();
        await database.Get<IServiceProvider>().RecordAsync(slug, PromiseEventKind.Made, "There is one number now");
        await database.DigestAsync();
        await database.PostAsync();

        Assert.Contains("kept its promise", Assert.Single(await SayYesAsync(story)).Body);
        Assert.Empty(await SayYesAsync(other));

        async Task<List<Letter>> SayYesAsync(GivenStory author)
        {
            var db = database.Get<InfoStoryContext>();
            (await db.Promises.Include(one => one.Events).SingleAsync()).Hear(author.Id, KeptAnswer.Yes, database.Clock.UtcNow);
            await db.SaveChangesAsync();
            var letters = await database.DigestAsync();
            await database.PostAsync();
            return letters;
        }
    }

    [Fact]
    public async Task That_a_promise_was_not_kept_or_was_dropped_is_told_too_and_once()
    {
        await using var database = await TestDatabase.NewAsync();
        await GivenAsync(database, Rhythm.AtOnce);
        var story = await database.PublicAsync("Three calls");
        await database.DigestAsync();
        var services = database.Get<IServiceProvider>();
        var (made, dropped) = (await services.PromiseAsync(story), await services.PromiseAsync(story, what: "A desk that is open"));
        await services.RecordAsync(made, PromiseEventKind.Made, "There is one number now");
        await database.DigestAsync();
        await database.PostAsync();

        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, made, KeptAnswer.No, default);
        await services.RecordAsync(dropped, PromiseEventKind.Dropped, "There is no money for it");
        var body = Assert.Single(await database.DigestAsync()).Body;
        await database.PostAsync();
        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, made, KeptAnswer.No, default);

        Assert.Contains($"says that it has made a change, and somebody who told the story says that it is not fixed: {PromiseBuilding.What}\n", body);
        Assert.Contains("will not do what it promised, and the page of the promise says why: A desk that is open\n", body);
        Assert.Empty(await database.DigestAsync());
    }

    private static async Task GivenAsync(TestDatabase database, Rhythm rhythm)
    {
        await database.BeginDigestsAsync();
        await database.ConfirmedAsync("one@example.org", rhythm, SubscriberAudience.Public);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
