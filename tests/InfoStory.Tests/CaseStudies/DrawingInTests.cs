using FluentValidation;
using InfoStory.Authors;
using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.History;
using InfoStory.Rights;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using static InfoStory.Tests.CaseStudies.Drawing;

namespace InfoStory.Tests.CaseStudies;

/// <summary>A case study that is drawn from several stories, each within its own consents.</summary>
public sealed class DrawingInTests
{
    [Fact]
    public async Task A_story_is_drawn_in_by_its_reference_and_published_with_the_other()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);

        await PublishAsync(database, key);

        Assert.Equal([first.Reference, second.Reference], (await database.StudyAsync(key)).StoryReferences);
        Assert.Equal([StoryState.Published, StoryState.Published], await StatesAsync(database, first, second));
        Assert.Equal(key, (await database.Get<InfoStoryContext>().CaseStudies.SingleAsync()).Id);
        Assert.NotNull(await database.Get<Library>().FindByStoryAsync(second.Id, default));
    }

    [Theory]
    [InlineData("nothing", "There is no story with this reference")]
    [InlineData("itself", "is drawn from this story already")]
    [InlineData("not for the website", "The author has not agreed to publication on this website")]
    [InlineData("in review", "Only a story that is ready can be drawn in; this one is in review")]
    public async Task Only_a_story_that_is_ready_and_may_be_public_is_drawn_in(string which, string why)
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(first.Reference, A.Publisher(), default);
        var reference = which switch
        {
            "nothing" => "IS-2222-22",
            "itself" => first.Reference,
            "in review" => (await database.Given(A.Story().InReview())).Reference,
            _ => (await database.Given(A.Story().NotForWebsite().Ready())).Reference,
        };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => DrawInAsync(database, key, reference));

        Assert.Contains(why, Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
        Assert.Single((await database.StudyAsync(key)).StoryReferences);
    }

    [Fact]
    public async Task Those_that_are_ready_are_offered_and_nothing_else()
    {
        await using var database = await TestDatabase.NewAsync();
        var first = await database.Given(A.Story().Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(first.Reference, A.Publisher(), default);
        var ready = await database.Given(A.Story().Titled("Another").Ready());
        foreach (var other in new[] { A.Story().InReview(), A.Story().NotForWebsite().Ready(), A.Story().Published(), A.Story().OnHold() })
            await database.Given(other);

        var offered = await database.Get<DrawingIn>().OfferAsync(key, A.Publisher(), default);

        Assert.Equal((ready.Reference, "Another"), (Assert.Single(offered).Reference, offered[0].Title));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<DrawingIn>().OfferAsync(key, A.Moderator(), default));
    }

    [Fact]
    public async Task Each_author_says_who_may_hear_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, second, key) = await TwoAsync(database);
        await database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Nobody = true }, default);

        var refused = await Assert.ThrowsAsync<ConflictException>(() => PublishAsync(database, key));

        Assert.Equal($"{second.Reference}: The author has not agreed to publication on this website.", refused.Message);
    }

    [Fact]
    public async Task Each_author_who_asked_to_see_it_first_says_yes_to_the_whole()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(
            database, A.Story().Titled("The first").SeeFirst().Ready(), A.Story().Titled("The second").SeeFirst().Ready());
        // A draft of its own does not come between: its author reads what was sent.
        await database.Get<CaseStudyEditing>().DraftFromAsync(second.Reference, A.Publisher(), default);
        await database.Get<CaseStudyEditing>()
            .SendToAuthorAsync(key, await database.FormAsync(key) with { Learning = "Together." }, A.Publisher(), default);

        await SignOffAsync(database, first);
        var half = await Record.ExceptionAsync(() => PublishAsync(database, key));
        await SignOffAsync(database, second);
        await PublishAsync(database, key);

        Assert.Contains(second.Reference, Assert.IsType<ConflictException>(half).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, half.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_author_who_takes_a_story_back_takes_it_down_and_the_other_story_is_ready_again()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);
        await PublishAsync(database, key);

        await database.Get<Withdrawal>().WithdrawAsync(second.Id, default);

        Assert.Equal([StoryState.Ready, StoryState.Withdrawn], await StatesAsync(database, first, second));
        Assert.Equal(0, await database.Get<Library>().CountAsync(default));
    }

    [Fact]
    public async Task A_story_that_another_public_case_study_draws_on_stays_published()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);
        var own = await database.Get<CaseStudyEditing>().DraftFromAsync(second.Reference, A.Publisher(), default);
        var alone = await database.Given(A.Story().Titled("Alone").Ready());
        var third = await database.Get<CaseStudyEditing>().DraftFromAsync(alone.Reference, A.Publisher(), default);
        await DrawInAsync(database, third, second.Reference);
        await PublishAsync(database, key);
        await PublishAsync(database, third);

        await database.Get<CaseStudyEditing>().TakeDownAsync(key, await database.FormAsync(key), A.Publisher(), default);

        Assert.Equal(key, own);
        Assert.Equal([StoryState.Ready, StoryState.Published], await StatesAsync(database, first, second));
        await database.Get<CaseStudyEditing>().TakeDownAsync(third, await database.FormAsync(third), A.Publisher(), default);
        Assert.Equal([StoryState.Ready, StoryState.Ready], await StatesAsync(database, first, second));
    }

    [Fact]
    public async Task Only_whose_permission_ended_is_told_so()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);
        await PublishAsync(database, key);
        await database.Get<Permissions>().ChangeAsync(second.Id, new GivePermission { Audiences = [Audience.Website], Months = 6 }, default);
        database.Clock.Advance(database.Clock.UtcNow.AddMonths(6) - database.Clock.UtcNow);

        await database.Get<Permissions>().EndAsync(default);

        var told = await database.Get<InfoStoryContext>().History.Where(entry => entry.Act == HistoryAct.PermissionEnded)
            .Select(entry => entry.Subject).ToListAsync();
        Assert.Equal(second.Reference, Assert.Single(told));
        Assert.Equal([StoryState.Ready, StoryState.Ready], await StatesAsync(database, first, second));
    }

    [Fact]
    public async Task The_story_that_it_was_begun_from_is_never_left_out()
    {
        await using var database = await TestDatabase.NewAsync();
        var older = await database.Given(A.Story().Titled("Told first").Ready());
        var begun = await database.Given(A.Story().Titled("Begun from").Ready());
        var key = await database.Get<CaseStudyEditing>().DraftFromAsync(begun.Reference, A.Publisher(), default);
        await DrawInAsync(database, key, older.Reference);
        await WriteAsync(database, key, "All of it in other words.");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => LeaveOutAsync(database, key, begun.Reference));

        Assert.Contains("was begun from this story", refused.Message, StringComparison.Ordinal);
        Assert.Equal([older.Reference], await database.Get<DrawingIn>().ToLeaveOutAsync(await database.StudyAsync(key), A.Publisher(), default));
    }

    [Fact]
    public async Task Another_story_is_left_out_once_its_words_are_and_somebody_says_that_nothing_is_from_it()
    {
        await using var database = await TestDatabase.NewAsync();
        var (first, second, key) = await TwoAsync(database);
        await WriteAsync(database, key, "A worker rang. She rang too.");

        var held = await Assert.ThrowsAsync<ConflictException>(() => LeaveOutAsync(database, key, second.Reference));
        await WriteAsync(database, key, "A worker rang. She rang as well.");
        var unsaid = await Assert.ThrowsAsync<ConflictException>(() => LeaveOutAsync(database, key, second.Reference, nothingIsHere: false));
        await LeaveOutAsync(database, key, second.Reference);
        var last = await Assert.ThrowsAsync<ConflictException>(() => LeaveOutAsync(database, key, first.Reference));

        Assert.Contains("still holds the public text", held.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing here is from this story", unsaid.Message, StringComparison.Ordinal);
        Assert.Contains("one story at least", last.Message, StringComparison.Ordinal);
        Assert.Equal(first.Reference, Assert.Single((await database.StudyAsync(key)).StoryReferences));
        var left = await database.Get<InfoStoryContext>().History.SingleAsync(entry => entry.Act == HistoryAct.StoryLeftOut);
        Assert.Equal((second.Reference, $"number {key}: nothing in it is from this story"), (left.Subject, left.Why));
    }

    [Fact]
    public async Task What_the_quick_answers_come_to_stands_beside_a_story_that_tells_no_chain()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, _, key) = await TwoAsync(database);
        await database.Given(A.Story().Titled("Another").Ready());
        await database.Get<InfoStoryContext>().Stories.ExecuteUpdateAsync(set => set.SetProperty(story => story.TimesTold, 3));

        var offered = await database.Get<DrawingIn>().OfferAsync(key, A.Publisher(), default);

        Assert.Equal("Told 3 times.", Assert.Single(offered).Chain);
        Assert.All((await database.StudyAsync(key)).Drawn, drawn => Assert.Equal("Told 3 times.", drawn.Chain));
    }

    [Fact]
    public async Task What_was_answered_and_scheduled_before_counts_no_more()
    {
        await using var database = await TestDatabase.NewAsync();
        var second = await database.Given(A.Story().PublicText("She rang too.").Ready());
        var key = await database.ScheduleAsync(await database.Given(A.Story().Ready()));
        Assert.True((await database.StudyAsync(key)).IntruderStands);

        await DrawInAsync(database, key, second.Reference);

        var study = await database.StudyAsync(key);
        Assert.Equal((null, false), (study.PublishAt, study.IntruderStands));
        Assert.Equal("Another story was drawn in.", Assert.Single(study.NotPublished));
    }

    [Fact]
    public async Task Nothing_is_drawn_into_what_the_public_reads()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var other = await database.Given(A.Story().Ready());

        await Assert.ThrowsAsync<ConflictException>(() => DrawInAsync(database, story.CaseStudy, other.Reference));
    }
}
