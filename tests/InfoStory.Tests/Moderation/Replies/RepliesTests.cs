using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data;
using InfoStory.Moderation.Bulk;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Replies;
using InfoStory.Moderation.Safeguarding;

namespace InfoStory.Tests.Moderation.Replies;

public sealed class RepliesTests
{
    private static readonly EditReply Complete =
        new() { Kind = ReplyKind.Question, Name = "Which day", Text = "Was it [which part of the week]?", Position = "5" };

    [Fact]
    public async Task The_replies_that_ship_have_names_that_fit_whole_gaps_and_no_more_characters_than_may_be_sent()
    {
        await using var database = await TestDatabase.NewAsync();

        var replies = await database.Get<ReplyBook>().ListAsync(default);

        Assert.InRange(replies.Count, 10, 20);
        Assert.Equal(replies.Count, replies.Select(reply => reply.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(replies, reply => Assert.InRange(reply.Name.Length, 1, Reply.MaxName));
        Assert.All(replies, reply => Assert.InRange(reply.Text.Length, 40, Reply.MaxText(reply.Kind)));
        Assert.All(replies, reply => Assert.True(Gaps.AreWhole(reply.Text)));
        Assert.Contains("from a person", replies.Single(reply => reply.Id == Reply.Spam).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_a_reply_and_it_is_offered_in_its_place()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.Get<ReplyBook>().AddAsync(Complete, A.Administrator(), default);

        var first = (await database.Get<ReplyBook>().OfferAsync(ReplyKind.Question, default))[0];
        Assert.Equal(("Which day", "Was it [which part of the week]?"), (first.Name, first.Text));
        Assert.DoesNotContain(await database.Get<ReplyBook>().OfferAsync(ReplyKind.Decline, default), reply => reply.Name == "Which day");
        Assert.Equal(
            ("Added: Which day", "administrator@example.org"),
            (await database.Get<ReplyBook>().HistoryAsync(default)).Select(entry => (entry.Act, entry.By)).Single());
    }

    [Fact]
    public async Task A_retired_reply_is_not_offered_until_it_is_brought_back()
    {
        await using var database = await TestDatabase.NewAsync();
        var reply = (await database.Get<ReplyBook>().ListAsync(default))[0];

        await database.Get<ReplyBook>().ChangeAsync(reply.Id, Form(reply) with { Retired = true }, A.Administrator(), default);
        Assert.Null(await database.Get<ReplyBook>().FindTextAsync(reply.Id, reply.Kind, default));
        await database.Get<ReplyBook>()
            .ChangeAsync(reply.Id, Form(reply) with { Revision = reply.Revision + 1, Text = "Other words." }, A.Administrator(), default);

        Assert.Equal("Other words.", await database.Get<ReplyBook>().FindTextAsync(reply.Id, reply.Kind, default));
        Assert.Equal(
            [$"Brought back: {reply.Name}", $"Edited: {reply.Name}", $"Retired: {reply.Name}"],
            (await database.Get<ReplyBook>().HistoryAsync(default)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task The_second_of_two_who_save_is_refused_and_nothing_changes()
    {
        await using var database = await TestDatabase.NewAsync();
        var reply = (await database.Get<ReplyBook>().ListAsync(default))[0];
        await database.Get<ReplyBook>().ChangeAsync(reply.Id, Form(reply) with { Text = "The first." }, A.Administrator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<ReplyBook>()
            .ChangeAsync(reply.Id, Form(reply) with { Text = "The second." }, A.Administrator(), default));

        Assert.Equal("The first.", (await database.Get<ReplyBook>().ShowAsync(reply.Id, default)).Text);
    }

    [Fact]
    public async Task Only_an_administrator_changes_replies()
    {
        await using var database = await TestDatabase.NewAsync();
        var reply = (await database.Get<ReplyBook>().ListAsync(default))[0];

        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ReplyBook>().AddAsync(Complete, A.Publisher(), default));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<ReplyBook>()
            .ChangeAsync(reply.Id, Form(reply) with { Retired = true }, A.SafeguardingLead(), default));

        Assert.Empty(await database.Get<ReplyBook>().HistoryAsync(default));
    }

    [Fact]
    public async Task What_is_wrong_with_a_reply_is_said_in_a_sentence()
    {
        await using var database = await TestDatabase.NewAsync();
        async Task<string> RefusedAsync(EditReply reply) => Assert.Single(
            (await Assert.ThrowsAsync<ValidationException>(() => database.Get<ReplyBook>().AddAsync(reply, A.Administrator(), default))).Errors).ErrorMessage;

        Assert.Equal("Choose when the reply is used", await RefusedAsync(Complete with { Kind = null }));
        Assert.Equal("Give the reply a name", await RefusedAsync(Complete with { Name = " " }));
        Assert.Equal("The name must be 60 characters or fewer", await RefusedAsync(Complete with { Name = new('x', 61) }));
        Assert.Equal("Write what the author will read", await RefusedAsync(Complete with { Text = "\n" }));
        Assert.Equal("The text must be 2,000 characters or fewer", await RefusedAsync(Complete with { Text = new('x', 2001) }));
        Assert.Equal("The text must be 1,000 characters or fewer", await RefusedAsync(Complete with { Kind = ReplyKind.Decline, Text = new('x', 1001) }));
        Assert.Equal(
            "Begin each gap with [ and end it with ], and say between them what goes there", await RefusedAsync(Complete with { Text = "Was it [when?" }));
        foreach (var position in new[] { "", "-1", "1000", "1.5", "ten" })
            Assert.Equal("Write a whole number from 0 to 999", await RefusedAsync(Complete with { Position = position }));
    }

    [Fact]
    public async Task A_gap_that_nobody_filled_in_is_not_sent()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;

        var asked = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>()
            .AskAsync(story.Reference, new() { Revision = revision, Question = "Tell us: [What we need to know]" }, A.Moderator(), default));
        var declined = await Assert.ThrowsAsync<ValidationException>(() => database.Get<Review>()
            .DeclineAsync(story.Reference, new() { Revision = revision, Reason = "Your story is in [the language]." }, A.Moderator(), default));

        Assert.Equal(
            ("Question", "Write something in place of “[What we need to know]”, or take it out"),
            asked.Errors.Select(error => (error.PropertyName, error.ErrorMessage)).Single());
        Assert.Equal(
            ("Reason", "Write something in place of “[the language]”, or take it out"),
            declined.Errors.Select(error => (error.PropertyName, error.ErrorMessage)).Single());
        Assert.Equal(revision, (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision);
    }

    [Fact]
    public async Task Brackets_of_the_writers_own_and_numbers_that_the_author_may_ring_are_sent_as_they_are()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().InReview());
        var revision = (await database.Get<StoryDesk>().ShowAsync(story.Reference, default)).Revision;
        const string Reason = "You wrote about [a colleague].\n\nRing 0161 496 0000 or write to help@example.org. Your NHS number 943 476 5919 stays yours.";

        await database.Get<Review>().DeclineAsync(story.Reference, new() { Revision = revision, Reason = Reason }, A.Moderator(), default);

        Assert.Equal(Reason, (await database.Get<MyStory>().ShowAsync(story.Id, default)).Reason);
    }

    [Fact]
    public async Task Many_are_declined_with_the_words_that_were_written_and_no_gap()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story());
        var many = new ActOnMany { Act = BulkKind.DeclineAsSpam, Stories = [new(story.Reference, 0)] };
        async Task<string> RefusedAsync(string? reason) => Assert.Single((await Assert.ThrowsAsync<ValidationException>(() =>
            database.Get<BulkActions>().DoAsync(many with { Reason = reason }, A.Moderator(), default))).Errors).ErrorMessage;

