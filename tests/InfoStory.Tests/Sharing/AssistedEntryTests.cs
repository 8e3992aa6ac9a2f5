using FluentValidation;
using InfoStory.Authors;
using InfoStory.Data.Time;
using InfoStory.Data;
using InfoStory.Moderation.Desk;
using InfoStory.Sharing;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Sharing;

public sealed class AssistedEntryTests
{
    private static readonly EnterStory Good = new()
    {
        Channel = Channel.Telephone,
        Told = "She rang six times.",
        Kind = StoryKind.Failed,
        WhoIsTelling = WhoIsTelling.CarerOrFamily,
        When = WhenItHappened.LastMonth,
        Audiences = [Audience.Website, Audience.Training],
        Months = 12,
        SeeFirst = true,
        Agreed = true,
    };

    [Fact]
    public async Task A_story_told_by_telephone_says_who_entered_it_and_how_permission_was_given()
    {
        await using var database = await TestDatabase.NewAsync();

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), Good, A.Moderator(), default);

        var desk = await database.Get<StoryDesk>().ShowAsync(sent.Reference, default);
        var consents = await database.Get<InfoStoryContext>().Stories.Where(story => story.Reference == sent.Reference)
            .SelectMany(story => story.Consents).ToListAsync();
        Assert.Equal((Channel.Telephone, "moderator@example.org", "She rang six times.", true), (desk.Channel, desk.EnteredBy, desk.Told, desk.SeeFirst));
        Assert.Equal([Audience.Website, Audience.Training], consents.Select(consent => consent.Audience));
        Assert.All(consents, consent =>
            Assert.Equal((Channel.Telephone, ConsentWording.Current, database.Clock.UtcNow.AddMonths(12)), (consent.Channel, consent.Wording, consent.ExpiresAt)));
        Assert.Equal(("Entered", "moderator@example.org"), (Assert.Single(desk.History).Act.Name, desk.History[0].By));
    }

    [Fact]
    public async Task The_teller_comes_back_with_the_six_words()
    {
        await using var database = await TestDatabase.NewAsync();

        var sent = await database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), Good, A.Moderator(), default);

        Assert.NotNull(await database.Get<MyStory>().OpenAsync(sent.Receipt, default));
    }

    [Fact]
    public async Task The_same_form_sent_fifty_times_at_once_is_one_story()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = DraftSecret.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(_ => Task.Run(() => database.Get<AssistedEntry>().EnterAsync(secret, Good, A.Moderator(), default))));

        Assert.Single(answers.Select(answer => $"{answer.Reference} {answer.Receipt}").Distinct());
        Assert.Equal(1, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task Another_story_written_over_a_page_that_was_sent_is_refused_and_not_taken_for_the_first()
    {
        await using var database = await TestDatabase.NewAsync();
        var secret = DraftSecret.New();
        await database.Get<AssistedEntry>().EnterAsync(secret, Good, A.Moderator(), default);

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<AssistedEntry>()
            .EnterAsync(secret, Good with { Told = "He wrote nine letters." }, A.Moderator(), default));

        Assert.Equal(1, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task Without_channel_words_permission_or_the_tellers_yes_nothing_is_kept()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused =
            await Assert.ThrowsAsync<ValidationException>(() => database.Get<AssistedEntry>().EnterAsync(DraftSecret.New(), new(), A.Moderator(), default));

        Assert.Equal(
            [nameof(EnterStory.Channel), nameof(EnterStory.Told), nameof(EnterStory.Audiences), nameof(EnterStory.Agreed)],
            refused.Errors.Select(error => error.PropertyName));
        Assert.Equal(0, await database.Get<InfoStoryContext>().Stories.CountAsync());
    }

    [Fact]
    public async Task The_website_is_not_a_door_that_staff_enter_by()
    {
        await using var database = await TestDatabase.NewAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => database.Get<AssistedEntry>()
            .EnterAsync(DraftSecret.New(), Good with { Channel = Channel.Website }, A.Moderator(), default));

        Assert.Equal("Choose how the story was told", Assert.Single(refused.Errors).ErrorMessage);
    }
}
