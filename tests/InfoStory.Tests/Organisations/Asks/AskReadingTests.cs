using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Organisations.Asks;

namespace InfoStory.Tests.Organisations.Asks;

/// <summary>What the public page and the desk read of asks.</summary>
public sealed class AskReadingTests
{
    [Fact]
    public async Task The_public_page_costs_two_statements_more_where_something_was_asked_and_its_next_moment_is_known()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var (story, ask) = await database.AskedAsync();
        await database.PublicAsync(story);
        using var watch = new SqlWatch(database.File);

        var (study, asks, _) = await database.Get<PublicAsks>().ReadAsync(story.Slug!, default);

        Assert.Equal(4, watch.Take().Count(one => one.Sql.Contains("SELECT", StringComparison.Ordinal)));
        Assert.Equal((study.Slug, 1), (story.Slug, asks.Count));
        var now = database.Clock.UtcNow;
        Assert.Equal(asks[0].Stands.OverAt, await database.Get<PublicMoments>().NextAsync(now, default));
        await database.RecordAsync(ask, new() { Kind = AskEventKind.HoldingReply, Until = database.Clock.Today().AddDays(9) });
        Assert.Equal(database.Clock.Today().AddDays(9).BeginsAt(), await database.Get<PublicMoments>().NextAsync(now, default));
    }

    [Fact]
    public async Task The_desk_lists_what_is_due_next_what_is_paused_what_is_silent_and_what_has_ended()
    {
        await using var database = await TestDatabase.NewAsync();
        var (story, silent) = await database.AskedAsync();
        database.Days(20);
        var paused = await database.PutAsync(story, await database.OrganisationAsync("Essex", "essex@example.org"));
        var ended = await database.PutAsync(story, await database.OrganisationAsync("Surrey", "surrey@example.org"));
        await database.RecordAsync(paused, new() { Kind = AskEventKind.Question });
        await database.RecordAsync(ended, new() { Kind = AskEventKind.Answered });
        database.Days(9);

        Assert.Equal([silent, paused], await ListAsync(AskFilter.Open));
        Assert.Equal([[silent], [paused], [ended]], [await ListAsync(AskFilter.Silent), await ListAsync(AskFilter.Paused), await ListAsync(AskFilter.Ended)]);
        await Assert.ThrowsAsync<ForbiddenException>(() => database.Get<AskDesk>().ListAsync(AskFilter.Open, null, A.Moderator(), default));

        async Task<Id<Ask>[]> ListAsync(AskFilter filter) =>
            [.. (await database.Get<AskDesk>().ListAsync(filter, null, A.Publisher(), default)).Rows.Select(row => row.Id)];
    }
}
