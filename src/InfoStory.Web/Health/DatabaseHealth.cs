using InfoStory.Insight;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

public sealed class DatabaseHealth(Readiness readiness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await readiness.CheckAsync(cancellationToken);
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["writable"] = state.Writable,
            ["pendingMigrations"] = state.PendingMigrations,
            ["fullText"] = state.FullText
        };
        return state is { Writable: true, PendingMigrations: 0 } ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Unhealthy(data: data);
    }
}
