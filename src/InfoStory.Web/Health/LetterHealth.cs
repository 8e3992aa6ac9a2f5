using InfoStory.Letters;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>
/// Degraded while a letter to staff, such as one about somebody at risk, was refused more than once. An author's mistyped address is only counted.
/// </summary>
public sealed class LetterHealth(Outbox outbox) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var refused = await outbox.RefusedAsync(cancellationToken);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["refused"] = refused.Letters, ["refusedToStaff"] = refused.ToStaff };
        if (refused.Since is { } since) data["since"] = since;
        return refused.ToStaff == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}
