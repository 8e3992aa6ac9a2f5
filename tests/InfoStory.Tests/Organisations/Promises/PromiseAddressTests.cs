using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Organisations.Responses;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Stories.PersonalData;
using InfoStory.Tests.Organisations.Responses;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>The address of a promise that went with its story stays gone, and never stands in the way of the next author who takes a story back.</summary>
public sealed class PromiseAddressTests
{
    [Theory]
    [InlineData("One number to call", "one-number-to-call")]
    [InlineData("رقم واحد للاتصال", "promise")]
    [InlineData("Feed", "promise")]
    public async Task An_address_that_is_gone_is_given_to_nobody_else(string what, string expected)
    {
        await using var database = await TestDatabase.NewAsync();
        List<string> slugs = [];

        for (var round = 0; round < 3; round++)
        {
            var story = await database.Given(A.Story().For(Audience.Website, Audience.NamedService).Published());
            slugs.Add(await database.Get<IServiceProvider>().PromiseAsync(story, what: what));
            await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        }

        Assert.Equal([expected, $"{expected}-2", $"{expected}-3"], slugs);
        foreach (var slug in slugs) await Assert.ThrowsAsync<GoneException>(() => database.Get<PromiseBook>().ReadAsync(slug, default));
    }

    [Fact]
    public async Task The_change_that_an_answer_names_gets_no_address_that_is_gone()
    {
        await using var database = await TestDatabase.NewAsync();
        var due = database.Clock.Today().AddDays(20);
        var (first, _) = await PromiseSteps.PlannedAsync(database);
        await database.Get<Withdrawal>().WithdrawAsync(first.Id, default);
        var (story, ask, ann) = await AnswerBuilding.AskedAsync(database);
        await database.Get<Answering>().SendAsync(
            ann, ask, AnswerBuilding.Answer with { Change = PromiseBuilding.What, Whose = "Head of housing", Due = due }, default);

        await AnswerBuilding.PublishAsync(database, (await AnswerBuilding.ShownAsync(database)).Id, promise: true);
        var slug = await database.Get<InfoStoryContext>().Promises.Select(promise => promise.Slug).SingleAsync();
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal("one-number-to-call-2", slug);
        await Assert.ThrowsAsync<GoneException>(() => database.Get<PromiseBook>().ReadAsync(slug, default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_story_is_taken_back_though_the_address_of_its_promise_is_written_down_already(bool inThisSave)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PromiseSteps.PlannedAsync(database);
        // One scope, so one save.
        var services = database.Get<IServiceProvider>();
        var db = services.GetRequiredService<InfoStoryContext>();
        var other = await database.Given(A.Story().Published());
        db.FormerAddresses.Add(new() { Key = Promise.KeyOfAddress(slug), CaseStudyId = other.CaseStudy, LeadsOn = false });
        if (!inThisSave)
        {
            await db.SaveChangesAsync();
            await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        }
        else
        {
            var forgotten = new Forgetting(await db.Stories.SingleAsync(one => one.Id == story.Id), Erases: false, Actor.Author, database.Clock.UtcNow);
            await services.GetServices<IPersonalDataHolder>().Single(room => room.Entities.Contains(typeof(Promise))).ForgetAsync(forgotten, default);
            await db.SaveChangesAsync();
        }

        Assert.Empty(await db.Promises.AsNoTracking().ToListAsync());
        await Assert.ThrowsAsync<GoneException>(() => database.Get<PromiseBook>().ReadAsync(slug, default));
    }
}
