using InfoStory.Sharing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Degraded while drafts take four fifths of their room or more. Nobody is refused before it is full.</summary>
public sealed class DraftHealth(DraftRoom room) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var drafts = await room.HeldAsync(cancellationToken);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["held"] = drafts.Held, ["most"] = drafts.Most };
        return drafts.IsSoonFull ? HealthCheckResult.Degraded(data: data) : HealthCheckResult.Healthy(data: data);
    }
}
