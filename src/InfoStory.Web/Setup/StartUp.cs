using InfoStory.Data;
using InfoStory.Dissemination.Subscribers;
using InfoStory.Letters;
using InfoStory.Organisations;
using InfoStory.Web.Demonstration;
using InfoStory.Web.RateLimiting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Setup;

/// <summary>Makes the site ready before it listens, and says each step on the console and in the log, because a first start takes a while.</summary>
public sealed partial class StartUp(IServiceProvider services, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILogger<StartUp> logger)
{
    private const string AddInDevelopment = "dotnet run --no-build --project src/InfoStory.Web -- staff add you@example.org Publisher";

    /// <exception cref="NotReadyException">The database cannot be used; the message says why.</exception>
    public async Task RunAsync()
    {
        var cancellation = lifetime.ApplicationStopping;
        var database = Composition.DatabaseFile(services.GetRequiredService<IConfiguration>()) ?? "on SQL Server";
        await services.PrepareDatabaseAsync(missing => Migrating(database, missing), cancellation);
        DatabaseReady(database);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Authorities>().AddMissingAsync(cancellation);
        MakeKeys(scope.ServiceProvider);
        await Seeding.RunAsync(services, environment, cancellation);

        var password = await scope.ServiceProvider.GetRequiredService<DemonstrationAccount>().OpenAsync();
        lifetime.ApplicationStarted.Register(() => SayWhatNow(password));
    }

    /// <summary>The keys of what pages only look at, made before anybody asks, so that looking writes nothing.</summary>
    private static void MakeKeys(IServiceProvider services)
    {
        _ = services.GetRequiredService<LinkKey>();
        _ = services.GetRequiredService<SubscriberSeal>();
        _ = services.GetRequiredService<TapKey>();
    }

    private void SayWhatNow(string? password)
    {
        var address = Address();
        Ready(address);
        if (environment.IsDevelopment()) AddStaffInDevelopment(AddInDevelopment);
        else AddStaff();
        if (!environment.IsDevelopment()) KeysAreInTheDatabase();
        if (services.GetRequiredService<LettersOut>() is { Leaves: true } way) LettersLeave(way.Exit, way.Where);
        else if (!environment.IsDevelopment()) LeadsCannotBeTold();
        if (!services.GetRequiredService<IOptions<BodyOptions>>().Value.IsNamed) NobodyIsNamed();
        if (password is null) return;

        SignIn(address, DemonstrationAccount.Email);
        // Not into the log: it is a password, though it opens nothing real.
        Console.WriteLine($"             Password: {password}");
    }

    /// <summary>Where a developer's browser finds it; outside Development, where the public does.</summary>
    private string Address()
    {
        var listening = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return environment.IsDevelopment() && listening is not null ? listening : services.GetRequiredService<IOptions<SiteOptions>>().Value.Url;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Preparing the database {Database}: {Count} migration(s) to run")]
    private partial void Migrating(string database, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database {Database} is ready")]
    private partial void DatabaseReady(string database);

    [LoggerMessage(Level = LogLevel.Information, Message = "InfoStory is at {Address}")]
    private partial void Ready(string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "To add staff, type in a second terminal: {Command}")]
    private partial void AddStaffInDevelopment(string command);

    [LoggerMessage(
        Level = LogLevel.Information, Message = "To add staff, run InfoStory.Web beside it with the words: staff add you@example.org Administrator")]
    private partial void AddStaff();

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The keys of cookies and receipts are in the database and not encrypted there: let nobody else read it or its backups (docs/running.md)")]
    private partial void KeysAreInTheDatabase();

    [LoggerMessage(Level = LogLevel.Information, Message = "Letters leave by: {Exit} {Where}")]
    private partial void LettersLeave(LetterExit exit, string where);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "Safeguarding leads cannot be told of danger: Mail:Host, Mail:Notify:ApiKey and Mail:Folder are empty, so no letter leaves. Set one, or "
            + "watch /health/ready (docs/running.md)")]
    private partial void LeadsCannotBeTold();

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Nobody is named as the body that runs this site: set Body:Name, Body:Address and Body:Email or Body:Telephone (docs/running.md)")]
    private partial void NobodyIsNamed();

    [LoggerMessage(Level = LogLevel.Information, Message = "This is demonstration content. Sign in at {Address}/sign-in as {Email}, who has every role")]
    private partial void SignIn(string address, string email);
}
