using InfoStory.Letters;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>
/// Degraded while letters have waited for more than 15 minutes, and while one to staff, or about somebody at risk, was refused more than once. Letters of a
/// list that wait for their turn, and an address or two that somebody outside has mistyped, are only counted.
/// </summary>
public sealed class LetterHealth(LetterDesk desk, LettersOut way) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var ((refused, toStaff), late) = (await desk.RefusedAsync(cancellationToken), await desk.LateSinceAsync(cancellationToken));
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["leave"] = way.Exit.ToString(),
            ["refused"] = refused,
            ["refusedToStaff"] = toStaff,
        };
        foreach (var lane in await desk.WaitingAsync(cancellationToken)) data[$"waiting{lane.Lane}"] = lane.Letters;
        if (late is { } since) data["lateSince"] = since;
        return toStaff == 0 && late is null ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data);
    }
}
