using System.Net;
using System.Net.Sockets;
using InfoStory.Connectors;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace InfoStory.Web.Tests.Mail;

/// <summary>Whatever a mail server does, no letter is lost, and each that it may have taken without saying so comes at most once more.</summary>
public sealed class SmtpRoundTests
{
    [Fact]
    public async Task Many_letters_go_over_one_connection()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await WriteAsync(database, 12);

        Assert.Equal(12, await SendAsync(database, server.Port));

        Assert.Equal((1, 12), (server.Connections, server.Taken.Count));
    }

    [Fact]
    public async Task A_server_that_refuses_drops_and_stalls_loses_no_letter_and_doubles_only_what_it_took_and_did_not_say()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await WriteAsync(database, 12);
        server.Answers(Reader(1), Answer.Later, Answer.Later);
        server.Answers(Reader(2), Answer.TakeAndDrop);
        server.Answers(Reader(3), Answer.Drop, Answer.Drop);
        server.Answers(Reader(4), Answer.Never);
        server.Answers(Reader(5), Answer.NoSuchReader);
        server.Answers(Reader(6), Answer.Stall);
        server.Answers(Reader(8), Answer.TakeAndDrop, Answer.TakeAndDrop);

        var sending = SendAsync(database, server.Port);
        await server.Stalls;
        database.Clock.Advance(TimeSpan.FromSeconds(20));
        await sending;
        for (var run = 0; run < 5; run++)
        {
            database.Clock.Advance(TimeSpan.FromMinutes(5));
            await SendAsync(database, server.Port);
        }

        var taken = server.Taken.CountBy(message => message.To.Single()).ToDictionary();
        Assert.Equal([.. Enumerable.Range(0, 12).Except([4, 5]).Select(Reader).Order(StringComparer.Ordinal)], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((2, 3), (taken[Reader(2)], taken[Reader(8)]));
        Assert.All(taken.Where(reader => reader.Key != Reader(2) && reader.Key != Reader(8)), reader => Assert.Equal(1, reader.Value));
        Assert.Equal(10, server.Taken.Select(message => message.MessageId).Distinct().Count());
        var left = await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync();
        Assert.Equal([(Reader(4), LetterTrouble.Refused), (Reader(5), LetterTrouble.Refused)], left.Select(letter => (letter.To, letter.Reason)).Order());
    }

    [Fact]
    public async Task A_letter_that_a_server_takes_and_never_says_so_is_sent_more_and_more_seldom()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await WriteAsync(database, 1);
        server.Answers(Reader(0), [.. Enumerable.Repeat(Answer.TakeAndDrop, 20)]);

        for (var run = 0; run < 10; run++)
        {
            await SendAsync(database, server.Port);
            database.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(server.Taken.Count, 3, 5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_looks_into_a_letter_for_longer_holds_up_no_other_and_gets_it_once(bool inTime)
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        var postman = Postman(database, server.Port);
        await using var round = postman.Open();
        server.Answers(Reader(0), Answer.Slow);

        var first = round.DeliverAsync(Outgoing(0), default);
        await server.Stalls;
        database.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(LetterOutcome.Later, await first);
        Assert.Equal(LetterOutcome.Done, await round.DeliverAsync(Outgoing(1), default));
        database.Clock.Advance(TimeSpan.FromMinutes(inTime ? 4 : 5));
        if (inTime) server.GoOn();

        await using var next = postman.Open();
        Assert.Equal(LetterOutcome.Done, await next.DeliverAsync(Outgoing(0), default));
        Assert.Equal([Reader(0), Reader(1)], server.Taken.Select(message => message.To.Single()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_a_server_lingers_with_does_not_keep_the_site_from_stopping()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await using var round = Postman(database, server.Port).Open();
        using var stopping = new CancellationTokenSource();
        server.Answers(Reader(0), Answer.Slow);

        var first = round.DeliverAsync(Outgoing(0), stopping.Token);
        await server.Stalls;
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_letter_that_may_be_with_a_server_that_went_away_has_lost_a_try()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await using var round = Postman(database, server.Port).Open();
        server.Answers(Reader(1), Answer.Die);

        List<LetterOutcome> came = [];
        for (var number = 0; number < 3; number++) came.Add(await round.DeliverAsync(Outgoing(number), default));

        Assert.Equal([LetterOutcome.Done, LetterOutcome.Later, LetterOutcome.NobodyThere], came);
    }

    [Fact]
    public async Task A_command_that_is_refused_for_good_is_so_for_this_letter()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await using var round = Postman(database, server.Port).Open();
        server.Answers(Reader(0), Answer.NoRelay);

        Assert.Equal(LetterOutcome.Refused, await round.DeliverAsync(Outgoing(0), default));
        Assert.Equal(LetterOutcome.Done, await round.DeliverAsync(Outgoing(1), default));
    }

    [Fact]
    public async Task That_nobody_has_an_address_is_only_what_a_server_says_in_so_many_words()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        await using var round = Postman(database, server.Port).Open();
        server.Answers(Reader(0), Answer.NobodyHasIt);
        server.Answers(Reader(1), Answer.NoSuchReader);

        Assert.Equal(LetterOutcome.NobodyHasIt, await round.DeliverAsync(Outgoing(0), default));
        Assert.Equal(LetterOutcome.Refused, await round.DeliverAsync(Outgoing(1), default));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_gets_every_letter_once()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        var first = await MailServer.StartAsync();
        await WriteAsync(database, 10);
        first.Answers(Reader(4), Answer.Die);

        var before = await SendAsync(database, first.Port);
        using var second = await MailServer.StartAsync(port: first.Port);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await SendAsync(database, second.Port);

        Assert.Equal((4, 6), (before, after));
        Assert.Equal(10, first.Taken.Concat(second.Taken).Select(message => message.MessageId).Distinct().Count());
        Assert.Equal(10, first.Taken.Count + second.Taken.Count);
        Assert.Empty(await database.Get<InfoStoryContext>().Set<Letter>().ToListAsync());
    }

    [Fact]
    public async Task What_is_about_somebody_at_risk_is_tried_again_even_where_the_server_says_never()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = await MailServer.StartAsync();
        var story = await database.Given(A.Story().OnHold());
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        var about = await db.SafeguardingCases.Where(one => one.StoryId == story.Id).Select(one => one.Id).SingleAsync();
        db.Add(Letter(0, now, about));
        await db.SaveChangesAsync();
        server.Answers(Reader(0), Answer.Never);

        await database.Get<Outbox>().SendUrgentAsync(Postman(database, server.Port), default);
        database.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await database.Get<Outbox>().SendUrgentAsync(Postman(database, server.Port), default));
    }

    [Fact]
    public async Task A_server_that_refuses_every_connection_costs_no_letter_a_try()
    {
        await using var database = await TestDatabase.NewSqliteAsync();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await WriteAsync(database, 1);
        var refusing = RefuseAsync(server);

        await SendAsync(database, ((IPEndPoint)server.LocalEndpoint).Port);

        Assert.True(await refusing);
        Assert.Equal((0, null), await database.Get<InfoStoryContext>().Set<Letter>().Select(letter => new ValueTuple<int, DateTime?>(
            letter.Tries, letter.GivenUpAt)).SingleAsync());
    }

    private static async Task<bool> RefuseAsync(TcpListener server)
    {
        using var connection = await server.AcceptTcpClientAsync();
        await connection.GetStream().WriteAsync("554 localhost takes nothing\r\n"u8.ToArray());
        return true;
    }

    private static string Reader(int number) => $"reader{number}@example.org";

    private static OutgoingLetter Outgoing(int number) =>
        new(number, $"token{number}", LetterLane.Personal, Reader(number), "Title", "Body", DateTime.UnixEpoch);

    private static Letter Letter(int number, DateTime now, Id<SafeguardingCase>? about = null) => new()
    {
        Subject = $"reader {number}",
        To = Reader(number),
        CaseId = about,
        Lane = about is null ? LetterLane.Personal : LetterLane.Urgent,
        Title = "Title",
        Body = "Body",
        WrittenAt = now,
        NextTryAt = now,
    };

    private static async Task WriteAsync(TestDatabase database, int letters)
    {
        var (db, now) = (database.Get<InfoStoryContext>(), database.Clock.UtcNow);
        db.AddRange(Enumerable.Range(0, letters).Select(number => Letter(number, now)));
        await db.SaveChangesAsync();
    }

    private static Task<int> SendAsync(TestDatabase database, int port) => database.Get<Outbox>().SendDueAsync(Postman(database, port), default);

    private static SmtpPostman Postman(TestDatabase database, int port) =>
        new(() => new() { Host = "127.0.0.1", Port = port }, new("https://localhost"), database.Clock, NullLogger<SmtpPostman>.Instance);
}
