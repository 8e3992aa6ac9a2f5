using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Deliveries;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Recalls;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Promises;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.Dissemination.Subscribers;
using InfoStory.Tests.Jobs;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Dissemination.RecallSteps;

namespace InfoStory.Tests.Dissemination;

/// <summary>What was sent to organisations, and who sees what was sent.</summary>
public sealed class RecallOfAsksTests
{
    private const int More = RecallRun.AtOnce + 20;

    [Fact]
    public async Task An_organisation_and_the_one_that_does_its_work_now_have_one_letter_and_one_link()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        var (first, second) = (await database.OrganisationAsync(), await database.OrganisationAsync("Kent and Medway", "both@kent.example"));
        await database.PutAsync(story, first);
        await database.PutAsync(story, second);
        await database.PostAsync();
        var db = database.Get<InfoStoryContext>();
        var ended = await db.Organisations.SingleAsync(one => one.Id == first.Id);
        ended.Close(await db.Organisations.SingleAsync(one => one.Id == second.Id), database.Clock.UtcNow);
        await db.SaveChangesAsync();

        await EndAsync(database, story, erases: false);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Equal("both@kent.example", letter.To);
        await database.Get<CalledBack>().AcknowledgeAsync(LinkIn(letter));
        Assert.Equal(2, await db.Deliveries.CountAsync(one => one.AcknowledgedAt != null));
    }

    [Fact]
    public async Task However_many_others_stand_between_the_two_they_have_one_letter()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var story = await PublishedAsync(database);
        var first = await database.OrganisationAsync();
        await database.PutAsync(story, first);
        await database.PostAsync();
        await database.CopyAsync("Deliveries", "n", More, ("Recipient", "'ask of organisation ' || (1000 + n.n)"));
        var last = await database.OrganisationAsync("Kent and Medway", "both@kent.example");
        await database.RunAsync($"UPDATE Deliveries SET Recipient = 'ask of organisation 9000000' WHERE Recipient = 'ask of organisation {1000 + More}'");
        await database.RunAsync($"UPDATE Organisations SET Id = 9000000, SuccessorId = NULL WHERE Id = {last.Id}");
        await database.RunAsync($"UPDATE Organisations SET SuccessorId = 9000000 WHERE Id = {first.Id}");

        await EndAsync(database, story, erases: false);
        await RunAsync(database);

        var letter = Assert.Single(await database.PostAsync());
        Assert.Equal("both@kent.example", letter.To);
        await database.Get<CalledBack>().AcknowledgeAsync(LinkIn(letter));
        Assert.Equal(2, await database.Get<InfoStoryContext>().Deliveries.CountAsync(one => one.AcknowledgedAt != null));
    }

    [Fact]
    public async Task An_organisation_that_was_asked_twice_is_counted_once()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        await database.PutAsync(story, await database.OrganisationAsync());
        var asked = await database.Get<InfoStoryContext>().Deliveries.Select(one => one.Recipient).SingleAsync();
        await DeliverAsync(database, story.CaseStudy, $"{Delivery.HolderIn(asked)}, again", Audience.NamedService);
        await database.PutAsync(story, await database.OrganisationAsync("Essex County Council", "office@essex.example"));
        await database.PostAsync();
        await SubscribersAsync(database, story, "a@example.org", "b@example.org");

        await EndAsync(database, story, erases: false);
        await RunAsync(database);
        await database.Get<CalledBack>().AcknowledgeAsync(LinkIn((await database.PostAsync()).Single(letter => letter.To == "office@kent.example")));

        var sent = await database.Get<SentOut>().OfStoryAsync(story.Id, default);
        Assert.Equal(
            [(true, 2, 2, 1, 0), (false, 2, 2, 0, 0)],
            sent.Select(one => (one.Asked, one.Count, one.CalledBack, one.Acknowledged, one.Unreached)));
    }

    [Fact]
    public async Task The_desk_shows_organisations_by_name_and_subscribers_as_numbers_and_hides_what_is_on_hold()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        await database.PutAsync(story, await database.OrganisationAsync());
        await database.PostAsync();
        await SubscribersAsync(database, story, "a@example.org", "b@example.org");

        var shown = Assert.Single((await database.Get<DeliveryDesk>().ListAsync(null, A.Publisher(), default)).Studies);

        Assert.Equal((Title, true), (shown.Title, shown.IsPublic));
        Assert.Equal("Kent County Council", Assert.Single(shown.Organisations).Name);
        Assert.Equal([(true, 1), (false, 2)], shown.Kinds.Select(kind => (kind.Asked, kind.Count)));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<DeliveryDesk>().ListAsync(null, A.Moderator(), default));
        await EndAsync(database, story, erases: false);
        await RunAsync(database);
        Assert.Null(Assert.Single((await database.Get<DeliveryDesk>().ListAsync(null, A.Publisher(), default)).Studies).Title);
    }

    [Fact]
    public async Task A_letter_about_a_promise_stops_when_the_service_may_not_have_it_any_more_and_the_copy_says_what_was_promised_and_said()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        var services = database.Get<IServiceProvider>();
        var kept = await services.PromiseAsync(story, what: "A name on every letter");
        await services.RecordAsync(kept, PromiseEventKind.Made, "It stands there now.");
        await database.Get<PromiseAnswers>().AnswerAsync(story.Id, kept, KeptAnswer.Partly, default);
        await services.PromiseAsync(story, days: 20);
        database.Days(7);
        await database.Get<PromiseLetters>().RemindAsync(default);
        Assert.Single(await ToServiceAsync());
        // One that was tried and waits goes like one that was not.
        await database.Get<InfoStoryContext>().Set<Letter>().ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Tries, 1));

        await AllowAsync(database, story, Audience.Website);

        Assert.Empty(await ToServiceAsync());
        var held = (await database.Get<MyData>().ReadAsync(story.Id, default)).Promises;
        Assert.Equal([("A name on every letter", 1), (PromiseBuilding.What, 0)], held.Select(one => (one.What, one.YouSaid.Count)));

        Task<List<Letter>> ToServiceAsync() =>
            database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.To == PromiseBuilding.Mailbox).ToListAsync();
    }

    [Fact]
    public async Task A_service_that_only_one_story_may_name_is_asked_and_called_back_by_the_word_of_that_author_alone()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(
            A.Story().Titled(Title).About("Housing", "Kent").For(Audience.Website, Audience.NamedService).Published());
        var other = await database.Given(A.Story().Titled("Another one").About("Police", "Kent").For(Audience.Website).Published());
        var db = database.Get<InfoStoryContext>();
        (await db.CaseStudies.SingleAsync(study => study.Id == story.CaseStudy)).Stories.Add(new() { StoryId = other.Id });
        await db.SaveChangesAsync();
        await database.PutAsync(story, await database.OrganisationAsync("Homes of Kent", "homes@kent.example", "Housing", "Kent"));
        await database.SendAllAsync();
        database.Days(1);
        await AllowAsync(database, other, Audience.Website, Audience.NamedService);
        database.Days(1);
        await AllowAsync(database, other, Audience.Website);
        await RunAsync(database);
        var others = await CalledBackAsync();
        var held = Assert.Single((await database.Get<MyData>().ReadAsync(story.Id, default)).SentTo);
        Assert.Equal((true, Audience.NamedService, 0), (held.AskedToAnswer, held.Audience, held.CalledBack));
        database.Days(1);

        await AllowAsync(database, story, Audience.Website);
        await RunAsync(database);

        Assert.Equal((0, 1), (others, await CalledBackAsync()));

        Task<int> CalledBackAsync() => database.Get<InfoStoryContext>().Deliveries.CountAsync(one => one.CalledBackAt != null);
    }
}
