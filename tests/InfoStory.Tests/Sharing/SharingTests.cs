using FluentValidation;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Moderation.Desk;
using InfoStory.Moderation.Queue;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Sharing;

public sealed class SharingTests
{
    [Fact]
    public async Task A_sent_story_keeps_the_words_exactly_as_told()
    {
        const string Words = "  First line\r\nsecond\tline — “quoted” ✆ Cymraeg ŵŷ  ";
        await using var database = await TestDatabase.NewAsync();

        var story = await database.Given(A.Story().Told(Words));

        var shown = await database.Get<StoryDesk>().ShowAsync(story.Reference, default);
        Assert.Equal("First line\nsecond\tline — “quoted” ✆ Cymraeg ŵŷ", shown.Told);
    }

    [Fact]
    public async Task Fifty_identical_sends_at_once_make_one_story_and_answer_the_same()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.Get<StorySender>().SendAsync(secret, default))));

        Assert.Single(answers.Select(answer => $"{answer.Reference} {answer.Receipt}").Distinct());
        Assert.Equal(1, await database.Get<StoryQueue>().CountAsync(new() { Lane = Lane.Someone }, A.Moderator(), default));
    }

    [Fact]
    public async Task A_draft_without_permission_is_not_sent_and_is_still_there()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.Get<Drafts>().SaveAsync(null, new TellStory { Told = "I waited." }, new TellStoryRules(), default);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<StorySender>().SendAsync(secret, default));

        Assert.Equal("Tell us who may hear your story", Assert.Single(refused.Errors).ErrorMessage);
        Assert.Equal("I waited.", (await database.Get<Drafts>().FindAsync(secret, default))!.Answers.Told);
    }

    [Fact]
    public async Task A_draft_is_gone_after_seven_days()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());

        database.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Null(await database.Get<Drafts>().FindAsync(secret, default));
        await Assert.ThrowsAsync<NotFoundException>(() => database.Get<StorySender>().SendAsync(secret, default));
        Assert.Equal(1, await database.Get<Drafts>().DeleteExpiredAsync(default));
    }

    [Fact]
    public async Task An_answer_after_the_draft_expired_begins_a_new_draft_and_loses_nothing()
    {
        await using var database = await TestDatabase.NewAsync();
        var old = await database.DraftAsync(A.Story());
        database.Clock.Advance(TimeSpan.FromDays(8));

        var secret = await database.Get<Drafts>().SaveAsync(old, new TellStory { Told = "Typed late" }, new TellStoryRules(), default);

        Assert.NotEqual(old.ToString(), secret.ToString());
        Assert.Equal("Typed late", (await database.Get<Drafts>().FindAsync(secret, default))!.Answers.Told);
    }

    [Fact]
    public async Task Consent_is_kept_per_audience_with_its_wording_and_expiry()
    {
        await using var database = await TestDatabase.NewAsync();

        await database.Given(A.Story().NotForWebsite());

        var consent = await database.Get<InfoStoryContext>().Stories.SelectMany(one => one.Consents).SingleAsync();
        Assert.Equal((Audience.PolicyMakers, database.Clock.UtcNow.AddMonths(24)), (consent.Audience, consent.ExpiresAt));
        Assert.Equal(
            new("Policy makers", "People in government and councils."),
            ConsentWording.Find(consent.Wording, consent.Audience));
        Assert.Equal(ConsentWording.Above, ConsentWording.FindAbove(consent.Wording));
    }

    [Fact]
    public async Task Permission_that_was_given_under_older_words_is_recorded_under_them()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = await database.DraftAsync(A.Story());
        await database.Get<InfoStoryContext>().Drafts.ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Wording, "2026-11-22"));

        await database.Get<StorySender>().SendAsync(secret, default);

        var consents = await database.Get<InfoStoryContext>().Stories.SelectMany(one => one.Consents).ToListAsync();
        Assert.NotEmpty(consents);
        Assert.All(consents, consent => Assert.Equal("2026-11-22", consent.Wording));
        Assert.Null(ConsentWording.FindAbove("2026-11-22"));
    }
}
