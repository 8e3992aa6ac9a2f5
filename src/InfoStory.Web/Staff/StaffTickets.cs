using System.Security.Claims;
using InfoStory.Data;
using InfoStory.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace InfoStory.Web.Staff;

/// <summary>Keeps sessions on the server; the cookie carries a key and nothing else.</summary>
public sealed class StaffTickets(StaffSessions sessions, IDataProtectionProvider protection, TimeProvider clock) : ITicketStore
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(10);

    private readonly IDataProtector protector = protection.CreateProtector("InfoStory.StaffTickets");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => sessions.StartAsync(Staff(ticket), Pack(ticket), Expiry(ticket), CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket) => sessions.RenewAsync(key, Pack(ticket), Expiry(ticket), CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await sessions.FindAsync(key, CancellationToken.None) is { } packed ? TicketSerializer.Default.Deserialize(protector.Unprotect(packed)) : null;

    public Task RemoveAsync(string key) => sessions.EndAsync(key, CancellationToken.None);

    private byte[] Pack(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private DateTime Expiry(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? clock.UtcNow + Life;

    private static long Staff(AuthenticationTicket ticket) => long.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
