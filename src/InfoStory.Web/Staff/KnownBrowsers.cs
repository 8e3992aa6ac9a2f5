using System.Globalization;
using System.Security.Cryptography;
using InfoStory.People;
using InfoStory.Web.RateLimiting;

namespace InfoStory.Web.Staff;

/// <summary>
/// Browsers in which somebody signed in before. Their guesses are counted by themselves, so that a stranger who locks an account does not lock out the
/// person whose it is (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"; docs/decisions/0056). Counted by this process.
/// </summary>
public sealed class KnownBrowsers(StaffCookies cookies, RequestCounter counter)
{
    /// <summary>A computer at a desk may be used by some in turn.</summary>
    private const int MostPeople = 5;

    private readonly SlidingCount guesses = counter.New(PasswordGuesses.Most, PasswordGuesses.Pause);

    /// <summary>Keeps in this browser that this person signed in here.</summary>
    public void Remember(HttpContext context, long staffId)
    {
        var others = People(context.Request).Where(known => known.StaffId != staffId).Take(MostPeople - 1);
        var people = others.Prepend((StaffId: staffId, Key: Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
        cookies.Known.Write(context.Response, string.Join('|', people.Select(known => $"{known.StaffId.ToString(CultureInfo.InvariantCulture)}:{known.Key}")));
    }

    /// <summary>Counts one more guess at the password of somebody who signed in here before.</summary>
    /// <returns>Whether it may be tried; null where this person never signed in here.</returns>
    public bool? Count(HttpContext context, long staffId)
    {
        var known = People(context.Request).FirstOrDefault(known => known.StaffId == staffId).Key;
        return known is null ? null : counter.Try((key, now) => guesses.Count(key.Of(known), now)) is null;
    }

    private IEnumerable<(long StaffId, string Key)> People(HttpRequest request) =>
        (cookies.Known.Read(request) ?? "").Split('|').Select(known => known.Split(':'))
            .Where(parts => parts.Length == 2).Select(parts => (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]));
}
