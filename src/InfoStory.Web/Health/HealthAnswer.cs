using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

public static class HealthAnswer
{
    /// <summary>Writes { status, checks: { name: { status, … } } } without any exception's words.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries
            .ToDictionary(check => check.Key, check => new { status = check.Value.Status.ToString(), data = check.Value.Data }, StringComparer.Ordinal),
    });
}
