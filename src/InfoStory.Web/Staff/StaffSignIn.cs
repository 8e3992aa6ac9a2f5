using System.Globalization;
using System.Security.Claims;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>How far somebody came with an address and a password.</summary>
public enum FirstStep
{
    Refused,
    SignedIn,
    NeedsSecond,
}

/// <summary>Signs staff in: an address and a password, then the second factor where the account has one; or a passkey, which is both.</summary>
public sealed class StaffSignIn(
    UserManager<StaffMember> staff, IHttpContextAccessor context, IUserClaimsPrincipalFactory<StaffMember> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffMember>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffMember> confirmation,
    PasswordGuesses guesses, SecondFactors factors, StaffCookies cookies, KnownBrowsers browsers, IOptions<StaffOptions> rules, TimeProvider clock)
    : SignInManager<StaffMember>(staff, context, claims, options, logger, schemes, confirmation)
{
    /// <summary>When the person of the session last showed who they are, in seconds since 1970 (OpenID Connect's name for it).</summary>
    private const string ShownAt = "auth_time";

    /// <summary>Every refusal takes at least so long, so that its time does not tell what was wrong.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    /// <summary>Tries an address and a password. Whatever is wrong, the work is one slow hash and the time the same.</summary>
    public async Task<FirstStep> TryAsync(string? email, string? password)
    {
        var least = Task.Delay(Refusal, clock, Context.RequestAborted);
        var step = await PasswordAsync(email, password ?? "");
        if (step == FirstStep.Refused) await least;
        return step;
    }

    /// <summary>Whose password was right a few minutes ago in this browser; null where nobody's was, or their account changed since.</summary>
    public async Task<StaffMember?> WhoCameFirstAsync()
    {
        if (cookies.FirstStep.Read(Context.Request)?.Split('|') is not [var id, var stamp]) return null;

        return await UserManager.FindByIdAsync(id) is { ClosedAt: null } person && person.SecurityStamp == stamp ? person : null;
    }

    /// <summary>Begins a session. Where a second factor is required and was not shown, it carries no role and leads to nothing but setting one up.</summary>
    public async Task BeginAsync(StaffMember person, bool withSecondFactor)
    {
        var principal = await CreateUserPrincipalAsync(person);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new(ShownAt, new DateTimeOffset(clock.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (withSecondFactor) identity.AddClaim(SecondFactorPassed.Claim);
        else if (rules.Value.IsSecondFactorRequired) identity.FindAll(identity.RoleClaimType).ToList().ForEach(identity.RemoveClaim);

        cookies.FirstStep.Delete(Context.Response);
        browsers.Remember(Context, person.Id);
        await Context.SignInAsync(AuthenticationScheme, principal, new());
        Context.User = principal;
    }

    /// <summary>Begins the session anew, after a change that ended every session of the account.</summary>
    public async Task BeginAgainAsync(long staffId, bool withSecondFactor) =>
        await BeginAsync((await UserManager.FindByIdAsync(staffId.ToString(CultureInfo.InvariantCulture)))!, withSecondFactor);

    /// <exception cref="ConflictException">The person showed who they are too long ago to change how they sign in.</exception>
    public void MustBeFresh()
    {
        var shown = long.TryParse(Context.User.FindFirstValue(ShownAt), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : DateTime.MinValue;
        if (clock.UtcNow - shown > Fresh)
            throw new ConflictException("You signed in more than half an hour ago. Sign out, sign in again, and then change your second factor");
    }

    private async Task<FirstStep> PasswordAsync(string? email, string password)
    {
        // Accounts have ASCII addresses only, and looking for some other characters throws.
        var person = EmailAddress.OfAccount(email) is { } known ? await UserManager.FindByEmailAsync(known) : null;
        var counted = person is null ? null : browsers.Count(Context, person.Id);
        if (person is not { ClosedAt: null, PasswordHash: not null } || !(counted ?? await guesses.CountAsync(person.Id)))
        {
            UserManager.PasswordHasher.HashPassword(new(), password);
            return FirstStep.Refused;
        }

        if (!await UserManager.CheckPasswordAsync(person, password)) return FirstStep.Refused;

        // What others guessed elsewhere stays counted.
        if (counted is null) await guesses.RightAsync(person);
        if (await factors.IsSetUpAsync(person.Id, CancellationToken.None))
        {
            cookies.FirstStep.Write(Context.Response, $"{person.Id}|{person.SecurityStamp}");
            return FirstStep.NeedsSecond;
        }

        await BeginAsync(person, withSecondFactor: false);
        return FirstStep.SignedIn;
    }
}
