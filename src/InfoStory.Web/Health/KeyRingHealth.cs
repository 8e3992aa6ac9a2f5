using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace InfoStory.Web.Health;

/// <summary>Whether what one process protects can be read again.</summary>
public sealed class KeyRingHealth(IDataProtectionProvider protection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var protector = protection.CreateProtector("InfoStory.Health");
            return Task.FromResult(protector.Unprotect(protector.Protect("well")) == "well" ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
        catch (CryptographicException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy());
        }
    }
}
