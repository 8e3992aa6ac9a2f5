using Serilog;
using Serilog.Events;
using Log = Serilog.Core.Logger;

namespace InfoStory.Web;

/// <summary>Structured logs to the console and to a file a day, kept for 14 days (docs/running.md).</summary>
public static class Logging
{
    public static Log Make(IConfiguration configuration, bool quiet)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(quiet ? LogEventLevel.Warning : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // EF Core may write what a person typed into its warnings.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal)
            // Warns that keys are kept unencrypted; StartUp says so with what to do.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}", formatProvider: null);

        if (configuration["Logging:Folder"] is { Length: > 0 } folder)
        {
            logger.WriteTo.File(
                new WordlessFormatter(), Path.Combine(folder, "infostory-.json"),
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14, buffered: false, shared: true);
        }

        return logger.CreateLogger();
    }
}
