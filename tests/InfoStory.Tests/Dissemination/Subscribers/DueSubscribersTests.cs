using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Tests.Dissemination.Subscribers;

public sealed class DueSubscribersTests
{
    [Fact]
    public async Task Everybody_confirmed_of_one_audience_and_rhythm_comes_once_in_statements_of_500_over_an_index()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        await FillAsync(database, DueSubscribers.AtOnce + 2);
        using var watch = new SqlWatch(database.File);

        var all = await database.Get<DueSubscribers>().OfAsync(SubscriberAudience.Press, Rhythm.Weekly).ToListAsync();
        var statements = watch.Take();
        var rest = await database.Get<DueSubscribers>().OfAsync(SubscriberAudience.Press, Rhythm.Weekly, all[^3].Id).ToListAsync();

        Assert.Equal(DueSubscribers.AtOnce + 2, all.Select(one => one.Id).Distinct().Count());
        Assert.Equal((2, 2), (statements.Count, rest.Count));
        Assert.Equal("press1@example.org", all[0].Email);
        Assert.All(statements, statement => Assert.DoesNotContain(Explain(database, statement), step => step.Contains("SCAN") || step.Contains("TEMP B-TREE")));
        Assert.Equal(LinkStanding.Open, await database.StandingAsync(all[^1].Links.Leave.Split('/')[^1]));
    }

    [Fact]
    public async Task Who_waits_left_or_is_of_another_audience_or_rhythm_is_not_among_them()
    {
        await using var database = await TestDatabase.NewAsync();
        await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        await database.ConfirmedAsync("two@example.org", Rhythm.Weekly, SubscriberAudience.Press);
        await database.ConfirmedAsync("three@example.org", Rhythm.AtOnce, SubscriberAudience.Provider);
        await database.Get<Preferences>().LeaveAsync(await database.ConfirmedAsync("four@example.org", Rhythm.AtOnce, SubscriberAudience.Press), default);
        await database.AskAsync("five@example.org", Rhythm.AtOnce, SubscriberAudience.Press);

        var due = await database.Get<DueSubscribers>().OfAsync(SubscriberAudience.Press, Rhythm.AtOnce).ToListAsync();

        Assert.Equal(["one@example.org"], due.Select(one => one.Email));
    }

    [Fact]
    public async Task The_desk_counts_and_shows_one_to_whoever_knows_the_address_and_writes_down_that_they_looked()
    {
        await using var database = await TestDatabase.NewAsync();
        var link = await database.ConfirmedAsync("one@example.org", Rhythm.AtOnce, SubscriberAudience.Press);
        var desk = database.Get<SubscriberDesk>();

        var found = await desk.FindAsync("One@Example.org", A.Publisher(), default);
        var nobody = await desk.FindAsync("two@example.org", A.Publisher(), default);
        await desk.SuppressAsync("one@example.org", A.Publisher(), default);
        var after = await desk.FindAsync("one@example.org", A.Publisher(), default);

        Assert.Equal((SubscriberState.Confirmed, null), (found!.Subscriber!.State, nobody!.Subscriber));
        Assert.Equal((null, SuppressionReason.Staff), (after!.Subscriber, after.Suppressed!.Reason));
        Assert.Equal(new(SubscriberState.Suppressed, SubscriberAudience.Press, Rhythm.AtOnce, 1), Assert.Single(await desk.CountAsync(A.Publisher(), default)));
        Assert.Equal(
            ["Subscription confirmed", "Subscriber looked at", "Subscriber suppressed: the team was asked to"],
            (await database.Get<InfoStoryContext>().History.OrderBy(entry => entry.Number).ToListAsync()).Select(entry => entry.Act.With(entry.Why)));
        Assert.Equal(LinkStanding.Left, await database.StandingAsync(link));
        await Assert.ThrowsAsync<ForbiddenException>(() => desk.CountAsync(A.Moderator(), default));
    }

    /// <summary>As an import brings them, seven days after it.</summary>
    private static async Task FillAsync(TestDatabase database, int most)
    {
        var rows = string.Join('\n', Enumerable.Range(1, most).Select(number => $"press{number}@example.org,press").Prepend("email,audience"));
        var import = new ImportSubscribers
        {
            Rows = rows,
            Basis = LawfulBasis.ConsentElsewhere,
            Source = "a summit",
            Since = database.Clock.Today(),
            Agreed = true
        };
        await database.Get<SubscriberImports>().ImportAsync(import, A.Publisher(), default);
        await database.SendAsync();
        database.Clock.Advance(TimeSpan.FromDays(7));
        await database.LookAfterAsync();
    }

    private static List<string> Explain(TestDatabase database, Statement statement)
    {
        using var connection = new SqliteConnection(database.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {statement.Sql}";
        foreach (var (name, value) in statement.Values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        using var reader = command.ExecuteReader();
        List<string> steps = [];
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }
}
