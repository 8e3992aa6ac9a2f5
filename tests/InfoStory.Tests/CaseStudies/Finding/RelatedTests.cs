using InfoStory.CaseStudies;
using InfoStory.Data;
using InfoStory.Rights;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.CaseStudies.Finding;

public sealed class RelatedTests
{
    [Fact]
    public async Task What_has_most_in_common_comes_first_with_the_names_of_what_both_are_about()
    {
        await using var database = await TestDatabase.NewAsync();
        var far = await database.Given(A.Story().Titled("Far").About("Housing", "Leeds").Tagged("Staff").Published());
        var near = await database.Given(A.Story().Titled("Near").Tagged("Trust", "Repeating my story").Published());
        var half = await database.Given(A.Story().Titled("Half").Tagged("Repeating my story").Published());
        var asked = await database.Given(A.Story().Titled("Asked").About("Housing", "Leeds").Tagged("Trust", "Repeating my story").Published());

        var read = await ReadAsync(database, asked);

        Assert.Equal([near.Slug, half.Slug], read.Related.Select(one => one.Slug));
        Assert.Equal(["Trust", "Repeating my story"], read.Related[0].Shared);
        Assert.Equal("Near", read.Related[0].Title);
        Assert.DoesNotContain(read.Related, one => one.Slug == far.Slug || one.HasChange);
        Assert.Equal((await database.Get<Library>().ReadAsync(asked.Slug!, default)).Tags, read.Tags);
    }

    [Fact]
    public async Task Where_something_changed_goes_before_where_nothing_did()
    {
        await using var database = await TestDatabase.NewAsync();
        var older = await database.Given(A.Story().Titled("Older and put right").Tagged("Trust").Published());
        await database.Given(A.Story().Titled("Newer").Tagged("Trust").Published());
        var asked = await database.Given(A.Story().Titled("Asked").Tagged("Trust").Published());
        var editing = database.Get<CaseStudyEditing>();
        var key = await database.Get<InfoStoryContext>().CaseStudies.Where(study => study.Slug == older.Slug).Select(study => study.Id).SingleAsync();
        var form = (await editing.ShowAsync(key, default)).ToForm().Answered();
        await editing.SaveAsync(key, form with { WhatChanged = "They ring back." }, A.Publisher(), default);

        var read = await ReadAsync(database, asked);

        Assert.Equal([("Older and put right", true), ("Newer", false)], read.Related.Select(one => (one.Title, one.HasChange)));
    }

    [Fact]
    public async Task Three_at_most_the_newest_of_those_that_are_alike_and_none_that_was_taken_back()
    {
        await using var database = await TestDatabase.NewAsync();
        List<GivenStory> others = [];
        for (var number = 0; number < 6; number++) others.Add(await database.Given(A.Story().Titled($"Other {number}").Tagged("Trust").Published()));
        var asked = await database.Given(A.Story().Titled("Asked").Tagged("Trust").Published());

        Assert.Equal(["Other 5", "Other 4", "Other 3"], (await ReadAsync(database, asked)).Related.Select(one => one.Title));

        await database.Get<Withdrawal>().WithdrawAsync(others[5].Id, default);
        Assert.Equal(["Other 4", "Other 3", "Other 2"], (await ReadAsync(database, asked)).Related.Select(one => one.Title));
    }

    [Fact]
    public async Task Tags_and_what_is_related_cost_one_statement_beside_that_of_the_page()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.Given(A.Story().Titled("Near").Tagged("Trust").Published());
        var asked = await database.Given(A.Story().Titled("Asked").Tagged("Trust").Published());
        var edition = await database.Get<Editions>().CurrentAsync(default);
        await database.Get<Library>().ReadWithRelatedAsync(asked.Slug!, edition, default);
        using var watch = new SqlWatch(database.File);

        await database.Get<Library>().ReadWithRelatedAsync(asked.Slug!, edition, default);

        Assert.Equal(2, watch.Take().Count);
    }

    private static async Task<CaseStudyToRead> ReadAsync(TestDatabase database, GivenStory story) =>
        await database.Get<Library>().ReadWithRelatedAsync(story.Slug!, await database.Get<Editions>().CurrentAsync(default), default);
}
