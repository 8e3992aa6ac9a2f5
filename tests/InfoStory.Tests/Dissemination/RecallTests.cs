using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Recalls;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Jobs;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.RecallSteps;

namespace InfoStory.Tests.Dissemination;

public sealed class RecallTests
{
    private const int More = RecallRun.AtOnce + 20;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_was_sent_a_story_is_written_to_after_it_is_gone_and_can_say_that_it_is_deleted(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        await database.PutAsync(story, await database.OrganisationAsync());
        await database.PostAsync();
        await SubscribersAsync(database, story, "a@example.org");
        database.Days(3);

        await EndAsync(database, story, erases);
        await RunAsync(database);

        var letters = (await database.PostAsync()).FindAll(letter => letter.Title == "Please delete what we sent you");
        Assert.Equal(["a@example.org", "office@kent.example"], letters.Select(letter => letter.To).Order());
        Assert.All(letters, letter => Assert.DoesNotContain(letter.Body.Split('/'), part => part.Contains("quinquereme", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain("quinquereme", await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
        var link = LinkIn(letters[0]);
        await database.Get<CalledBack>().AcknowledgeAsync(link);
        Assert.Equal(database.Clock.UtcNow, (await database.Get<CalledBack>().ReadAsync(link, default)).AcknowledgedAt);
        await RunAsync(database);
        Assert.Empty(await database.PostAsync());
        Assert.Equal(1, await database.Get<InfoStoryContext>().Deliveries.CountAsync(one => one.AcknowledgedAt != null));
    }

    [Fact]
    public async Task Acknowledging_works_once_and_no_other_link_says_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        await SubscribersAsync(database, story, "a@example.org");
        await EndAsync(database, story, erases: false);
        await RunAsync(database);
        var link = LinkIn(Assert.Single(await database.PostAsync()));
        var (page, first) = (database.Get<CalledBack>(), database.Clock.UtcNow);

        Assert.Null((await page.ReadAsync(link, default)).AcknowledgedAt);
        await page.AcknowledgeAsync(link);
        database.Days(1);
        await page.AcknowledgeAsync(link);

        Assert.Equal(first, (await page.ReadAsync(link, default)).AcknowledgedAt);
        var key = await database.Get<InfoStoryContext>().Deliveries.Select(one => one.Id).SingleAsync();
        var ofOther = database.Get<LinkKey>().Sign(LinkPurpose.Briefing, key.Value, 0);
        await Assert.ThrowsAsync<NotFoundException>(() => page.AcknowledgeAsync(ofOther));
        await Assert.ThrowsAsync<NotFoundException>(() => page.ReadAsync($"{link[..^1]}-", default));
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(13) - database.Clock.UtcNow);
        await RunAsync(database);
        await Assert.ThrowsAsync<GoneException>(() => page.AcknowledgeAsync(link));
        Assert.Empty(await database.Get<InfoStoryContext>().Recalls.ToListAsync());
    }

    [Fact]
    public async Task A_narrower_permission_calls_back_only_from_whom_it_is_taken_and_giving_it_again_sends_nothing_twice()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Titled(Title).For(Audience.Website, Audience.PolicyMakers).Published());
        await SubscribersAsync(database, story, "maker@example.org");
        await SubscribersAsync(database, story, "reader@example.org", Audience.Website);
        database.Days(1);

        await AllowAsync(database, story, Audience.Website);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Equal("maker@example.org", letter.To);
        Assert.Contains("Its author has taken back the permission", letter.Body, StringComparison.Ordinal);
        database.Days(1);
        await AllowAsync(database, story, Audience.Website, Audience.PolicyMakers);
        await SubscribersAsync(database, story, "later@example.org");
        await RunAsync(database);
        Assert.Empty(await database.PostAsync());
        var sent = await database.Get<SentOut>().OfStoryAsync(story.Id, default);
        Assert.Equal([(Audience.Website, 1, 0), (Audience.PolicyMakers, 2, 1)], sent.Select(one => (one.Audience, one.Count, one.CalledBack)));
    }

    [Fact]
    public async Task What_only_some_may_not_use_any_more_is_named_behind_the_link_while_everyone_may_read_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        var other = await database.Given(A.Story().Titled("Stately galleon").For(Audience.Website, Audience.PolicyMakers).Published());
        var maker = await SubscribersAsync(database, story, "maker@example.org");
        await DeliverAsync(database, other.CaseStudy, maker, Audience.PolicyMakers);

