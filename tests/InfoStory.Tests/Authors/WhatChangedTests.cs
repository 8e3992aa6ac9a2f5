using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.Protection.Contacts;
using InfoStory.Rights;
using InfoStory.Stories;
using InfoStory.Tests.CaseStudies;
using InfoStory.Tests.Organisations.Asks;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Authors;

public sealed class WhatChangedTests
{
    [Fact]
    public async Task Four_weeks_after_publication_the_author_is_asked_once_and_the_letter_says_nothing_of_the_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database, "Quinquereme of Nineveh");
        await database.Get<ContactBook>().ChangeAsync(story.Id, new() { Email = "teller@example.org" }, default);

        Assert.Equal(0, await AskAsync(database));
        database.Clock.Advance(AskingWhatChanged.After);
        Assert.Equal(1, await AskAsync(database));
        database.Days(30);
        Assert.Equal(0, await AskAsync(database));

        var letter = Assert.Single(await database.Get<InfoStoryContext>().Set<Letter>().Where(letter => letter.Title == "Did anything change?").ToListAsync());
        Assert.DoesNotContain("quinquereme", letter.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("story,", letter.Body, StringComparison.OrdinalIgnoreCase);
        var link = letter.Body.Split("/changed/")[1][..LinkKey.Length];
        Assert.Null((await database.Get<WhatChanged>().ReadAsync(link, default)).Answer);
        await database.Get<WhatChanged>().AnswerAsync(link, ChangeAnswer.ALittle, default);
        Assert.Equal(ChangeAnswer.ALittle, (await database.Get<WhatChanged>().ReadAsync(link, default)).Answer);
        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<WhatChanged>().AnswerAsync(link, ChangeAnswer.Yes, default));
    }

    [Fact]
    public async Task Whoever_was_drawn_in_later_is_asked_four_weeks_after_that_was_public_and_is_told_the_day()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, later) = (await database.Given(A.Story().Ready()), await database.Given(A.Story().PublicText("She rang too.").Ready()));
        var study = await database.Get<CaseStudyEditing>().DraftFromAsync(first.Reference, A.Publisher(), default);
        await Drawing.PublishAsync(database, study);
        database.Clock.Advance(AskingWhatChanged.After);
        Assert.Equal(1, await AskAsync(database));
        await database.Get<CaseStudyEditing>().TakeDownAsync(study, await database.FormAsync(study), A.Publisher(), default);
        await Drawing.DrawInAsync(database, study, later.Reference);
        await Drawing.PublishAsync(database, study);
        Assert.Equal(0, await AskAsync(database));

        var outcome = await database.Get<AfterPublication>().ReadAsync(later.Id, StoryState.Published, default);
        database.Clock.Advance(AskingWhatChanged.After);

        Assert.Equal(DateOnly.FromDateTime(database.Clock.UtcNow.InLondon()), outcome.AsksOn);
        Assert.Equal(1, await AskAsync(database));
    }

    [Fact]
    public async Task Nobody_is_asked_whose_story_is_taken_back_on_hold_or_taken_down_or_who_left_only_a_telephone_by_letter()
    {
        await using var database = await TestDatabase.NewAsync();
        var (back, held, down) = (await PublishedAsync(database), await PublishedAsync(database), await PublishedAsync(database));
        var called = await PublishedAsync(database);
        await database.Get<ContactBook>().ChangeAsync(called.Id, new() { Telephone = "07700 900982" }, default);
        await database.Get<Withdrawal>().WithdrawAsync(back.Id, default);
        await database.Get<InfoStoryContext>().Stories.Where(story => story.Id == held.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.State, StoryState.OnHold));
        await database.Get<CaseStudyEditing>().TakeDownAsync(down.CaseStudy, await database.FormAsync(down.CaseStudy), A.Publisher(), default);
        database.Clock.Advance(AskingWhatChanged.After);

        Assert.Equal(1, await AskAsync(database));

        Assert.Equal(called.Id, await database.Get<InfoStoryContext>().ChangeQuestions.Select(question => question.StoryId).SingleAsync());
        Assert.False(await database.Get<InfoStoryContext>().Set<Letter>().AnyAsync(letter => letter.Title == "Did anything change?"));
        Assert.NotNull(await database.Get<WhatChanged>().ReadOfAsync(called.Reference, A.Moderator(), default));
    }

    [Fact]
    public async Task What_the_author_writes_goes_to_the_team_alone_and_is_read_for_danger()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await PublishedAsync(database);
        database.Clock.Advance(AskingWhatChanged.After);
        await AskAsync(database);
        var changes = database.Get<WhatChanged>();

        await changes.AnswerAsync(story.Id, ChangeAnswer.Worse, default);
        await changes.TellAsync(story.Id, new() { Text = "He is going to kill himself tonight." }, default);
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "He is going to kill himself tonight." }, default);

        var db = database.Get<InfoStoryContext>();
        Assert.Single(await db.Messages.Where(message => message.StoryId == story.Id).ToListAsync());
        Assert.True(await db.SafeguardingCases.AnyAsync(one => one.StoryId == story.Id));
        foreach (var act in (HistoryAct[])[HistoryAct.SaidWhatChanged, HistoryAct.WroteWhatChanged])
            Assert.Equal(1, await db.History.CountAsync(entry => entry.Subject == story.Reference && entry.Act == act));
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = " " }, default));
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "Two." }, default);
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "Three." }, default);
        await Assert.ThrowsAsync<ConflictException>(() => database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "Four." }, default));
        Assert.Equal(ChangeAnswer.Worse, (await database.Get<MyData>().ReadAsync(story.Id, default)).WhetherAnythingChanged!.YouSaid);
    }

    [Fact]
    public async Task What_an_author_writes_waits_for_a_publisher_until_it_is_read_and_again_when_more_comes()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, quiet) = (await PublishedAsync(database), await PublishedAsync(database, "Two calls"));
        database.Clock.Advance(AskingWhatChanged.After);
        await AskAsync(database);
        await database.Get<WhatChanged>().AnswerAsync(quiet.Id, ChangeAnswer.Yes, default);
        Assert.Empty(await UnreadAsync());
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "One." }, default);
        var first = Assert.Single(await UnreadAsync());
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "Two." }, default);

        await Assert.ThrowsAsync<ConflictException>(() => ReadAsync(first));
        var second = Assert.Single(await UnreadAsync());
        await ReadAsync(second);
        await ReadAsync(second);

        Assert.Equal(story.Reference, second.Reference);
        Assert.Empty(await UnreadAsync());
        Assert.Equal(1, await database.Get<InfoStoryContext>().History.CountAsync(entry => entry.Act == HistoryAct.ReadWhatChanged));
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Get<WhatChanged>().TellAsync(story.Id, new() { Text = "Three." }, default);
        Assert.Single(await UnreadAsync());
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<WhatChanged>().UnreadAsync(A.Moderator(), default));

        Task<IReadOnlyList<ChangeToRead>> UnreadAsync() => database.Get<WhatChanged>().UnreadAsync(A.Publisher(), default);
        Task ReadAsync(ChangeToRead one) => database.Get<WhatChanged>().MarkReadAsync(one.Reference, one.Revision, A.Publisher(), default);
    }

    [Fact]
    public async Task The_author_sees_who_was_asked_what_was_promised_to_how_many_it_went_and_when_they_are_asked()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        await database.Get<IServiceProvider>().PromiseAsync(story);
        var on = DateOnly.FromDateTime((database.Clock.UtcNow + AskingWhatChanged.After).InLondon());

        var outcome = await database.Get<AfterPublication>().ReadAsync(story.Id, StoryState.Published, default);

        Assert.Equal("Kent County Council", Assert.Single(outcome.Asks).Organisation);
        Assert.Equal(PromiseBuilding.What, Assert.Single(outcome.Promises).What);
        Assert.True(Assert.Single(outcome.Sent).Asked);
        Assert.Equal(on, outcome.AsksOn);
    }

    private static Task<GivenStory> PublishedAsync(TestDatabase database, string title = "Three calls") => database.Given(A.Story().Titled(title).Published());

    private static Task<int> AskAsync(TestDatabase database) => database.Get<AskingWhatChanged>().AskDueAsync(default);
}
