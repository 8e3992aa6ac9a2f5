using FluentValidation;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Places;
using InfoStory.Rights;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies;

/// <summary>What readers say by one tap: shown from five up and in fives, exact for publishers, and gone with the case study.</summary>
public sealed class HereTooTests
{
    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(12, 10)]
    public async Task The_public_sees_a_number_from_five_up_and_in_fives(int taps, int? shown)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        await TapAsync(database, story, taps);

        var page = await database.Get<Library>().ReadAsync(story.Slug!, default);
        var cached = await database.Get<HereTooCounts>().SinceAsync(default, default);

        Assert.Equal(shown, page.HereToo);
        Assert.Equal(shown is { } number ? [new(story.Slug!, number)] : [], cached.Shown);
        Assert.Equal(cached.Newest, (await database.Get<HereTooCounts>().SinceAsync(cached.Newest, default)).Newest);
    }

    [Fact]
    public async Task A_publisher_sees_how_often_and_where_and_nobody_else_does()
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var study = story.CaseStudy;
        var (taps, leeds) = (await TapAsync(database, story, 4), await PlaceAsync(database, "leeds"));
        var kent = await PlaceAsync(database, "kent");
        foreach (var tap in taps.Take(2)) await SayAsync(database, tap, new() { Place = leeds });
        await SayAsync(database, taps[2], new() { Place = kent, WhoIsTelling = WhoIsTelling.Manager });
        // What was said once stays.
        await SayAsync(database, taps[2], new() { Place = leeds, WhoIsTelling = WhoIsTelling.Observer });

        var seen = (await database.Get<HappensHereToo>().ShowAsync(study, A.Publisher(), default))!;

        Assert.Equal((4, 2), (seen.Count, seen.Places[0].Count));
        Assert.Equal([("Leeds", 2), (null, 1), ("Kent", 1)], seen.Places.Select(place => (place.What, place.Count)));
        Assert.Equal([(null, 3), (WhoIsTelling.Manager, 1)], seen.Roles.Select(role => (role.What, role.Count)));
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<HappensHereToo>().ShowAsync(study, A.Moderator(), default));
        await Assert.ThrowsAsync<ValidationException>(() => SayAsync(database, taps[3], new() { Place = new(99_999) }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_go_with_the_words_of_the_case_study_and_none_is_taken_any_more(bool erases)
    {
        await using var database = await TestDatabase.NewAsync();
        var story = await database.Given(A.Story().Published());
        var study = story.CaseStudy;
        await TapAsync(database, story, 6);

        if (erases) await database.Get<Erasure>().EraseAsync(story.Id, byAuthor: true, default);
        else await database.Get<Withdrawal>().WithdrawAsync(story.Id, default);

        Assert.Equal(0, await database.Get<InfoStoryContext>().HereTooTaps.CountAsync());
        await Assert.ThrowsAsync<GoneException>(() => database.Get<HappensHereToo>().TapAsync(study));
        Assert.Equal(0, await database.Get<InfoStoryContext>().HereTooTaps.CountAsync());
    }

    private static async Task<IReadOnlyList<Id<Tap>>> TapAsync(TestDatabase database, GivenStory story, int times)
    {
        var study = story.CaseStudy;
        List<Id<Tap>> taps = [];
        for (var number = 0; number < times; number++) taps.Add(await database.Get<HappensHereToo>().TapAsync(study));
        return taps;
    }

    private static Task SayAsync(TestDatabase database, Id<Tap> tap, SayMore more) => database.Get<HappensHereToo>().SayAsync(tap, more, default);

    private static async Task<Id<Place>> PlaceAsync(TestDatabase database, string slug) =>
        (await database.Get<InfoStoryContext>().Places.SingleAsync(place => place.Slug == slug)).Id;
}
