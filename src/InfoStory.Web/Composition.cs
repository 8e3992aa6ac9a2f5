using InfoStory.Connectors;
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
using InfoStory.Web.Demonstration;
using InfoStory.Web.Health;
using InfoStory.Web.Http;
using InfoStory.Web.Jobs;
using InfoStory.Web.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

// Everything else in this project asks services: only here is the database put together with them.
#pragma warning disable RS0030

namespace InfoStory.Web;

/// <summary>The one place that names the neighbours: which database, which services.</summary>
public static class Composition
{
    private const string Sqlite = "Sqlite";

    public static void AddComposition(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BodyOptions>().BindConfiguration(BodyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(configuration);
        services.AddInfoStory();
        services.AddSingleton<EditionWatch>();
        services.AddSingleton(provider => new SiteAddress(provider.GetRequiredService<IOptions<SiteOptions>>().Value.Url)
        {
            Signature = provider.GetRequiredService<IOptions<BodyOptions>>().Value.Signature
        });
        services.AddSingleton(provider => HeadsFile(provider.GetRequiredService<IConfiguration>()));
        services.AddKeys();
        services.AddMail(configuration, environment);
        services.AddSingleton<DemonstrationMark>().AddScoped<Seeding>().AddScoped<DemonstrationAccount>();

        services.AddHostedService<JobHost>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<DiskHealth>("disk").AddCheck<KeyRingHealth>("key ring")
            .AddCheck<JobHealth>("jobs").AddCheck<LetterHealth>("letters").AddCheck<DraftHealth>("drafts")
            .AddCheck<SafeguardingHealth>("safeguarding").AddCheck<BodyHealth>("body");
    }

    /// <exception cref="OptionsValidationException">A setting is missing or makes no sense; the message says which.</exception>
    public static void CheckSettings(this IServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Brings the embedded database up to date; checks the production database.</summary>
    public static Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellation) =>
        services.PrepareDatabaseAsync(_ => { }, cancellation);

    /// <inheritdoc cref="PrepareDatabaseAsync(IServiceProvider, CancellationToken)"/>
    /// <param name="services">Where the database is.</param>
    /// <param name="migrating">Is told how many migrations run, before they do; not where there is none.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, Action<int> migrating, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InfoStoryContext>();
        if (Provider(services.GetRequiredService<IConfiguration>()) == Sqlite) await SqliteDatabase.PrepareAsync(db, migrating, cancellation);
        else await SqlServerDatabase.CheckAsync(db, cancellation);
        await HistoryChain.BeginAsync(db, cancellation);
    }

