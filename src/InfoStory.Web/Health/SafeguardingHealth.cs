using InfoStory.Letters;
using InfoStory.Stories;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Degraded while a case waits past its time and no lead has opened it; since when it is late, by its level. It names no story.</summary>
public sealed class SafeguardingHealth(LeadNotices notices) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        if (await notices.LateSinceAsync(SafeguardingLevel.ImmediateDanger, cancellationToken) is { } danger) data["immediateDangerLateSince"] = danger;
        if (await notices.LateSinceAsync(SafeguardingLevel.Concern, cancellationToken) is { } concern) data["concernLateSince"] = concern;
        return data.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(data: data);
    }
}
