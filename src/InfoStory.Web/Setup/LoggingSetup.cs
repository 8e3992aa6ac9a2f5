using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Events;
using ILogger = Serilog.ILogger;

namespace InfoStory.Web.Setup;

/// <summary>Structured logs to the console and to a file a day, kept for 14 days (docs/running.md).</summary>
public static class LoggingSetup
{
    /// <param name="quiet">Only what went wrong, for commands.</param>
    public static void UseLogging(this IHostBuilder host, bool quiet) =>
        host.UseSerilog((context, logger) => Configure(logger, context.Configuration["Logging:Folder"], quiet), preserveStaticLogger: true);

    /// <summary>One line for each request that passes here: method, path, status and time. No query, no body, no address.</summary>
    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms ({Reference})";
        options.GetMessageTemplateProperties = Properties;
        options.GetLevel = (_, _, _) => LogEventLevel.Information;
    });

    // The page that tells of a fault has a path of its own; the line names the one that was asked for.
    private static IEnumerable<LogEventProperty> Properties(HttpContext context, string path, double elapsed, int status) =>
    [
        new("RequestMethod", new ScalarValue(context.Request.Method)),
        new("RequestPath", new ScalarValue(context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? path)),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(elapsed)),
        new("Reference", new ScalarValue(context.TraceIdentifier)),
    ];

    private static void Configure(LoggerConfiguration logger, string? folder, bool quiet)
    {
        logger
            .MinimumLevel.Is(quiet ? LogEventLevel.Warning : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // EF Core may write what a person typed into its warnings.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            // Warns that keys are kept unencrypted; StartUp says so with what to do.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}", formatProvider: null);
        if (string.IsNullOrEmpty(folder)) return;

        logger.WriteTo.File(
            new RedactingJsonFormatter(), Path.Combine(folder, "infostory-.json"),
            rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, buffered: false, shared: true);
    }
}