    /// <summary>Runs the migrations that are missing, on either database.</summary>
    public static async Task MigrateDatabaseAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InfoStoryContext>();
        if (Provider(services.GetRequiredService<IConfiguration>()) == Sqlite) await SqliteDatabase.PrepareAsync(db, cancellation);
        else await SqlServerDatabase.MigrateAsync(db, cancellation);
        await HistoryChain.BeginAsync(db, cancellation);
    }

    /// <summary>The service layer once more, on the same database and with the same keys, by another clock.</summary>
    public static ServiceProvider WithClock(this IServiceProvider services, TimeProvider clock)
    {
        var then = new ServiceCollection();
        then.AddLogging();
        then.AddSingleton(clock);
        then.AddSingleton(services.GetRequiredService<IDbContextFactory<InfoStoryContext>>());
        then.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InfoStoryContext>>().CreateDbContext());
        then.AddSingleton(services.GetRequiredService<IFullText>()).AddSingleton(services.GetRequiredService<SiteAddress>())
            .AddSingleton(services.GetRequiredService<LettersOut>()).AddSingleton(services.GetRequiredService<MailReach>());
        then.AddSingleton(services.GetRequiredService<HistoryHeads>()).AddSingleton(services.GetRequiredService<DraftLimit>())
            .AddSingleton(services.GetRequiredService<HistoryCounter>()).AddSingleton(services.GetRequiredService<ReceiptKey>());
        then.AddSingleton(LinkKeys.Load(services.GetRequiredService<Secrets>(), services.GetRequiredService<IDataProtectionProvider>(), clock));
        then.AddSingleton(services.GetRequiredService<SubscriberSeal>());
        then.AddSingleton(services.GetRequiredService<ContactSeal>()).AddSingleton(services.GetRequiredService<AuthenticatorSeal>());
        return then.AddInfoStory().BuildServiceProvider();
    }

    /// <summary>Where accounts of staff are kept.</summary>
    public static IdentityBuilder AddStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<InfoStoryContext>();

    /// <summary>The full path of the embedded database's file; null on SQL Server.</summary>
    public static string? DatabaseFile(IConfiguration configuration) =>
        Provider(configuration) == Sqlite ? SqliteDatabase.FileOf(Connection(configuration)) : null;

    /// <summary>Beside the embedded database unless the settings say where, or say nothing on purpose.</summary>
    private static HistoryHeads HeadsFile(IConfiguration configuration)
    {
        var file = configuration["History:HeadsFile"]
            ?? (DatabaseFile(configuration) is { } database ? Path.Combine(Path.GetDirectoryName(database)!, "history-heads.txt") : "");
        return new(file.Length == 0 ? null : file);
    }

    private static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = Connection(configuration);
        var batch = configuration.GetValue<int?>("Database:MaxBatchSize");

        if (Provider(configuration) == Sqlite)
        {
            services.AddPooledDbContextFactory<InfoStoryContext>((provider, options) =>
                options.UseSqliteFor(connection, batch, Clock(provider)).UseModel(SqliteDatabase.Model));
            services.AddDbContext<KeyRingContext>((provider, options) => options.UseSqliteFor(connection, batch, Clock(provider)));
            services.AddSingleton<IFullText, SqliteFullText>().AddSingleton(new HistoryCounter(SqliteDatabase.LastHistoryKeyAsync));
        }
        else
        {
            services.AddPooledDbContextFactory<InfoStoryContext>((provider, options) =>
                options.UseSqlServerFor(connection, batch, Clock(provider)).UseModel(SqlServerDatabase.Model));
            services.AddDbContext<KeyRingContext>((provider, options) => options.UseSqlServerFor(connection, batch, Clock(provider)));
            services.AddSingleton<IFullText, SqlServerFullText>().AddSingleton(HistoryCounter.None);
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InfoStoryContext>>().CreateDbContext());
    }

    /// <summary>By the one door that <see cref="MailOptions.Exit"/> names; the embedded database of a developer has a folder beside it.</summary>
    private static void AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Func<MailOptions>>(provider => () => provider.GetRequiredService<IOptionsMonitor<MailOptions>>().CurrentValue);
        var mail = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new();
        var beside = environment.IsDevelopment() && DatabaseFile(configuration) is { } file ? Path.Combine(Path.GetDirectoryName(file)!, "letters") : null;
        var (exit, folder) = (mail.Exit(beside), Path.GetFullPath(mail.Folder is { Length: > 0 } named ? named : beside ?? "."));
        // A server alone may stand in the way of an address.
        if (exit != LetterExit.MailServer) services.AddSingleton(new MailReach(_ => Task.FromResult(true)));
        if (exit == LetterExit.Nowhere) services.AddJobsWithoutLetters();
        else services.AddLetterJobs();

        var (where, shows) = (exit == LetterExit.Folder ? folder : mail.Host, environment.IsDevelopment());
        services.AddSingleton(new LettersOut(exit, where)
        {
            PerMinute = mail.PerMinute,
            Folder = exit == LetterExit.Folder ? LetterFile.Folder(folder, shows) : null,
        });
        if (exit == LetterExit.Notify) services.AddSingleton<IPostman, NotifyPostman>();
        if (exit == LetterExit.Folder)
            services.AddSingleton<IPostman>(provider => ActivatorUtilities.CreateInstance<FolderPostman>(provider, folder, shows));
        if (exit != LetterExit.MailServer) return;

        services.AddSingleton<SmtpPostman>().AddSingleton<IPostman>(provider => provider.GetRequiredService<SmtpPostman>());
        services.AddSingleton(provider => new MailReach(provider.GetRequiredService<SmtpPostman>().TakesUnicodeAsync));
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("InfoStory").PersistKeysToDbContext<KeyRingContext>();
        services.AddSingleton(provider => ContactSeals.Make(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => AuthenticatorSeals.Make(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => ReceiptKeys.Load(provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => SubscriberSeals.Load(
            provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => LinkKeys.Load(
            provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>(), Clock(provider)));
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static string Connection(IConfiguration configuration) => configuration.GetConnectionString("InfoStory") ?? "Data Source=data/infostory.db";

    private static string Provider(IConfiguration configuration) => configuration["Database:Provider"] ?? Sqlite;
}
