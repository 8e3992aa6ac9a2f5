using System.Security.Claims;
using InfoStory.Data;
using InfoStory.Data.Time;
using InfoStory.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace InfoStory.Web.Staff;

/// <summary>Keeps sessions on the server; the cookie carries a key and nothing else.</summary>
public sealed class StaffTickets(StaffSessions sessions, IDataProtectionProvider protection, IOptions<IdentityOptions> identity, TimeProvider clock)
    : ITicketStore
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(10);

    private readonly IDataProtector protector = protection.CreateProtector("InfoStory.StaffTickets");

    /// <summary>The session of this request; null where nobody is signed in.</summary>
    public static Id<StaffSession>? Of(HttpContext context) => context.Items[typeof(StaffSession)] as Id<StaffSession>?;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => KeepAsync(ticket, null);

    public Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        KeepAsync(ticket, Browsers.Roughly(httpContext.Request.Headers.UserAgent));

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        sessions.RenewAsync(key, Stamp(ticket), Pack(ticket), Expiry(ticket), CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await sessions.FindAsync(key, CancellationToken.None) is { } found ? Unpack(found) : null;

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, CancellationToken.None) is not { } found) return null;

        httpContext.Items[typeof(StaffSession)] = found.Id;
        return Unpack(found);
    }

    public Task RemoveAsync(string key) => sessions.EndAsync(key, CancellationToken.None);

    private Task<string> KeepAsync(AuthenticationTicket ticket, string? browser) =>
        sessions.StartAsync(Staff(ticket), Stamp(ticket), Pack(ticket), browser, Expiry(ticket), CancellationToken.None);

    private byte[] Pack(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private AuthenticationTicket? Unpack(FoundSession found) => TicketSerializer.Default.Deserialize(protector.Unprotect(found.Ticket));

    private DateTime Expiry(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? clock.UtcNow + Life;

    private string Stamp(AuthenticationTicket ticket) => ticket.Principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) ?? "";

    private static long Staff(AuthenticationTicket ticket) => long.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
