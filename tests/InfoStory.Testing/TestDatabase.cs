using System.Collections.Concurrent;
using System.Security.Cryptography;
using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.History;
using InfoStory.Letters;
using InfoStory.People;
using InfoStory.Protection.Contacts;
using InfoStory.Search;
using InfoStory.Sharing;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using InfoStory.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InfoStory.Testing;

/// <summary>The service layer on a real database of its own, as the site composes it, with a clock that stands still.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>What a slow hash counts where a test is about something else: thousands of receipts and passwords are a third of the time otherwise.</summary>
    public const int FewRounds = 10;

    private readonly ConcurrentBag<AsyncServiceScope> scopes = [];
    private readonly DirectoryInfo folder;
    private readonly ServiceProvider services;
    private readonly bool onSqlServer;

    private TestDatabase(DirectoryInfo folder, ServiceProvider services, string connection, bool onSqlServer)
    {
        this.folder = folder;
        this.services = services;
        this.onSqlServer = onSqlServer;
        Connection = connection;
    }

    public string Connection { get; }

    /// <summary>The file of a SQLite database.</summary>
    public string File => Connection["Data Source=".Length..];

    public FakeTimeProvider Clock => (FakeTimeProvider)services.GetRequiredService<TimeProvider>();

    /// <summary>SQLite, or SQL Server where INFOSTORY_TEST_SQLSERVER is set.</summary>
    /// <param name="drafts">For how many drafts there is room.</param>
    public static async Task<TestDatabase> NewAsync(int drafts = 1_000)
    {
        if (Databases.SqlServerConnection is not { } server) return await NewSqliteAsync(drafts);

        await Databases.TakeSqlServerAsync();
        return new(NewFolder(), Compose(server, forSqlServer: true, drafts), server, onSqlServer: true);
    }

    /// <summary>SQLite, whatever else is there.</summary>
    public static async Task<TestDatabase> NewSqliteAsync(int drafts = 1_000)
    {
        var home = NewFolder();
        var connection = await Databases.NewSqliteFileAsync(home.FullName);
        return new(home, Compose(connection, forSqlServer: false, drafts), connection, onSqlServer: false);
    }

    /// <summary>A service in a scope of its own, as in a request of its own. Scopes end with the database, or before by <see cref="EndScopesAsync"/>.</summary>
    public T Get<T>() where T : notnull
    {
        var scope = services.CreateAsyncScope();
        scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>For long tests: each scope holds a connection.</summary>
    public async Task EndScopesAsync()
    {
        while (scopes.TryTake(out var scope)) await scope.DisposeAsync();
    }

    /// <summary>The story, brought to the state that was asked for by the services that people use.</summary>
    public Task<GivenStory> Given(StoryBuilder story) => story.BuildAsync(Get<IServiceProvider>());

    /// <summary>A draft with every question answered, not yet sent.</summary>
    public Task<DraftSecret> DraftAsync(StoryBuilder story, DraftSecret? begun = null) => story.DraftAsync(Get<IServiceProvider>(), begun);

    /// <summary>Every value of every row of every table, as text.</summary>
    public Task<string> DumpAsync() => Dump.OfAsync(Get<InfoStoryContext>());

    public async ValueTask DisposeAsync()
    {
        await EndScopesAsync();
        await services.DisposeAsync();
        if (onSqlServer) Databases.GiveBackSqlServer();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static DirectoryInfo NewFolder() => Directory.CreateTempSubdirectory("infostory-test-");

    private static ServiceProvider Compose(string connection, bool forSqlServer, int drafts)
    {
        var (seals, composed) = (new TestSeals(), new ServiceCollection());
        composed.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        composed.AddSingleton<TimeProvider>(new FakeTimeProvider(A.Tuesday));
        composed.AddPooledDbContextFactory<InfoStoryContext>(
            (provider, options) => Use(options, connection, forSqlServer, provider.GetRequiredService<TimeProvider>()));
        composed.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InfoStoryContext>>().CreateDbContext());
        if (forSqlServer) composed.AddSingleton<IFullText, SettledFullText>().AddSingleton(HistoryCounter.None);
        else composed.AddSingleton<IFullText, SqliteFullText>().AddSingleton(new HistoryCounter(SqliteDatabase.LastHistoryKeyAsync));

        composed.AddSingleton(new ContactSeal(seals.Close, seals.Open)).AddSingleton(new AuthenticatorSeal(seals.Close, seals.Open));
        composed.AddSingleton(provider => new LinkKey(RandomNumberGenerator.GetBytes(32), provider.GetRequiredService<TimeProvider>()));
        composed.AddSingleton(new SubscriberSeal(seals.Close, seals.Open, RandomNumberGenerator.GetBytes(32)));
        composed.AddSingleton(new ReceiptKey(RandomNumberGenerator.GetBytes(32)) { Rounds = FewRounds });
        composed.AddSingleton(new MailReach(_ => Task.FromResult(false)));
        composed.AddSingleton(new LettersOut(LetterExit.MailServer));
        composed.AddSingleton(new SiteAddress("https://localhost")).AddSingleton(new HistoryHeads(File: null));
        composed.AddSingleton(new DraftLimit(drafts));
        composed.AddInfoStory();
        return composed.BuildServiceProvider(validateScopes: true);
    }

    private static void Use(DbContextOptionsBuilder options, string connection, bool forSqlServer, TimeProvider clock)
    {
        if (forSqlServer) options.UseSqlServerFor(connection, Databases.MaxBatchSize, clock).UseModel(SqlServerDatabase.Model);
        else options.UseSqliteFor(connection, maxBatchSize: null, clock).UseModel(SqliteDatabase.Model);
        options.AddInterceptors(new UnseenChanges(), new TooLong());
    }
}
