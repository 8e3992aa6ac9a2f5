using System.Globalization;
using InfoStory.Data;
using InfoStory.Data.Access;
using InfoStory.Data.Time;
using InfoStory.People;
using Microsoft.AspNetCore.Identity;

namespace InfoStory.Web.Staff;

/// <summary>
/// Passkeys of staff (WebAuthn). What a browser was asked lies in a cookie of our own between the two steps: Identity's sign-in manager would
/// keep it in the one that it also needs for the password.
/// </summary>
public sealed class StaffPasskeys(
    IPasskeyHandler<StaffMember> handler, UserManager<StaffMember> staff, SecondFactors factors, StaffCookies cookies, OneTime once, TimeProvider clock)
{
    private const int LongestCredential = 900;

    /// <summary>What the browser needs to make a passkey for this person, as JSON.</summary>
    public async Task<string> OfferAsync(HttpContext context, Actor me)
    {
        var made = await handler.MakeCreationOptionsAsync(new() { Id = Id(me), Name = me.Name, DisplayName = me.Name }, context);
        cookies.Passkey.Write(context.Response, made.AttestationState ?? "");
        return made.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser made.</summary>
    /// <returns>Recovery codes where the account had none.</returns>
    /// <exception cref="ConflictException">It is not an answer to what we asked, or cannot be kept.</exception>
    public async Task<IReadOnlyList<string>> AddAsync(HttpContext context, Actor me, string? credential)
    {
        var state = Asked(context);
        var made = state is null || string.IsNullOrEmpty(credential) ? null
            : await handler.PerformAttestationAsync(new() { HttpContext = context, CredentialJson = credential, AttestationState = state });
        if (made is not { Succeeded: true } || made.UserEntity.Id != Id(me) || made.Passkey.CredentialId.Length > LongestCredential || !await UseAsync(state!))
            throw new ConflictException("This passkey could not be added. Press the button again");

        var person = await staff.FindByIdAsync(Id(me)) ?? throw new NotFoundException("The account");
        made.Passkey.Name =
            $"{Browsers.Roughly(context.Request.Headers.UserAgent)}, {clock.UtcNow.InLondon().ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}";
        var kept = await staff.AddOrUpdatePasskeyAsync(person, made.Passkey);
        if (!kept.Succeeded) throw new ConflictException("This passkey could not be kept. Press the button again");

        return await factors.PasskeyAddedAsync(person.Id, CancellationToken.None);
    }

    /// <summary>What the browser needs to show any passkey of this site, as JSON.</summary>
    public async Task<string> AskAsync(HttpContext context)
    {
        var made = await handler.MakeRequestOptionsAsync(null, context);
        cookies.Passkey.Write(context.Response, made.AssertionState ?? "");
        return made.RequestOptionsJson;
    }

    /// <summary>Whose passkey the browser showed; null where it opens no account here.</summary>
    public async Task<StaffMember?> WhoAsync(HttpContext context, string? credential)
    {
        if (Asked(context) is not { } state || string.IsNullOrEmpty(credential)) return null;

        var shown = await handler.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = state });
        if (!shown.Succeeded || shown.User.ClosedAt is not null || !await UseAsync(state)) return null;

        // Keeps how often it was used, by which a copied passkey betrays itself.
        return (await staff.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded ? shown.User : null;
    }

    private string? Asked(HttpContext context)
    {
        var state = cookies.Passkey.Read(context.Request);
        cookies.Passkey.Delete(context.Response);
        return state;
    }

    /// <summary>
    /// Uses the question up for every process, not only in the browser: a synced passkey does not count, so nothing else would tell its answer from a copy.
    /// Only a right answer gets so far.
    /// </summary>
    private Task<bool> UseAsync(string state) => once.UseAsync(state, cookies.Passkey.Life);

    private static string Id(Actor me) => me.StaffId!.Value.ToString(CultureInfo.InvariantCulture);
}
