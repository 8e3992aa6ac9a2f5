using System.Diagnostics;
using System.Text;
using InfoStory.Benchmarks.Running;
using InfoStory.Data.Time;
using InfoStory.Dissemination.Digests;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace InfoStory.Benchmarks.Measures;

/// <summary>
/// A digest of three case studies to every subscriber: their letters are written, handed to somebody who only counts them, and gone. Half way the process is
/// stopped in the midst of writing, and another goes on.
/// </summary>
internal sealed class Digesting : IMeasure
{
    private const int Most = 100_000;

    /// <summary>What writing and sending may add to the memory, in MB.</summary>
    private const double Bounded = 150;

    public string Name => "digest";

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellation)
    {
        var readers = Math.Min(Most, bench.Scale.Stories);
        var database = await bench.CorpusDatabaseAsync(cancellation);
        await using (var first = new InProcess(database, ("Mail:PerMinute", "0"))) await FillAsync(first, database, readers, cancellation);

        // The site has them from its start on.
        var (postman, watch) = (new Counting(readers), Stopwatch.StartNew());
        var begins = Megabytes();
        using (var kill = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            postman.AtHalf = () => kill.CancelAfter(TimeSpan.FromMilliseconds(300));
            await using var killed = new InProcess(database, ("Mail:PerMinute", "0"));
            try
            {
                await GoOnAsync(killed, postman, kill.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                Bench.Say($"Stopped after {postman.Letters:N0} letters.");
            }
        }

        await using var next = new InProcess(database, ("Mail:PerMinute", "0"));
        await GoOnAsync(next, postman, cancellation);
        if (postman.Readers != readers) throw new InvalidOperationException($"{postman.Readers:N0} of {readers:N0} readers had a letter.");

        var rate = readers / watch.Elapsed.TotalSeconds;
        return
        [
            new(
                "digest", $"{readers:N0} letters written, counted and gone, stopped once; {postman.Letters - readers} came twice", rate, null, "/s", null,
                null, null),
            Figure.NoMoreThan("digest memory", "what it adds at most", postman.Peak - begins, "MB", Bounded),
        ];
    }

    private static async Task GoOnAsync(InProcess services, Counting postman, CancellationToken cancellation)
    {
        for (var sent = 1; sent > 0;)
        {
            await using var scope = services.NewScope();
            await scope.ServiceProvider.GetRequiredService<DigestWriting>().WriteAsync(cancellation);
            sent = await scope.ServiceProvider.GetRequiredService<Outbox>().SendDueAsync(postman, cancellation);
        }
    }

    private static async Task FillAsync(InProcess services, string database, int readers, CancellationToken cancellation)
    {
        await using var scope = services.NewScope();
        var (seal, now) = (scope.ServiceProvider.GetRequiredService<SubscriberSeal>(), scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow);
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction();
        await RunAsync(connection, """
            UPDATE Consents SET ExpiresAt = $later, WithdrawnAt = NULL;
            UPDATE CaseStudies SET PublishedAt = $recent, PublicUntil = $later
            WHERE Id IN (SELECT Id FROM CaseStudies WHERE PublicUntil IS NOT NULL ORDER BY Id LIMIT 3);
            INSERT INTO Digests (Revision, Audience, Rhythm, State, "From", Until, MadeAt, Last, Letters)
            VALUES (1, 'Public', 'Weekly', 'Sending', $before, $now, $now, 0, 0);
            INSERT INTO DigestItems (DigestId, CaseStudyId, IsLeftOut) SELECT (SELECT MAX(Id) FROM Digests), Id, 0 FROM CaseStudies WHERE PublishedAt = $recent;
            """, ("$later", now.AddYears(1)), ("$recent", now.AddHours(-1)), ("$before", now.AddHours(-2)), ("$now", now));
        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO Subscribers (Revision, AddressKey, Sealed, Audience, Rhythm, Interests, State, AskedAt, ConfirmedAt, Version, AddressVersion)
            VALUES (1, $key, $sealed, 'Public', 'Weekly', '[]', 'Confirmed', $before, $before, 1, 1)
            """;
        foreach (var number in Enumerable.Range(0, readers))
        {
            var address = $"{number}@example.org";
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("$key", seal.KeyOf(address));
            insert.Parameters.AddWithValue("$sealed", seal.Protect(Encoding.UTF8.GetBytes(address)));
            insert.Parameters.AddWithValue("$before", now.AddDays(-1));
            await insert.ExecuteNonQueryAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await command.ExecuteNonQueryAsync();
    }

    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1024d / 1024;
    }

    /// <summary>Takes every letter, and counts whom it was for.</summary>
    private sealed class Counting(int readers) : IPostman, IPostRound
    {
        private readonly bool[] had = new bool[readers];

        public int Letters { get; private set; }

        public int Readers { get; private set; }

        public double Peak { get; private set; }

        public Action? AtHalf { get; set; }

        public IPostRound Open() => this;

        public Task<LetterOutcome> DeliverAsync(OutgoingLetter letter, CancellationToken cancellation)
        {
            var number = int.Parse(letter.To.Split('@')[0]);
            if (!had[number]) Readers++;
            had[number] = true;
            if (++Letters == readers / 2) AtHalf?.Invoke();
            if (Letters % 1_000 == 0) Peak = Math.Max(Peak, Megabytes());
            return Task.FromResult(LetterOutcome.Done);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
