using InfoStory.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Degraded while a job has anything that it fails with: how much and since when, and what was given up. The site itself goes on.</summary>
public sealed class JobHealth(JobLedger ledger) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = ledger.Failing;
        var data = failing.ToDictionary(
            work => work.Work, object (work) => new { failed = work.Items, since = work.Since, givenUp = work.GivenUp }, StringComparer.Ordinal);
        return Task.FromResult(failing.All(work => work.Items == 0) ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded(data: data));
    }
}
