using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Rights;
using InfoStory.Stories;

namespace InfoStory.Tests.Authors;

public sealed class AskAndAnswerTests
{
    [Fact]
    public async Task A_question_goes_to_the_author_with_what_was_edited_saved_and_without_a_name()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var form = new ReviewStory { Revision = 2, PublicTitle = "Half a title", Question = " Which month\r\nwas it? ", Note = "Asked about the month." };

        await database.Get<Review>().AskAsync(story.Reference, form, A.Moderator(), default);

        var (mine, desk) = (await database.Get<MyStory>().ShowAsync(story.Id, default), await database.Get<StoryDesk>().ShowAsync(story.Reference, default));
        Assert.Equal(new(false, "Which month\nwas it?", database.Clock.UtcNow), mine.Question);
        Assert.Equal((StoryState.WithAuthor, AuthorTurn.Answer, false), (mine.State, mine.Turn, mine.ShowsPublicText));
        Assert.Equal(new("Which month\nwas it?", A.Moderator().Name, database.Clock.UtcNow), Assert.Single(desk.Messages));
        Assert.Equal(("Half a title", "Asked about the month."), (desk.PublicTitle, Assert.Single(desk.Notes).Text));
        Assert.Equal("Asked the author", desk.History[^1].Act.Name);
    }

    [Fact]
    public async Task An_answer_brings_the_story_back_into_review_and_stands_beside_the_question()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked());
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);

        await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = shown.Revision, Text = "In May, I think." }, default);

        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal((StoryState.InReview, A.Moderator().Name), (desk.State, desk.ClaimedBy));
        Assert.Equal([("Which month was it?", A.Moderator().Name), ("In May, I think.", null)], desk.Messages.Select(message => (message.Text, message.By)));
        Assert.Equal("Answered", desk.History[^1].Act.Name);
    }

    [Fact]
    public async Task The_days_in_which_the_author_answers_do_not_make_the_team_late()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked());
        database.Clock.Advance(TimeSpan.FromDays(20));
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);

        await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = shown.Revision, Text = "In May." }, default);

        Assert.False((await database.Get<MyStory>().ShowAsync(story.Id, default)).IsLate);
    }

    [Fact]
    public async Task The_same_answer_sent_twice_is_one_answer()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked());
        var answer = new AnswerQuestion { Revision = (await database.Get<MyStory>().ShowAsync(story.Id, default)).Revision, Text = "In May." };

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => database.Get<MyStory>().AnswerAsync(story.Id, answer, default))));

        Assert.Single((await database.Get<MyStory>().ShowAsync(story.Id, default)).Messages, message => message.FromAuthor);
    }

    [Fact]
    public async Task An_answer_to_a_question_that_was_asked_anew_is_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked());
        var seen = (await database.Get<MyStory>().ShowAsync(story.Id, default)).Revision;
        await database.Get<Review>().ClaimAsync(story.Reference, seen, A.Moderator(), default);
        await database.Get<Review>().AskAsync(story.Reference, new() { Revision = seen + 1, Question = "Which town was it?" }, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = seen, Text = "In May." }, default));

        Assert.Equal("Which town was it?", (await database.Get<MyStory>().ShowAsync(story.Id, default)).Question!.Text);
    }

    [Theory]
    [InlineData(null, "Write your question to the author")]
    [InlineData(" \n ", "Write your question to the author")]
    [InlineData("a\u202eb", "hidden characters")]
    public async Task A_question_needs_words_that_can_be_kept(string? question, string sentence)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>()
            .AskAsync(story.Reference, new() { Revision = 2, Question = question }, A.Moderator(), default));

        Assert.Contains(sentence, Assert.Single(refused.Errors).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_far_too_long_is_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        var (asked, waiting) = (await database.Given(A.Story().Asked()), await database.Given(A.Story().WithAuthor()));
        var tooLong = new string('a', Message.MaxLength + 1);

        await Assert.ThrowsAsync<ValidationException>(() => database.Get<MyStory>().AnswerAsync(asked.Id, new() { Text = tooLong }, default));
        await Assert.ThrowsAsync<ValidationException>(() => database.Get<MyStory>().AskForChangeAsync(waiting.Id, new() { Text = tooLong }, default));
    }

    [Fact]
    public async Task A_change_the_author_asks_for_is_reviewed_and_shown_again_before_anything_is_ready()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().WithAuthor());
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);

        await database.Get<MyStory>().AskForChangeAsync(story.Id, new() { Revision = shown.Revision, Text = "Leave out the ward." }, default);

        var desk = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal(
            (StoryState.InReview, "Leave out the ward.", "Change asked for"), (desk.State, Assert.Single(desk.Messages).Text, desk.History[^1].Act.Name));
        await database.Get<Review>().ApproveAsync(
            story.Reference, new() { Revision = desk.Revision, PublicTitle = "T", PublicText = "No ward.", Kind = StoryKind.Failed }, A.Moderator(), default);
        Assert.Equal(AuthorTurn.SignOff, (await database.Get<MyStory>().ShowAsync(story.Id, default)).Turn);
    }

    [Fact]
    public async Task Messages_go_when_the_story_is_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Asked("Was it at the quinquereme?"));
        var shown = await database.Get<MyStory>().ShowAsync(story.Id, default);
        await database.Get<MyStory>().AnswerAsync(story.Id, new() { Revision = shown.Revision, Text = "By the quinquereme, yes." }, default);

        Assert.Contains("By the quinquereme, yes.", await database.DumpAsync(), StringComparison.Ordinal);

        await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.DoesNotContain("quinquereme", await database.DumpAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