        Assert.Equal("Tell the authors why you decline their stories", await RefusedAsync(null));
        Assert.Equal("Write something in place of “[the language]”, or take it out", await RefusedAsync("In [the language]."));
        Assert.Equal("The reason must be 1,000 characters or fewer", await RefusedAsync(new('x', 1001)));
        await database.Get<BulkActions>().DoAsync(many with { Reason = "This looks like an advertisement.\nIs it not?" }, A.Moderator(), default);

        Assert.Equal("This looks like an advertisement.\nIs it not?", (await database.Get<MyStory>().ShowAsync(story.Id, default)).Reason);
    }

    [Fact]
    public async Task A_lead_who_declines_a_held_story_fills_in_the_gaps_too()
    {
        await using var database = await TestDatabase.NewAsync();

        var rules = database.Get<IValidator<RecordDecision>>();
        var checkedWords = await rules.ValidateAsync(
            new() { Reason = "Your story is in [the language]." }, options => options.IncludeRuleSets(RecordDecisionRules.Declining), default);

        Assert.Equal("Write something in place of “[the language]”, or take it out", Assert.Single(checkedWords.Errors).ErrorMessage);
    }

    private static EditReply Form(ReplyRow reply) => new() { Revision = reply.Revision, Name = reply.Name, Text = reply.Text, Position = $"{reply.Position}" };
}
