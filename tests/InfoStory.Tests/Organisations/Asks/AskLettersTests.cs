using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Organisations.Asks;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>When the letters of an ask leave, and when they must not any more.</summary>
public sealed class AskLettersTests
{
    [Fact]
    public async Task A_letter_that_is_late_waits_for_working_hours_and_for_nobody_who_is_merged()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.AskedAsync();
        await database.SendAllAsync();
        database.Days(32);
        var onBoxingDay = await database.WriteAsync();
        database.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(9));
        var atNight = await database.WriteAsync();
        database.Days(1);

        var inTheMorning = await database.WriteAsync();
        await database.MergeAsync(
            await database.Get<InfoStoryContext>().Organisations.SingleAsync(), await database.OrganisationAsync("Essex", "essex@example.org"));

        Assert.Equal((0, 0, 1), (onBoxingDay, atNight, inTheMorning));
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task A_reminder_that_never_left_because_the_clock_was_paused_comes_after_the_pause()
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        await database.SendAllAsync();
        database.Days(14);
        await database.WriteAsync();
        var today = database.Clock.Today();
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, On = today.AddDays(-1), Until = today.AddDays(2) });
        var paused = await database.Get<InfoStoryContext>().Set<Letter>().CountAsync();

        database.Days(6);

        Assert.Equal((0, 1), (paused, await database.WriteAsync()));
        Assert.Contains("reminder", (await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync()).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoryKind.Worked, "when public services share what they know.")]
    [InlineData(StoryKind.FixWeMade, "when public services share what they know.")]
    [InlineData(StoryKind.SharedWrongly, "when public services share what they should not.")]
    [InlineData(StoryKind.Failed, "when public services do not share what they know.")]
    public async Task The_letter_fits_what_its_case_study_tells_and_whoever_was_not_invited(StoryKind kind, string words)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Kind(kind).For(Audience.Website, Audience.NamedService).Published());

        await database.PutAsync(story, await database.OrganisationAsync());

        var body = (await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync()).Body;
        Assert.Contains(words, body, StringComparison.Ordinal);
        Assert.Contains("If nobody was, write to us at the contact below", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Write to us at the contact below.")]
    [InlineData(true, "Whoever answers for you does so at https://localhost/respond.")]
    public async Task Letters_say_how_long_the_time_stops_and_the_last_one_that_we_never_answered_and_where_to_answer(bool hasSeat, string where)
    {
        await using var database = await TestDatabase.NewAsync();
        var (_, ask) = await database.AskedAsync();
        var put = await BodyAsync(database);
        await database.SendAllAsync();
        database.Days(5);
        await database.RecordAsync(ask, new() { Kind = AskEventKind.Question });
        database.Days(43);
        await database.WriteAsync();
        var reminder = await BodyAsync(database);
        await database.SendAllAsync();
        database.Days(21);
        if (hasSeat) await database.SeatAsync("ann@kent.example", await database.Get<InfoStoryContext>().Organisations.SingleAsync());
        await database.WriteAsync();

        Assert.Contains(where, await BodyAsync(database), StringComparison.Ordinal);
        Assert.Contains("the time stops until we have answered, for 28 days at most", put, StringComparison.Ordinal);
        Assert.Contains("the time stops, for 28 days at most", reminder, StringComparison.Ordinal);
        Assert.Contains("You asked us a question that we have not answered. We are sorry.", await BodyAsync(database), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_again_is_not_told_of_their_silence_afterwards()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, _) = await database.AskedAsync();
        await database.SendAllAsync();
        database.Days(30);
        var silent = await database.WriteAsync();

        await database.PutAsync(story, await database.Get<InfoStoryContext>().Organisations.SingleAsync());

        Assert.Equal(1, silent);
        Assert.Equal("A case study for your organisation to answer", (await database.Get<InfoStoryContext>().Set<Letter>().SingleAsync()).Title);
    }

    private static Task<string> BodyAsync(TestDatabase database) =>
        database.Get<InfoStoryContext>().Set<Letter>().Select(letter => letter.Body).SingleAsync();
}