        await AllowAsync(database, story, Audience.Website);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.DoesNotContain("quinquereme", letter.Body, StringComparison.OrdinalIgnoreCase);
        var link = LinkIn(letter);
        var notice = await database.Get<CalledBack>().ReadAsync(link, default);
        Assert.Equal([new(Title, story.Slug!, Audience.PolicyMakers)], notice.Public);
        await EndAsync(database, story, erases: false);
        Assert.Empty((await database.Get<CalledBack>().ReadAsync(link, default)).Public);
    }

    [Fact]
    public async Task A_permission_that_has_run_out_is_called_back_as_one_that_is_taken_back_whether_or_not_its_author_allows_others_anew()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, other) = (await PublishedAsync(database), await PublishedAsync(database));
        await SubscribersAsync(database, story, "maker@example.org");
        await SubscribersAsync(database, other, "other@example.org");
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(Consent.Longest) - database.Clock.UtcNow);

        await AllowAsync(database, story, Audience.Website);
        await database.Get<Permissions>().EndAsync(default);
        await RunAsync(database);

        var letters = (await database.PostAsync()).Where(letter => letter.Title.StartsWith("Please delete", StringComparison.Ordinal))
            .OrderBy(letter => letter.To).ToList();
        Assert.Equal(["maker@example.org", "other@example.org"], letters.Select(letter => letter.To));
        Assert.Contains("Its author has taken back the permission", letters[0].Body, StringComparison.Ordinal);
        // Nobody has taken that back: it ran out.
        Assert.Contains("We have taken it down.", letters[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_publisher_takes_down_is_called_back_as_taken_down_and_who_has_left_is_recorded()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        await SubscribersAsync(database, story, "a@example.org");
        await SubscribersAsync(database, story, "gone@example.org");
        await database.Get<Suppressions>().SuppressAsync("gone@example.org", SuppressionReason.Complaint, default);

        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await database.FormAsync(story.CaseStudy), A.Publisher(), default);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Contains("We have taken it down.", letter.Body, StringComparison.Ordinal);
        var sent = Assert.Single(await database.Get<SentOut>().OfStoryAsync(story.Id, default));
        Assert.Equal((2, 2, 1), (sent.Count, sent.CalledBack, sent.Unreached));
    }

    [Fact]
    public async Task Two_stories_of_one_case_study_that_are_taken_back_are_one_letter_and_so_are_two_case_studies_of_one_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, other) = (await PublishedAsync(database), await PublishedAsync(database));
        var subscriber = await SubscribersAsync(database, story, "a@example.org");
        // The same story is in both case studies.
        var db = database.Get<InfoStoryContext>();
        (await db.CaseStudies.SingleAsync(study => study.Id == other.CaseStudy)).Stories.Add(new() { StoryId = story.Id });
        await db.SaveChangesAsync();
        await DeliverAsync(database, other.CaseStudy, subscriber, Audience.PolicyMakers);

        await EndAsync(database, story, erases: false);
        await EndAsync(database, other, erases: false);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Contains("2 case studies", letter.Body, StringComparison.Ordinal);
        await database.Get<CalledBack>().AcknowledgeAsync(LinkIn(letter));
        Assert.True(await database.Get<InfoStoryContext>().Deliveries.AllAsync(one => one.AcknowledgedAt != null));
    }

    [Fact]
    public async Task A_letter_that_was_never_tried_is_not_called_back_and_one_whose_try_has_begun_is()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, tried) = (await PublishedAsync(database), await PublishedAsync(database));
        await database.PutAsync(story, await database.OrganisationAsync());
        await database.PutAsync(tried, await database.OrganisationAsync("Essex County Council", "office@essex.example"));
        await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.To == "office@essex.example")
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, 1));

        await EndAsync(database, story, erases: false);
        await EndAsync(database, tried, erases: true);
        await RunAsync(database);

        Assert.Equal("office@essex.example", Assert.Single(await database.PostAsync()).To);
    }

    [Fact]
    public async Task A_process_that_is_killed_between_two_steps_is_followed_by_one_that_goes_on_and_writes_to_nobody_twice()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await PublishedAsync(database);
        await SubscribersAsync(database, story, "a@example.org");
        await database.CopyAsync("Subscribers", "n", More, ("AddressKey", "'more-' || n.n"));
        await database.CopyAsync("Deliveries", $"Subscribers AS s WHERE s.AddressKey LIKE 'more-%'", 1, ("Recipient", "'subscriber ' || s.Id"));
        await EndAsync(database, story, erases: true);
        using (var killed = new CancellationTokenSource())
        // Only the second step asks for what comes after the first.
        using (new Meanwhile(database.File, "\"Recipient\" > @", killed.CancelAsync))
        {
            await Record.ExceptionAsync(() => database.Get<RecallRun>().RunAsync(killed.Token));
        }

        Assert.InRange(await database.Get<InfoStoryContext>().Set<Letter>().CountAsync(), 1, RecallRun.AtOnce);

        await Task.WhenAll(RunAsync(database), RunAsync(database));
        await RunAsync(database);

        var to = (await database.PostAsync()).ConvertAll(letter => letter.Subject);
        Assert.Equal(More + 1, to.Count);
        Assert.Equal(to.Count, to.Distinct().Count());
    }

    [Fact]
    public async Task What_is_sent_at_the_moment_at_which_its_author_forbids_it_does_not_leave()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await database.Given(A.Story().For(Audience.Website, Audience.PolicyMakers).Published());
        var before = database.Clock.UtcNow;

        await AllowAsync(database, story, Audience.Website);

        await Assert.ThrowsAsync<ConflictException>(() => DeliverAsync(database, story.CaseStudy, "subscriber 1", Audience.PolicyMakers, before));
        await DeliverAsync(database, story.CaseStudy, "subscriber 1", Audience.Website, before);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_sent_while_somebody_waited_for_the_lock_is_called_back_too(bool byTeam)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await PublishedAsync(database);
        await SubscribersAsync(database, story, "a@example.org");
        var (db, sent) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow.AddSeconds(30));
        await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(one => one.SentAt, sent));
        var form = await database.FormAsync(story.CaseStudy);

        using (new Meanwhile(database.File, "UPDATE \"HistoryHead\"", () =>
        {
            database.Clock.Advance(TimeSpan.FromMinutes(1));
            return Task.CompletedTask;
        }))
        {
            if (byTeam) await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, form, A.Publisher(), default);
            else await AllowAsync(database, story, Audience.Website);
        }

        await RunAsync(database);

        Assert.Equal("a@example.org", Assert.Single(await database.PostAsync()).To);
    }
}
