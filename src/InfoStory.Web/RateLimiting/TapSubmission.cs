using System.Globalization;
using System.Security.Cryptography;
using InfoStory.CaseStudies;
using InfoStory.CaseStudies.HereToo;
using InfoStory.Data;
using InfoStory.Data.Time;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.RateLimiting;

/// <summary>One tap of a reader: counted once a day for each network, and sealed for the page that thanks, which may add to it for an hour.</summary>
public sealed class TapSubmission(HappensHereToo here, OncePerNetwork once, IDataProtectionProvider keys, TimeProvider clock)
{
    private const string Width = "D19";
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector seal = keys.CreateProtector("InfoStory.Tap.v1");

    /// <summary>Says that it happens here too.</summary>
    /// <returns>The sealed tap. It looks the same where the network had said so before: that somebody nearby did is nobody's business.</returns>
    /// <exception cref="TooManyException">There were too many.</exception>
    /// <exception cref="GoneException">The case study is public no more.</exception>
    public async Task<string> TapAsync(HttpContext context, Id<CaseStudy> study)
    {
        var what = $"here too {study}";
        if (!once.Count(context, what)) return Seal(study, default);

        try
        {
            return Seal(study, await here.TapAsync(study));
        }
        catch
        {
            once.TakeBack(context, what);
            throw;
        }
    }

    /// <summary>Whether this is a tap of ours on that case study, of the last hour.</summary>
    public bool Knows(string? tap, Id<CaseStudy> study) => Open(tap, study) is not null;

    /// <summary>Adds what else was said. Nothing where the tap did not count, or is not ours.</summary>
    public async Task SayAsync(string? tap, Id<CaseStudy> study, SayMore more, CancellationToken cancellation)
    {
        if (Open(tap, study) is { } opened) await here.SayAsync(opened, more, cancellation);
    }

    private string Seal(Id<CaseStudy> study, Id<Tap> tap) => seal.Protect(string.Join(' ',
        new[] { study.Value, tap.Value, (clock.UtcNow + Life).Ticks }.Select(number => number.ToString(Width, CultureInfo.InvariantCulture))));

    private Id<Tap>? Open(string? tap, Id<CaseStudy> study)
    {
        if (string.IsNullOrEmpty(tap)) return null;

        try
        {
            var said = seal.Unprotect(tap).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            return said[0] == study.Value && clock.UtcNow.Ticks < said[2] ? new(said[1]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
