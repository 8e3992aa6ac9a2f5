using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Staff;

/// <summary>A cookie that only this site can read, kept between two steps of one thing.</summary>
public sealed class SealedCookie(IDataProtectionProvider protection, string name, TimeSpan life)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("InfoStory.SealedCookie", name).ToTimeLimitedDataProtector();

    private readonly ConcurrentDictionary<string, long> taken = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads it for the only time and takes it away: null also where it was taken before, whatever copy comes. Remembered by this process for as long as the
    /// cookie would live.
    /// </summary>
    public string? Take(HttpRequest request, HttpResponse response)
    {
        var value = Read(request);
        Delete(response);
        var now = Environment.TickCount64;
        foreach (var old in taken.Where(one => one.Value < now)) taken.TryRemove(old);
        return value is not null && taken.TryAdd(value, now + (long)life.TotalMilliseconds) ? value : null;
    }

    /// <summary>Null where there is none, or where it is not ours or too old.</summary>
    public string? Read(HttpRequest request)
    {
        try
        {
            return request.Cookies[name] is { Length: > 0 } closed ? protector.Unprotect(closed) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpResponse response, string value) => response.Cookies.Append(name, protector.Protect(value, life), Options(life));

    public void Delete(HttpResponse response) => response.Cookies.Delete(name, Options(null));

    private static CookieOptions Options(TimeSpan? life) =>
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = life, IsEssential = true };
}

/// <summary>What is remembered between two steps of signing in, or of setting up a second factor.</summary>
public sealed class StaffCookies(IDataProtectionProvider protection)
{
    /// <summary>Whose password was right, and the stamp of that moment: a new password ends this, too.</summary>
    public SealedCookie FirstStep { get; } = new(protection, "__Host-infostory-first-step", TimeSpan.FromMinutes(10));

    /// <summary>The key that an authenticator app is being given.</summary>
    public SealedCookie AppKey { get; } = new(protection, "__Host-infostory-app-key", TimeSpan.FromMinutes(30));

    /// <summary>What is shown once to somebody who is signed in; see <see cref="ShownOnce"/>.</summary>
    public SealedCookie Shown { get; } = new(protection, "__Host-infostory-shown", TimeSpan.FromMinutes(10));

    /// <summary>Who signed in here before; see <see cref="KnownBrowsers"/>.</summary>
    public SealedCookie Known { get; } = new(protection, "__Host-infostory-known", TimeSpan.FromDays(90));

    /// <summary>What a passkey was asked.</summary>
    public SealedCookie Passkey { get; } = new(protection, "__Host-infostory-passkey", TimeSpan.FromMinutes(5));
}
