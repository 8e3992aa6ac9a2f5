using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Promises;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.Organisations.Promises.PromiseSteps;

namespace InfoStory.Tests.Organisations.Promises;

/// <summary>What is written to organisations about what they promised, and what must not leave any more.</summary>
public sealed class PromiseLettersTests
{
    [Fact]
    public async Task What_its_author_keeps_from_the_service_is_neither_promised_nor_reminded_of()
    {
        await using var database = await TestDatabase.NewAsync();
        var forbidden = await database.Given(A.Story().Titled("Not for them").Published());
        var (story, _) = await PlannedAsync(database);
        var command = new PlanPromise
        {
            Organisation = PromiseBuilding.Organisation,
            What = "One form",
            Role = "Head of housing",
            Due = database.Clock.Today().AddDays(9),
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(
            () => database.Get<Promising>().PlanAsync(forbidden.CaseStudy, command, A.Publisher(), default));
        await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);
        database.Clock.Advance(TimeSpan.FromDays(17));
        await database.Get<PromiseLetters>().RemindAsync(default);

        Assert.Equal(
            (nameof(PlanPromise.Organisation), "The author has not agreed that this story goes to the service it is about."),
            refused.Errors.Select(one => (one.PropertyName, one.ErrorMessage)).Single());
        Assert.DoesNotContain(await LettersAsync(database), letter => letter.To == PromiseBuilding.Mailbox);
    }

    [Theory]
    [InlineData("unpublish")]
    [InlineData("withdraw")]
    [InlineData("erase")]
    [InlineData("merge")]
    [InlineData("narrow")]
    [InlineData("record")]
    public async Task A_letter_that_waits_goes_when_what_it_is_about_is_taken_down_or_moved_or_forbidden_or_done(string how)
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, slug) = await PlannedAsync(database, days: 30);
        database.Clock.Advance(TimeSpan.FromDays(17));
        var written = await database.Get<PromiseLetters>().RemindAsync(default);

        if (how == "withdraw") await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        else if (how == "erase") await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        else if (how == "merge") await MergeAsync(database);
        else if (how == "narrow") await database.Get<Permissions>().ChangeAsync(story.Id, new() { Audiences = [Audience.Website], Months = 12 }, default);
        else if (how == "record") await database.Get<Promising>()
            .RecordAsync(slug, new() { Revision = 1, Kind = PromiseEventKind.Made, Words = "Done" }, A.Publisher(), default);
        else await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await FormAsync(database, story), A.Publisher(), default);

        Assert.Equal(1, written);
        Assert.DoesNotContain(await LettersAsync(database), letter => letter.To == PromiseBuilding.Mailbox);
    }

    [Fact]
    public async Task Whoever_does_the_work_of_another_gets_the_reminder_that_still_waited_for_it()
    {
        await using var database = await TestDatabase.NewAsync();
        await PlannedAsync(database, days: 30);
        database.Clock.Advance(TimeSpan.FromDays(17));
        await database.Get<PromiseLetters>().RemindAsync(default);

        await MergeAsync(database);

        Assert.Equal(1, await database.Get<PromiseLetters>().RemindAsync(default));
        Assert.Equal(["new@example.org"], (await LettersAsync(database)).Select(letter => letter.To));
        Assert.Equal(0, await database.Get<PromiseLetters>().RemindAsync(default));
    }

    [Fact]
    public async Task A_reminder_that_is_written_while_its_case_study_is_taken_down_loses()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await PlannedAsync(database, days: 30);
        var before = await RevisionAsync();

        await database.Get<CaseStudyEditing>().TakeDownAsync(story.CaseStudy, await FormAsync(database, story), A.Publisher(), default);

        Assert.True(await RevisionAsync() > before);

        Task<int> RevisionAsync() => database.Get<InfoStoryContext>().Promises.Select(promise => promise.Revision).SingleAsync();
    }
}
