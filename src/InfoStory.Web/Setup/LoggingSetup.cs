using Serilog;
using Serilog.Events;
using ILogger = Serilog.ILogger;

namespace InfoStory.Web.Setup;

/// <summary>Structured logs to the console and to a file a day, kept for 14 days (docs/running.md).</summary>
public static class LoggingSetup
{
    /// <summary>Under which the first route of a request is kept: a page that tells of a fault is routed once more.</summary>
    public static readonly object Asked = new();

    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Options, HttpMethods.Patch];

    /// <param name="quiet">Only what went wrong, for commands.</param>
    public static void UseLogging(this IHostBuilder host, bool quiet) =>
        host.UseSerilog((context, logger) => Configure(logger, context.Configuration["Logging:Folder"], quiet), preserveStaticLogger: true);

    /// <summary>
    /// One line for each request that passes here: method, page, status and time. A page is named as its route is, because what stands in an address may be a
    /// title or a reference. No path, no query, no body, no address.
    /// </summary>
    public static void UseRequestLogging(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<ILogger>();
        options.MessageTemplate = "{RequestMethod} {Page} answered {StatusCode} in {Elapsed:0.0} ms ({Reference})";
        options.GetMessageTemplateProperties = Properties;
        options.GetLevel = (_, _, _) => LogEventLevel.Information;
    });

    private static IEnumerable<LogEventProperty> Properties(HttpContext context, string path, double elapsed, int status) =>
    [
        new("RequestMethod", new ScalarValue(Methods.Contains(context.Request.Method) ? context.Request.Method : "OTHER")),
        new("Page", new ScalarValue(Page(context))),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(elapsed)),
        new("Reference", new ScalarValue(context.TraceIdentifier)),
    ];

    /// <summary>The route that was asked for. The page that tells of a fault has one of its own, which is not it.</summary>
    private static string Page(HttpContext context)
    {
        var asked = context.Items.TryGetValue(Asked, out var first) ? first : null;
        return asked is RouteEndpoint { RoutePattern.RawText: { } route } ? $"/{route.TrimStart('/')}" : "(no page)";
    }

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
