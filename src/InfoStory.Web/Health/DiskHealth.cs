using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Unhealthy below 200 MB free where the embedded database lies, else where the program does.</summary>
public sealed class DiskHealth(IConfiguration configuration, IHostEnvironment environment) : IHealthCheck
{
    private const long LeastFree = 200 * 1024 * 1024;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = new DriveInfo(Composition.DatabaseFile(configuration) ?? environment.ContentRootPath).AvailableFreeSpace;
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["freeBytes"] = free };
        return Task.FromResult(free >= LeastFree ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Unhealthy(data: data));
    }
}
