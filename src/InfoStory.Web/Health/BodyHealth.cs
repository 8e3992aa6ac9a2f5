using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Health;

/// <summary>Degraded while the settings do not name the body that runs the site: whoever tells a story must be able to see who asks.</summary>
public sealed class BodyHealth(IOptions<BodyOptions> body) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["named"] = body.Value.IsNamed };
        return Task.FromResult(body.Value.IsNamed ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data));
    }
}
