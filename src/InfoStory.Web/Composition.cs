using FluentValidation;
using InfoStory.Campaigns;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.Tagging;
using InfoStory.Connectors;
using InfoStory.Data;
using InfoStory.Dissemination;
using InfoStory.Insight;
using InfoStory.Jobs;
using InfoStory.Moderation;
using InfoStory.Moderation.Cases;
using InfoStory.Moderation.Replies;
using InfoStory.Moderation.Suggesting;
using InfoStory.People;
using InfoStory.Places;
using InfoStory.Protection;
using InfoStory.Protection.Contacts;
using InfoStory.Protection.Flags;
using InfoStory.Search;
using InfoStory.Sqlite;
using InfoStory.SqlServer;
using InfoStory.Stories;
using InfoStory.Tags;
using InfoStory.Web.Demonstration;
using InfoStory.Web.Health;
using InfoStory.Web.Http;
using InfoStory.Web.Jobs;
using InfoStory.Web.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InfoStory.Web;

/// <summary>The one place that names the neighbours: which database, which services.</summary>
public static class Composition
{
    private const string Sqlite = "Sqlite";

    public static void AddInfoStory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(configuration);
        services.AddServiceLayer();
        services.AddKeys();
        services.AddMail(configuration);
        services.AddSingleton<DemonstrationMark>().AddScoped<Seeding>();

        services.AddHostedService<JobHost>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database").AddCheck<DiskHealth>("disk").AddCheck<KeyRingHealth>("key ring");
    }

    /// <exception cref="OptionsValidationException">A setting is missing or makes no sense; the message says which.</exception>
    public static void CheckSettings(this IServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();

    /// <summary>Brings the embedded database up to date; checks the production database.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InfoStoryContext>();
        if (Provider(services.GetRequiredService<IConfiguration>()) == Sqlite) await SqliteDatabase.PrepareAsync(db, cancellation);
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

    /// <summary>The full path of the embedded database's file; null on SQL Server.</summary>
    public static string? DatabaseFile(IConfiguration configuration) =>
        Provider(configuration) == Sqlite ? SqliteDatabase.FileOf(Connection(configuration)) : null;

    /// <summary>Beside the embedded database unless the settings say where, or say nothing on purpose.</summary>
    private static HistoryHeads HeadsFile(IConfiguration configuration)
    {
        var file = configuration["History:HeadsFile"] ?? (DatabaseFile(configuration) is { } database ? Path.Combine(Path.GetDirectoryName(database)!, "history-heads.txt") : "");
        return new(file.Length == 0 ? null : file);
    }

    private static void AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = Connection(configuration);
        var batch = configuration.GetValue<int?>("Database:MaxBatchSize");

        if (Provider(configuration) == Sqlite)
        {
            services.AddPooledDbContextFactory<InfoStoryContext>(options => options.UseSqliteFor(connection, batch));
            services.AddDbContext<KeyRingContext>(options => options.UseSqliteFor(connection, batch));
            services.AddSingleton<IFullText, SqliteFullText>();
        }
        else
        {
            services.AddPooledDbContextFactory<InfoStoryContext>(options => options.UseSqlServerFor(connection, batch));
            services.AddDbContext<KeyRingContext>(options => options.UseSqlServerFor(connection, batch));
            services.AddSingleton<IFullText, SqlServerFullText>();
        }

        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<InfoStoryContext>>().CreateDbContext());
    }

    private static void AddServiceLayer(this IServiceCollection services)
    {
        services.AddSingleton<Secrets>().AddSingleton<Editions>().AddSingleton<EditionWatch>().AddSingleton<StaffSessions>();
        services.AddScoped<TagCatalogue>().AddScoped<PlaceCatalogue>().AddScoped<CampaignCalendar>();
        services.AddScoped<CampaignEditing>().AddScoped<Invitations>();
        services.AddScoped<Drafts>().AddScoped<Sharing>().AddScoped<MyStory>();
        services.AddScoped<Invited>().AddScoped<AssistedEntry>();
        services.AddScoped<ContactBook>().AddScoped<Renewal>();
        services.AddScoped<Flagging>().AddScoped<FlagsOfStory>().AddScoped<RuleBook>().AddScoped<IFlagSource, Duplicates>().AddScoped<IFlagSource, Jigsaw>().AddScoped<IJob, FlagStories>();
        services.AddScoped<Queue>().AddScoped<Desk>().AddScoped<Review>().AddScoped<Claims>().AddScoped<Bulk>().AddScoped<EditDrafts>().AddScoped<ReplyBook>();
        services.AddScoped<TagLearning>().AddScoped<TagSuggestions>().AddScoped<TagMeasure>().AddScoped<IJob, LearnTags>();
        services.AddScoped<Scoring>().AddScoped<SafeguardingLane>().AddScoped<LeadNotices>();
        services.AddScoped<Editing>().AddScoped<Library>().AddScoped<Withdrawal>().AddScoped<SigningOff>().AddScoped<Permissions>().AddScoped<MyData>().AddScoped<Erasure>().AddScoped<Retention>();
        services.AddScoped<TagRegister>().AddScoped<TagEditing>().AddScoped<TagMerging>().AddScoped<TagSplitting>();
        services.AddScoped<Readiness>().AddScoped<CampaignFigures>();
        services.AddScoped<Letters>().AddScoped<AuthorNotices>().AddScoped<StaffHistory>();
        services.AddScoped<Administrators>().AddScoped<SecondFactors>().AddScoped<StaffList>();
        services.AddSingleton(provider => new SiteAddress(provider.GetRequiredService<IOptions<SiteOptions>>().Value.Url));
        services.AddScoped<HistoryCheck>().AddSingleton(provider => HeadsFile(provider.GetRequiredService<IConfiguration>())).AddScoped<IJob, ExportHistoryHead>();
        services.AddScoped<IJob, DeleteExpired>().AddScoped<IJob, OpenCases>().AddScoped<IJob, AskToRenew>().AddScoped<IJob, KeepNoLonger>().AddScoped<IJob, LapseClaims>().AddScoped<IJob, SettleTags>();

        // Rules hold nothing of a request, and are dear to make.
        services.AddValidatorsFromAssemblyContaining<Story>(ServiceLifetime.Singleton);
    }

    private static void AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(configuration["Mail:Host"])) return;

        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value);
        services.AddSingleton<IPostman, SmtpPostman>();
        services.AddScoped<IJob, TellLeads>().AddScoped<IJob, SendLetters>();
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("InfoStory").PersistKeysToDbContext<KeyRingContext>();
        services.AddSingleton(provider => ContactSeals.Make(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => AuthenticatorSeals.Make(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(provider => ReceiptKeys.Load(provider.GetRequiredService<Secrets>(), provider.GetRequiredService<IDataProtectionProvider>()));
    }

    private static string Connection(IConfiguration configuration) => configuration.GetConnectionString("InfoStory") ?? "Data Source=data/infostory.db";

    private static string Provider(IConfiguration configuration) => configuration["Database:Provider"] ?? Sqlite;
}
