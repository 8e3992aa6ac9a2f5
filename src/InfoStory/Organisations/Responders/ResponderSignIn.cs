using InfoStory.Data;
using InfoStory.Letters;
using Microsoft.EntityFrameworkCore;

namespace InfoStory.Organisations.Responders;

/// <summary>Lets responders sign in by a link in a letter: it works once, and for a quarter of an hour.</summary>
public sealed class ResponderSignIn(
    InfoStoryContext db, LinkKey links, OneTime once, Outbox outbox, SiteAddress site, ResponderSessions sessions, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Writes a link to whoever has this address and may answer; nothing where nobody does. At most one in ten minutes.</summary>
    /// <returns>Whether one was written.</returns>
    public async Task<bool> WriteAsync(string? typed, CancellationToken cancellation)
    {
        if (EmailAddress.OfAccount(typed)?.ToLowerInvariant() is not { } email) return false;

        var known = await db.Responders.Where(one => one.Email == email && one.Seats.AsQueryable().Any(seat => seat.OpenedAt != null && seat.ClosedAt == null))
            .Select(one => new { one.Id, one.LinkVersion }).FirstOrDefaultAsync(cancellation);
        if (known is null) return false;

        var link = links.Sign(LinkPurpose.SignIn, known.Id.Value, known.LinkVersion, clock.GetUtcNow().UtcDateTime + Life);
        var body = $"Somebody asked for a link to sign in to InfoStory with this address.\n\nIt works once, for 15 minutes. Opening the page changes nothing:\n"
            + $"{site.Url}/respond/sign-in/{link}\n\nIf it was not you, do nothing.\n";
        return await outbox.WriteAsync(ResponderSets.Subject(known.Id), email, "Your link to sign in to InfoStory", body, cancellation, Life);
    }

    /// <summary>Whether this link would still sign somebody in, as far as looking tells; it uses up nothing.</summary>
    public async Task<bool> IsGoodAsync(string link, CancellationToken cancellation) => await FindAsync(link, cancellation) is not null;

    /// <summary>Uses the link up and begins a session.</summary>
    /// <returns>Its key; null where the link was used, has ended, or is not ours.</returns>
    public async Task<string?> UseAsync(string link, CancellationToken cancellation)
    {
        if (await FindAsync(link, cancellation) is not { } responder || !await once.UseAsync(link, Life)) return null;

        return await sessions.BeginAsync(responder, CancellationToken.None);
    }

    private async Task<Id<Responder>?> FindAsync(string link, CancellationToken cancellation)
    {
        if (links.Open(LinkPurpose.SignIn, link) is not { } said) return null;

        var (id, version) = (new Id<Responder>(said.Subject), said.Version);
        var stands = await db.Responders.AnyAsync(
            one => one.Id == id && one.LinkVersion == version && one.Seats.AsQueryable().Any(seat => seat.OpenedAt != null && seat.ClosedAt == null),
            cancellation);
        return stands ? id : null;
    }
}
