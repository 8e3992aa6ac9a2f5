using InfoStory.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Degraded while a job has anything that it failed with: how much, and since when. The site itself goes on.</summary>
public sealed class JobHealth(JobLedger ledger) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = ledger.Failing.ToDictionary(work => work.Work, object (work) => new { failed = work.Items, since = work.Since }, StringComparer.Ordinal);
        return Task.FromResult(data.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(data: data));
    }
}
